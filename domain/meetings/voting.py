"""Quorum, a vote and its result: п. 4.3.1 and п. 4.6 of the Положение, nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from domain.office.profile import Quorum
from domain.office.refusal import Already, Refusal
from domain.people.roster import Duties


class Choice(StrEnum):
    """A member's vote (п. 4.6)."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"


class Outcome(StrEnum):
    """What a closed vote came to; VOID decides nothing and can be held again."""

    ADOPTED = "adopted"
    NOT_ADOPTED = "not_adopted"
    VOID = "void"


class Ground(StrEnum):
    """Why the outcome is what it is; each has its sentence and clause in the locale."""

    MAJORITY = "majority"
    NO_MAJORITY = "no_majority"
    NOBODY_FOR = "nobody_for"
    CASTING_FOR = "casting_for"
    CASTING_AGAINST = "casting_against"
    CASTING_UNUSED = "casting_unused"
    NO_QUORUM = "no_quorum"


@dataclass(frozen=True, slots=True)
class Tally:
    """Votes of the members present when voting is closed, in members.

    `established` is the decree's number of seats; `present` includes those who did not vote.
    """

    established: int
    present: int
    votes_for: int
    votes_against: int
    abstained: int

    @property
    def not_voted(self) -> int:
        """Members present who gave no vote: they stay in the denominator."""
        return self.present - self.votes_for - self.votes_against - self.abstained


@dataclass(frozen=True, slots=True)
class Result:
    """An outcome with its ground and the tally it was drawn from."""

    outcome: Outcome
    ground: Ground
    tally: Tally


def quorum_needed(established: int, quorum: Quorum) -> int:
    """The least number of members present that makes a meeting competent (п. 4.3.1): 5 of 9."""
    share = quorum.share
    return -(-established * share.numerator // share.denominator)


def has_quorum(present: int, established: int, quorum: Quorum) -> bool:
    """Whether the members present are not fewer than the share of the established number (п. 4.3.1)."""
    share = quorum.share
    return present * share.denominator >= established * share.numerator


def require_quorum(present: int, established: int, quorum: Quorum) -> None:
    """A refusal that says how many members are missing."""
    if not has_quorum(present, established, quorum):
        needed = quorum_needed(established, quorum)
        missing = needed - present
        raise Refusal("no-quorum", present=present, established=established, needed=needed, missing=missing)


def decide(tally: Tally, chair: Choice | None, quorum: Quorum) -> Result:
    """The result of an open vote (п. 4.6).

    Adopted by a simple majority of the members present; at `for == against > 0` the chair's own vote
    decides, though it be no majority; all else is not adopted. `chair` is the vote of whoever chairs at
    the closing, None when the chair gave none. Without a quorum the vote is void (п. 4.3.1).
    """
    if not has_quorum(tally.present, tally.established, quorum):
        return Result(Outcome.VOID, Ground.NO_QUORUM, tally)
    if 2 * tally.votes_for > tally.present:
        return Result(Outcome.ADOPTED, Ground.MAJORITY, tally)
    if tally.votes_for == 0:
        return Result(Outcome.NOT_ADOPTED, Ground.NOBODY_FOR, tally)
    if tally.votes_for != tally.votes_against:
        return Result(Outcome.NOT_ADOPTED, Ground.NO_MAJORITY, tally)
    if chair is Choice.FOR:
        return Result(Outcome.ADOPTED, Ground.CASTING_FOR, tally)
    if chair is Choice.AGAINST:
        return Result(Outcome.NOT_ADOPTED, Ground.CASTING_AGAINST, tally)
    return Result(Outcome.NOT_ADOPTED, Ground.CASTING_UNUSED, tally)


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a decision (1.1, 1.2 …), with executors and a last day of its own."""

    words: str
    executor_units: tuple[str, ...] = ()
    executor_seats: tuple[int, ...] = ()
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Motion(Point):
    """What is voted on (п. 4.6): the words, who executes them and by when, and with them all the points."""

    points: tuple[Point, ...] = ()

    @property
    def units(self) -> set[str]:
        """Units that execute it or any of its points."""
        return {*self.executor_units, *(unit for point in self.points for unit in point.executor_units)}

    @property
    def seats(self) -> set[int]:
        """Seats that execute it or any of its points."""
        return {*self.executor_seats, *(seat for point in self.points for seat in point.executor_seats)}


@dataclass(slots=True)
class Ballot:
    """A member's present vote; `aloud` when the chair recorded it."""

    choice: Choice
    at: datetime
    aloud: bool = False


@dataclass(slots=True)
class Vote:
    """One voting on an item; void ones stay beside the one that decided.

    `present` are the seats at the closing, `holders` the ids of who was there for them. `motion` is what was
    put to the vote, None in what was written before motions were kept; `again` the reason why a question
    that had been decided was put once more, `turn` how often it had been. `point` is the place of the point
    that was voted on by itself, from 1; 0 is the whole.
    """

    opened_at: datetime
    ballots: dict[int, Ballot] = field(default_factory=dict)
    closed_at: datetime | None = None
    present: list[int] = field(default_factory=list)
    holders: dict[int, int] = field(default_factory=dict)
    chair: Duties | None = None
    result: Result | None = None
    motion: Motion | None = None
    again: str = ""
    turn: int = 0
    point: int = 0

    @property
    def decided(self) -> bool:
        """Whether it is closed and came to a decision; a void one has not."""
        return self.result is not None and self.result.outcome is not Outcome.VOID

    def cast(self, seat: int, choice: Choice, now: datetime, *, aloud: bool) -> Choice | None:
        """A vote is given, or changed until the closing; what it was before."""
        before = self.ballots.get(seat)
        if before is not None and before.choice is choice and (aloud or not before.aloud):
            raise Already("same-vote", choice=choice.value)
        self.ballots[seat] = Ballot(choice, now, aloud)
        return before.choice if before else None

    def close(
        self, present: list[int], chair: Duties, established: int, quorum: Quorum, now: datetime
    ) -> Result:
        """Votes of those present now are counted; the casting vote is that of whoever chairs now."""
        said = {seat: ballot.choice for seat, ballot in self.ballots.items()}
        counted = [said[seat] for seat in present if seat in said]
        tally = Tally(
            established,
            len(present),
            counted.count(Choice.FOR),
            counted.count(Choice.AGAINST),
            counted.count(Choice.ABSTAIN),
        )
        self.closed_at, self.present, self.chair = now, present, chair
        self.result = decide(tally, said.get(chair.seat), quorum)
        return self.result
