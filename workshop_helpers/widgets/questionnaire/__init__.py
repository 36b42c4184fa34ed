"""One self-assessment."""
