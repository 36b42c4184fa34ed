"""An agenda with a clock for whoever leads the room."""
