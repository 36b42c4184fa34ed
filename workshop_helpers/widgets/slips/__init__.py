"""Slips from a paper hat."""
