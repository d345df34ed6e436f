"""The forms in which a check is printed, one file a form."""
