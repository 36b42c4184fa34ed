"""The way into a room and out of it."""
