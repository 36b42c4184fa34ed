"""How far somebody is."""
