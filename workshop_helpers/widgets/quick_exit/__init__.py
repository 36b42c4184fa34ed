"""A quick exit from a page."""
