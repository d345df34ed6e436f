"""What is taught: the guide's files, read with their places."""
