"""What is to be expected of the day to be ready for, where the learner has set one."""

from tui.memory.outlook import Outlook, goal_ahead, outlook_of
from tui.study import Study


def outlook_in(study: Study) -> Outlook | None:
    """What is to be expected of the day that was set; None if there is none, or it is over.

    Args:
        study: the learner and the guide.
    """
    now = study.now
    goal = goal_ahead(study.guide, study.record, study.settings.by, now)
    return None if goal is None else outlook_of(study.guide, study.record.knowledge, now, goal)
