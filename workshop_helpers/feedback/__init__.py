"""What one person alone is told: scores, and words about them."""
