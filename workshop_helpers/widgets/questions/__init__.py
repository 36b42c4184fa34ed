"""Questions on a page."""
