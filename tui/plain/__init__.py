"""The line-by-line front end: for speech and braille, dumb terminals and pipes."""
