"""A table from a survey tool."""
