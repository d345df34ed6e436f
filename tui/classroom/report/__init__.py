"""After the class: which question failed, who missed what, and what to teach again."""
