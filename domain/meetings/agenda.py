"""Questions of a meeting's agenda and their votes (п. 3.2, 4.6)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.meetings.voting import Choice, Outcome, Result
from domain.people.roster import Duties


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
class Span:
    """A stretch of the meeting's time; `until` is None while it lasts."""

    since: datetime
    until: datetime | None = None


@dataclass(slots=True)
class Amendment:
    """The draft decision as it read until the chair amended it at that moment."""

    former: str
    at: datetime
    by: Duties


class Removal(StrEnum):
    """How an item left the agenda of a meeting that goes on."""

    DROPPED = "dropped"
    POSTPONED = "postponed"


@dataclass(slots=True)
class AgendaItem:
    """A question of the agenda. `speaker_seat` or `speaker`; executors are unit keys and seat numbers.

    `number` is its place in the agenda and changes with it; `key` names the question within its meeting
    for good. `proposal` is the proposal it grew from, `materials` how many files are attached to it.
    `added_at` is set for an item brought in while the meeting went on, `moved_to` names the meeting into
    whose agenda an undecided item was carried over.
    """

    number: int
    question: str
    speaker_seat: int | None = None
    speaker: str = ""
    draft_decision: str = ""
    executor_units: list[str] = field(default_factory=list)
    executor_seats: list[int] = field(default_factory=list)
    due: date | None = None
    votes: list[Vote] = field(default_factory=list)
    amendments: list[Amendment] = field(default_factory=list)
    hearings: list[Span] = field(default_factory=list)
    added_at: datetime | None = None
    removal: Removal | None = None
    removed_at: datetime | None = None
    moved_to: int | None = None
    key: int = 0
    proposal: int | None = None
    materials: int = 0

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

    @property
    def pending(self) -> bool:
        """Whether the meeting still has to deal with the item."""
        return not self.decided and self.removal is None

    @property
    def heard_since(self) -> datetime | None:
        """Since when the item is being heard now, if it is."""
        last = self.hearings[-1] if self.hearings else None
        return last.since if last and last.until is None else None

    @property
    def heard_for(self) -> timedelta:
        """How long it was heard in all, without a hearing that still goes on."""
        return sum((span.until - span.since for span in self.hearings if span.until), timedelta())
