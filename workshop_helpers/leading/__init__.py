"""A facilitator's side of a room in their notebook: what can be opened, what is remembered, what happens."""
