"""Figures: one file a kind, drawn from a release alone."""
