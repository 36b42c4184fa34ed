"""What a person can do with their workbook."""
