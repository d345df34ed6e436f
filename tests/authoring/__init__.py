"""Tests of what tells an author how the guide stands."""
