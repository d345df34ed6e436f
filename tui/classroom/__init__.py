"""A class together: a room, who hosts it, who plays in it, and what came of it."""
