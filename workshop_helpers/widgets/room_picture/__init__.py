"""The room's picture."""
