"""Remembering: what the learner did."""
