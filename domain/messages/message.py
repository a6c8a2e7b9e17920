"""A citizen's message: what a registry says of it, and what the office adds."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Status(StrEnum):
    """Whether the citizen has an answer; or needs none from us: out of control, counted apart."""

    OPEN = "open"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    NOT_OURS = "not_ours"
    REJECTED = "rejected"


OUT_OF_CONTROL = (Status.WITHDRAWN, Status.NOT_OURS, Status.REJECTED)


class AnswerResult(StrEnum):
    """What the citizen was answered."""

    SOLVED = "solved"
    EXPLAINED = "explained"
    DECLINED = "declined"


class AnswerQuality(StrEnum):
    """What is wrong with an answer, as the office judges it."""

    FORMAL = "formal"
    OFF_POINT = "off_point"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True)
class RegistryRow:
    """One message as a registry gives it; moments are aware. `channel` and `number` are its key.

    `said_status` is a word of the registry that nobody understood, or one of an answer without its date.
    `interim_at`: when an interim answer was given; `refuted_at`: when the citizen refuted the answer.
    `told` are the fields that its file has a column for, None all of them; it is no part of what is said.
    """

    channel: str
    number: str
    received_at: datetime
    registered_at: datetime | None = None
    topic: str = ""
    topic_group: str = ""
    text: str = ""
    executor: str = ""
    status: Status = Status.OPEN
    answered_at: datetime | None = None
    author: str = ""
    place: str = ""
    url: str = ""
    said_status: str = ""
    important: bool = False
    interim_at: datetime | None = None
    refuted_at: datetime | None = None
    told: frozenset[str] | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row could not be read: a key of the locale's `row-*` messages and its arguments."""

    key: str
    arguments: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class UnreadableRow:
    """A row set aside: where it stands in the file, its cells as read, and why.

    `fields` are those of a `RegistryRow` that its columns hold, empty where none was found.
    """

    sheet: str
    row: int
    cells: tuple[str, ...]
    problem: Problem
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownMessage:
    """A message as the office keeps it; `deadline_at` is the last moment in time.

    `extended_by` is in the unit of its rule; `as_appeal`: handled by the channel's rule for appeals;
    `forwarded_to`: who answers the citizen now (59-ФЗ, ст. 8 ч. 3), since `answered_at`; `result` and
    `quality` are an `AnswerResult` and an `AnswerQuality`, or empty. `said_status`: the registry's word where
    nobody understood it. `outside`: a `Status` out of control, since `answered_at`, or empty. `topic`,
    `text` and `executor` are without personal data; `whole_topic` and its like are as they came where
    something is hidden in them, else empty. `incident_id`: the incident that it is one message of.
    `important`, `interim_at`, `refuted_at`: the stage of its term, as in a row.
    """

    id: int
    channel: str
    number: str
    received_at: datetime
    registered_at: datetime | None
    topic: str
    text: str
    executor: str
    author: str
    place: str
    url: str
    block: str | None
    unit: str | None
    deadline_at: datetime
    answered_at: datetime | None
    answered_by_hand: bool = False
    delay_reason: str = ""
    settlement: str = ""
    block_presumed: bool = False
    extended_by: int = 0
    as_appeal: bool = False
    forwarded_to: str = ""
    result: str = ""
    quality: str = ""
    registered_by_hand: bool = False
    said_status: str = ""
    outside: str = ""
    whole_topic: str = ""
    whole_text: str = ""
    whole_executor: str = ""
    incident_id: int | None = None
    important: bool = False
    interim_at: datetime | None = None
    refuted_at: datetime | None = None

    @property
    def hides(self) -> bool:
        """Whether it has personal data that chats are not shown."""
        hidden = (self.author, self.place, self.whole_topic, self.whole_text, self.whole_executor)
        return any(hidden)

    @property
    def has_our_answer(self) -> bool:
        """Whether the citizen was answered here: not where it was sent on, or is out of control."""
        return self.answered_at is not None and not self.forwarded_to and not self.outside

    @property
    def entity(self) -> str:
        """The message's name in the audit log."""
        return f"message:{self.id}"


class ImportState(StrEnum):
    """Where a registry file stands."""

    RECEIVED = "received"
    READING = "reading"
    ASKING = "asking"
    READY = "ready"
    APPLYING = "applying"
    AT_KEYBOARD = "at_keyboard"
    APPLIED = "applied"
    UNDOING = "undoing"
    UNDONE = "undone"
    CANCELLED = "cancelled"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """A registry file on its way in: `counts` in rows, `problem` why it was refused.

    `unread` are headers of its columns that were not understood, `skipped` names of sheets in which no
    registry was found and of hidden ones; `message_id` is its message in the chat,
    where that is to be deleted once the file was read.
    """

    id: int
    user_id: int
    chat_id: int
    file_id: str
    file_name: str
    state: str
    channel: str | None = None
    counts: dict[str, int] = field(default_factory=dict)
    problem: Problem | None = None
    has_unreadable: bool = False
    unread: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    message_id: int | None = None

    @property
    def was_dropped(self) -> bool:
        """Whether nobody sent it: it lay in the watched folder."""
        return self.file_id.startswith("inbox:")
