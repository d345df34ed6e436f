"""What is to be expected of the day to be ready for, where the learner has set one."""

from tui.memory.days import day_of
from tui.memory.outlook import Outlook, goal_in, outlook_of
from tui.study import Study


def outlook_in(study: Study) -> Outlook | None:
    """What is to be expected of the day that was set; None if there is none, or it is over.

    Args:
        study: the learner and the guide.
    """
    by = study.settings.by
    if by is None or by < day_of(study.now):
        return None
    return outlook_of(study.guide, study.record.knowledge, study.now, goal_in(study.guide, study.record, by))
