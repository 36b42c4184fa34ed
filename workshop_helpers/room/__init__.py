"""A live session: people join from their own notebooks, and one picture is revealed to all."""
