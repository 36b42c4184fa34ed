"""A live session: its protocol, its server, and both of its clients."""
