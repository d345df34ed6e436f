"""What kruzhok is measured by: `make bench` prints the table and keeps it in RESULTS.md."""
