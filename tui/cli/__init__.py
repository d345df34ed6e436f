"""The commands a shell knows, one file a command."""
