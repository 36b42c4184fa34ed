"""An exercise with a timer."""
