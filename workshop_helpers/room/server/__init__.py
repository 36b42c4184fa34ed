"""The collector: where rooms and their pools lie, and how they are reached."""
