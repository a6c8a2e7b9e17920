"""Questions of a meeting's agenda and their votes (п. 3.2, 4.6)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from domain.roster import Duties
from domain.voting import Choice, Outcome, Result


@dataclass(slots=True)
class Ballot:
    """A member's present vote; `aloud` when the chair recorded it."""

    choice: Choice
    at: datetime
    aloud: bool = False


@dataclass(slots=True)
class Vote:
    """One voting on an item; void ones stay beside the one that decided."""

    opened_at: datetime
    ballots: dict[int, Ballot] = field(default_factory=dict)
    closed_at: datetime | None = None
    present: list[int] = field(default_factory=list)
    chair: Duties | None = None
    result: Result | None = None


@dataclass(slots=True)
class AgendaItem:
    """A question of the agenda. `speaker_seat` or `speaker`; executors are unit keys and seat numbers."""

    number: int
    question: str
    speaker_seat: int | None = None
    speaker: str = ""
    draft_decision: str = ""
    executor_units: list[str] = field(default_factory=list)
    executor_seats: list[int] = field(default_factory=list)
    due: date | None = None
    votes: list[Vote] = field(default_factory=list)

    @property
    def open_vote(self) -> Vote | None:
        """The voting that goes on, if any."""
        return self.votes[-1] if self.votes and self.votes[-1].closed_at is None else None

    @property
    def result(self) -> Result | None:
        """The result of the last closed vote; a void one decides nothing but is a result to show."""
        closed = [vote.result for vote in self.votes if vote.result is not None]
        return closed[-1] if closed else None

    @property
    def decided(self) -> bool:
        """Whether a vote has decided the item; a void vote has not."""
        return self.result is not None and self.result.outcome is not Outcome.VOID
