"""What two people at one computer can both live with."""
