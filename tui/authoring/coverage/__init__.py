"""The forms in which coverage is printed, one file a form."""
