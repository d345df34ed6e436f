"""One widget an ask."""
