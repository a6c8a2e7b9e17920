"""The protocol of a meeting as a record: what was, not how it is printed (п. 4.7, 3.2)."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from domain.meetings.voting import Choice, Outcome


@dataclass(frozen=True, slots=True)
class SpanRecord:
    """A stretch of the meeting's time: a report, a break, an absence in between."""

    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Person:
    """A member as the protocol names them: last year's protocol keeps last year's holder.

    `acting` marks the one who performed the head's duties (п. 4.3). `remote` is attendance by video,
    `marked` a presence that the chair recorded, `away` when a member who came back was out. Of the absent,
    `reason` is what they said and `absence` the first and last day of what is recorded, where known.
    """

    seat: int
    position: str
    name: str
    acting: bool = False
    remote: bool = False
    came_at: datetime | None = None
    left_at: datetime | None = None
    marked: bool = False
    away: tuple[SpanRecord, ...] = ()
    reason: str = ""
    absence: tuple[date, date] | None = None

    @property
    def titled(self) -> str:
        """The name and the position, as of a speaker; of a vacant seat its position."""
        return f"{self.name}, {self.position}" if self.name else self.position


@dataclass(frozen=True, slots=True)
class Invited:
    """A guest (п. 4.5): speaks and sees, never votes."""

    name: str
    position: str


@dataclass(frozen=True, slots=True)
class RollCallEntry:
    """One member's vote by name; `choice` None is «не голосовал»; `aloud`: recorded by the chair."""

    seat: int
    name: str
    choice: Choice | None
    aloud: bool = False


@dataclass(frozen=True, slots=True)
class VoteRecord:
    """One closed vote: the tally in members, the roll call, the result and why.

    `ground` is a `domain.voting.Ground` value; `chair` the seat that chaired at the closing, `acting` as
    «и.о.». `again` is the reason why a question that had been decided was put once more. `point` is the
    number of the point that was voted on by itself, empty for the whole.
    """

    closed_at: datetime
    established: int
    present: int
    votes_for: int
    votes_against: int
    abstained: int
    not_voted: int
    outcome: Outcome
    ground: str
    chair: int
    roll_call: tuple[RollCallEntry, ...]
    acting: bool = False
    again: str = ""
    point: str = ""


@dataclass(frozen=True, slots=True)
class AmendmentRecord:
    """A former wording of a draft decision: until when it stood, and who amended it."""

    former: str
    at: datetime
    by: str
    acting: bool


@dataclass(frozen=True, slots=True)
class ChairRecord:
    """Who chaired from a moment on, in a meeting whose chair changed."""

    person: Person
    since: datetime


@dataclass(frozen=True, slots=True)
class PointRecord:
    """A point of a decision: `number` as «1.2», `executors` and `due` as of an item.

    `outcome` is of the point's own vote, None where it had none.
    """

    number: str
    words: str
    executors: tuple[str, ...] = ()
    due: date | None = None
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """One question of the agenda: heard, spoken to, voted (each void vote too), decided.

    `executors` are titles of units and members, each with name and position; `due` is the last day of
    execution. `draft_decision` are the words that were voted, `decision` those adopted: they differ only
    where an editorial slip was mended before signing.
    An item without votes was not put to the vote. `speaker_absent`: whether the speaker was not there for it,
    None in records of before. `heard_at` is when it was being heard; `added_at`,
    `dropped_at`, `postponed_at` when the chair brought it in, took it off or left it to the next meeting.
    """

    number: int
    question: str
    speaker: str
    heard: str
    draft_decision: str
    votes: tuple[VoteRecord, ...]
    decision: str
    executors: tuple[str, ...] = ()
    due: date | None = None
    spoke: str = ""
    amendments: tuple[AmendmentRecord, ...] = ()
    heard_at: tuple[SpanRecord, ...] = ()
    added_at: datetime | None = None
    dropped_at: datetime | None = None
    postponed_at: datetime | None = None
    points: tuple[PointRecord, ...] = ()
    speaker_absent: bool | None = None

    @property
    def everyone(self) -> tuple[str, ...]:
        """Executors of the decision and of its points, each once."""
        of_points = (name for point in self.points if self.stands(point) for name in point.executors)
        return tuple(dict.fromkeys((*self.executors, *of_points)))

    @property
    def outcome(self) -> Outcome | None:
        """That of the last vote that decided, which alone counts; void where all were; None without votes.

        Where points were voted on by themselves: adopted if any was.
        """
        if self.by_points:
            adopted = any(point.outcome is Outcome.ADOPTED for point in self.points)
            return Outcome.ADOPTED if adopted else Outcome.NOT_ADOPTED
        whole = [vote for vote in self.votes if not vote.point]
        outcomes = [vote.outcome for vote in whole or self.votes]
        decided = [outcome for outcome in outcomes if outcome is not Outcome.VOID]
        return (decided or outcomes or [None])[-1]

    @property
    def by_points(self) -> bool:
        """Whether its points were voted on one by one."""
        return any(point.outcome is not None for point in self.points)

    def stands(self, point: PointRecord) -> bool:
        """Whether the point is part of what was decided."""
        return not self.by_points or point.outcome is Outcome.ADOPTED

    @property
    def fell(self) -> tuple[str, ...]:
        """Numbers of the points that were not adopted by themselves while the decision was."""
        if self.outcome is not Outcome.ADOPTED:
            return ()
        return tuple(point.number for point in self.points if point.outcome is Outcome.NOT_ADOPTED)

    @property
    def without_executor(self) -> bool:
        """Whether it was adopted and nobody is to execute it: no task comes of it."""
        return self.outcome is Outcome.ADOPTED and not self.everyone

    @property
    def considered(self) -> bool:
        """Whether anything on record says that the meeting dealt with it: a vote, a report, words."""
        return bool(
            self.votes or self.heard_at or self.amendments or self.heard or self.spoke or self.decision
        )


@dataclass(frozen=True, slots=True)
class SittingRecord:
    """One day of a meeting that sat on several: who was there and who was not."""

    opened_at: datetime
    closed_at: datetime
    present: tuple[Person, ...]
    absent: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class ProtocolRecord:
    """Everything the protocol says; moments are aware, in the office's zone.

    `form` is `in_person`, `video` or `mixed`. `number` is the meeting's own, through the year from 1.
    `chairs` is empty when one person chaired from the opening to the closing. `body` is what the office
    belongs to. `secretary` is who kept the protocol, where the profile names one; of no member the seat is 0.
    `sittings` are the days of a meeting that sat on several: `present` are then all who were there on any.
    """

    number: int
    office: str
    city: str
    decree_number: str
    decree_date: date
    opened_at: datetime
    closed_at: datetime
    place: str
    form: str
    established: int
    quorum_needed: int
    chair: Person
    present: tuple[Person, ...]
    absent: tuple[Person, ...]
    guests: tuple[Invited, ...]
    items: tuple[ItemRecord, ...]
    chairs: tuple[ChairRecord, ...] = ()
    breaks: tuple[SpanRecord, ...] = ()
    body: str = ""
    secretary: Person | None = None
    sittings: tuple[SittingRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class NotHeldRecord:
    """The act «заседание не состоялось» (п. 4.3.1): who came to a meeting that had no quorum.

    `number` is the meeting's own; None in acts of before. `chair` is whoever closed the meeting; None when
    the decree names nobody for it.
    """

    office: str
    city: str
    decree_number: str
    decree_date: date
    appointed_at: datetime
    closed_at: datetime
    place: str
    established: int
    quorum_needed: int
    chair: Person | None
    present: tuple[Person, ...]
    absent: tuple[Person, ...]
    number: int | None = None
    body: str = ""


@dataclass(frozen=True, slots=True)
class CorrectionRecord:
    """A correction of a signed protocol, which itself never changes: a paper of its own (rules, section 5).

    `number` counts the protocol's corrections from 1, `protocol_sha256` is of the record corrected.
    """

    number: int
    office: str
    city: str
    protocol_number: int
    protocol_day: date
    protocol_sha256: str
    text: str
    chair: Person
    made_at: datetime
    body: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """A simple electronic signature: who, when, from which chat account.

    `instead_of` names the chair where another person signed for them (п. 4.7); empty where the chair did.
    `on_paper`: the day on which the paper itself was signed by hand; the rest is whoever registered it, when.
    """

    name: str
    position: str
    acting: bool
    signed_at: datetime
    account: int
    instead_of: str = ""
    on_paper: date | None = None


def canonical(record: ProtocolRecord | NotHeldRecord | CorrectionRecord) -> bytes:
    """The record's canonical content: JSON with sorted keys, no spaces, UTF-8."""

    def plain(value: Any) -> str:
        if isinstance(value, date):
            return value.isoformat()
        raise TypeError(type(value).__name__)

    return json.dumps(
        asdict(record), ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=plain
    ).encode(errors="backslashreplace")  # half of a surrogate pair, as JSON itself escapes it


def fingerprint(record: ProtocolRecord | NotHeldRecord | CorrectionRecord) -> str:
    """SHA-256 of the canonical content, hexadecimal: printed on the protocol beside its QR code."""
    return hashlib.sha256(canonical(record)).hexdigest()
