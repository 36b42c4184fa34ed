"""What a page shows and asks: each widget in a folder of its own, with its view and its style."""
