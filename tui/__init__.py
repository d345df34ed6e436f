"""kruzhok: a study guide in the terminal."""
