"""Tables of answers that were gathered elsewhere: files, columns, cells, and the picture that they become."""
