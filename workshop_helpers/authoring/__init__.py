"""For those who write the workshop: the start of something new, and what is still wrong in the whole."""
