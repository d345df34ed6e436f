"""What "nearly right" means: names, dates, numbers, spelling."""
