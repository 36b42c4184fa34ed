"""A person's own report."""
