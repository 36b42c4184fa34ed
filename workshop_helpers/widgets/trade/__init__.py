"""Trading across issues."""
