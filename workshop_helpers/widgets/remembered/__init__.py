"""Small forms whose answers are simply remembered."""
