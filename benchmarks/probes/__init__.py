"""Small programs, each run in a process of its own and timed from outside."""
