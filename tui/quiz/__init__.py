"""Asking: questions, what they show, how responses are graded, sittings."""
