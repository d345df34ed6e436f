"""A review on the screen: a practice of what is due, with the time that is left of it in sight."""

from math import ceil

from tui.screens.practice import PracticeScreen


class ReviewScreen(PracticeScreen):
    """A practice that ends with its minutes."""

    def marks(self) -> list[str]:
        """How long the rest takes at the learner's own pace, and whether the question has come back."""
        left = self.open.review_left
        told = [] if left is None else [f"{ceil(left.total_seconds() / 60)} min left"]
        return [*super().marks(), *told]
