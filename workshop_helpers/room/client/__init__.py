"""Both sides of a room in a notebook: a participant and a facilitator."""
