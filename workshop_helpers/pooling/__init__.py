"""The pooling engine: from what one person agrees to add to the one picture that leaves."""
