"""A room in the messages of the protocol: what one player is to see of it."""

from datetime import datetime

from tui.classroom.attempts import file_for, lines_for
from tui.classroom.players import Player
from tui.classroom.protocol import Asked, Outcome, Over, Shown, Shut, Stopped, Taught, Waiting
from tui.classroom.room import Phase, Room
from tui.classroom.rounds import Round
from tui.classroom.teaching import taught
from tui.guide.model import Guide
from tui.quiz.explain import headline, right_answer, why
from tui.quiz.question import Question
from tui.quiz.verdict import Verdict
from tui.text import Clean

ACCEPTED = Clean("Counted as right: your teacher accepts it.")
"""The verdict on what the host accepted, in a few words."""
UNANSWERED = Clean("You gave no answer.")
"""What is said where there is no verdict."""
TOO_LATE = Clean("You came in after this one.")
"""What is said where there could be no verdict."""

State = Waiting | Asked | Shut | Shown | Stopped | Over
"""What a player is to see at one moment."""


class Showing:
    """Turns rooms about one guide into messages."""

    def __init__(self, guide: Guide[Question]) -> None:
        """Show rooms about this guide.

        Args:
            guide: where the questions are taught.
        """
        self._guide = guide
        self._taught: dict[Question, Taught | None] = {}

    def state(self, room: Room, player: Player, now: datetime) -> State:
        """What a player is to see now.

        Args:
            room: the room.
            player: one whose seat is valid.
            now: the time in the room.
        """
        asked = room.current
        if room.phase is Phase.ENDED:
            return self.over(room, player)
        if room.paused_since is not None:
            return Stopped()
        if asked is not None:
            match room.phase:
                case Phase.OPEN:
                    return asked_of(room, asked, player, now)
                case Phase.CLOSED:
                    given = asked.counted(player.seat)
                    return Shut(round=asked.number, vote=asked.vote, yours=given.response if given else None)
                case Phase.REVEALED:
                    return self.shown(room, player, asked)
                case _:
                    pass
        return Waiting(players=room.taken, asked=len(room.rounds))

    def shown(self, room: Room, player: Player, asked: Round) -> Shown:
        """The key of a round, and how a player fared.

        Args:
            room: the room.
            player: one whose seat is valid.
            asked: a round that was revealed.
        """
        return Shown(
            outcome=self.outcome(room, player, asked),
            panels=self._panels_for([asked]),
            total=room.total_of(player),
            lines=lines_for(room, player, asked, self._guide),
        )

    def over(self, room: Room, player: Player) -> Over:
        """How the room went for a player.

        Args:
            room: a room that is over.
            player: one whose seat is valid.
        """
        counted = [each for each in room.rounds if each.counts and room.could_answer(player, each)]
        return Over(
            outcomes=tuple(self.outcome(room, player, each) for each in counted),
            panels=self._panels_for(counted),
            total=room.total_of(player),
            most=room.most_of(player),
            file=file_for(room, player, self._guide),
            file_name=f"kruzhok-{room.began.code.lower()}.jsonl",
        )

    def outcome(self, room: Room, player: Player, asked: Round) -> Outcome:
        """How a player fared in a round.

        Args:
            room: the room.
            player: one whose seat is valid.
            asked: a round that was revealed.
        """
        given = asked.counted(player.seat)
        verdict = asked.verdict_of(given.response) if given else None
        yours = right_answer(given.response) if given else ()
        question, taught_at = asked.graded_by, self._taught_at(asked.graded_by)
        return Outcome(
            round=asked.number,
            question=question.question,
            grade=verdict.grade if verdict else None,
            credit=verdict.credit if verdict else 0.0,
            points=room.points_in(asked, player),
            headline=_headline(room, player, asked, verdict),
            yours=tuple(map(Clean, yours)),
            parts=verdict.parts if verdict and len(verdict.parts) == len(yours) else (),
            key=tuple(map(Clean, right_answer(question.key))),
            why=tuple(map(Clean, why(verdict))) if verdict else (),
            explanation=question.explanation,
            taught=taught_at.id if taught_at else None,
            accepted=verdict is not None and verdict.overruled,
        )

    def _panels_for(self, rounds: list[Round]) -> tuple[Taught, ...]:
        """The panels that teach what was asked, each once."""
        panels = (self._taught_at(each.graded_by) for each in rounds)
        return tuple({panel.id: panel for panel in panels if panel}.values())

    def _taught_at(self, question: Question) -> Taught | None:
        if question not in self._taught:
            self._taught[question] = taught(self._guide, question)
        return self._taught[question]


def asked_of(room: Room, asked: Round, player: Player, now: datetime) -> Asked:
    """An open question, as a player is asked it.

    Args:
        room: the room.
        asked: its open round.
        player: one whose seat is valid.
        now: the time in the room.
    """
    ends, given = room.deadline_of(asked, player), asked.votes[-1].of(player.seat)
    return Asked(
        round=asked.number,
        vote=asked.vote,
        of=len(room.questions),
        ask=room.ask_of(asked),
        seconds=None if ends is None else max((ends - now).total_seconds(), 0.0),
        yours=given.response if given else None,
    )


def _headline(room: Room, player: Player, asked: Round, verdict: Verdict | None) -> Clean:
    if verdict is None:
        return UNANSWERED if room.could_answer(player, asked) else TOO_LATE
    return ACCEPTED if verdict.overruled else Clean(headline(verdict, room.ask_of(asked)))
