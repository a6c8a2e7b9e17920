"""What a person said of a channel's files: which column is what, how dates and statuses are meant.

It is the same whoever asked, a card or a page: a question names its subject and the answers that there are,
an answer is one of them, and what is understood is kept for the channel.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from domain.messages.message import Status

NOTHING = "-"
"""The field of a column that is to be passed over."""


class DateOrder(StrEnum):
    """In «05/11/2026» the day or the month stands first."""

    DAY_FIRST = "day"
    MONTH_FIRST = "month"


class Numbering(StrEnum):
    """Numbers 1, 2, 3 are the messages' own, or count the rows of one file."""

    OWN = "own"
    RUNNING = "running"


class Undated(StrEnum):
    """Which day an answer was given on whose date nobody wrote; a column is `column:` and its header."""

    TODAY = "today"
    FILE = "file"
    COLUMN = "column"
    OPEN = "open"


class Answering(StrEnum):
    """What a column tells of answers: that one was given, on which day, neither."""

    MARK = "answered_mark"
    DAY = "answered_at"
    NOTHING = "nothing"


class Importance(StrEnum):
    """A word of a column of importance says that it is raised, or that it is not."""

    RAISED = "raised"
    ORDINARY = "ordinary"


class Asked(StrEnum):
    """What a question is about; its subject: a field, a header, a word of a column, or nothing."""

    FIELD = "field"
    COLUMN = "column"
    DATES = "dates"
    STATUS = "status"
    ANSWER = "answer"
    PLANNED = "planned"
    NUMBERING = "numbering"
    UNDATED = "undated"
    IMPORTANCE = "importance"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class Question:
    """What was not understood: the answers that there are, and for how many rows it matters.

    `known_as` is its key where it is shown in other words than it is asked in.
    """

    about: Asked
    subject: str
    answers: tuple[str, ...]
    rows: int = 0
    example: str = ""
    known_as: str = ""

    @property
    def column(self) -> str:
        """The column that it is about: of a field the one that is taken for it meanwhile."""
        return self.example if self.about is Asked.FIELD else self.subject

    @property
    def key(self) -> str:
        """Names the question on a button: eight characters that a card of another time does not have."""
        if self.known_as:
            return self.known_as
        said = "\n".join((self.about, self.subject, *self.answers))
        return hashlib.sha256(said.encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Understanding:
    """Answers for one channel's files. Headers and words are normalised as the reader compares them.

    `columns` by header: a field of a row, or `NOTHING`. `channels` by word: a channel's key, or `NOTHING`
    for rows to be left out.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    statuses: Mapping[str, Status] = field(default_factory=dict)
    date_order: DateOrder | None = None
    numbering: Numbering | None = None
    undated: str = ""
    importances: Mapping[str, Importance] = field(default_factory=dict)
    channels: Mapping[str, str] = field(default_factory=dict)

    def with_answer(self, question: Question, answer: str) -> Understanding:
        """What is understood once this is answered; ValueError for an answer that there is not."""
        if answer not in question.answers:
            raise ValueError(answer)
        match question.about:
            case Asked.FIELD:
                others = {name: field for name, field in self.columns.items() if field != question.subject}
                # «№ 15 от 02.11.2026»: one column may be the answer to both.
                both = {question.subject, self.columns.get(answer)} == {"number", "received_at"}
                return replace(
                    self, columns={**others, answer: "number_and_date" if both else question.subject}
                )
            case Asked.COLUMN:
                return replace(self, columns={**self.columns, question.subject: answer})
            case Asked.ANSWER | Asked.PLANNED:
                told = NOTHING if answer == Answering.NOTHING else answer
                return replace(self, columns={**self.columns, question.subject: told})
            case Asked.STATUS:
                return replace(self, statuses={**self.statuses, question.subject: Status(answer)})
            case Asked.DATES:
                return replace(self, date_order=DateOrder(answer))
            case Asked.NUMBERING:
                return replace(self, numbering=Numbering(answer))
            case Asked.UNDATED:
                return replace(self, undated=answer)
            case Asked.IMPORTANCE:
                said = {**self.importances, question.subject: Importance(answer)}
                return replace(self, importances=said)
            case Asked.CHANNEL:
                return replace(self, channels={**self.channels, question.subject: answer})

    def over(self, other: Understanding) -> Understanding:
        """This where it says something, else the other."""
        return Understanding(
            {**other.columns, **self.columns},
            {**other.statuses, **self.statuses},
            self.date_order or other.date_order,
            self.numbering or other.numbering,
            self.undated or other.undated,
            {**other.importances, **self.importances},
            {**other.channels, **self.channels},
        )

    def kept(self) -> dict[str, Any]:
        """As it is kept."""
        return {
            "columns": dict(self.columns),
            "statuses": {word: status.value for word, status in self.statuses.items()},
            "date_order": self.date_order and self.date_order.value,
            "numbering": self.numbering and self.numbering.value,
            "undated": self.undated,
            "importances": {word: said.value for word, said in self.importances.items()},
            "channels": dict(self.channels),
        }

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Understanding:
        """What was kept."""
        return cls(
            dict(kept.get("columns") or {}),
            {word: Status(status) for word, status in (kept.get("statuses") or {}).items()},
            DateOrder(kept["date_order"]) if kept.get("date_order") else None,
            Numbering(kept["numbering"]) if kept.get("numbering") else None,
            kept.get("undated") or "",
            {word: Importance(said) for word, said in (kept.get("importances") or {}).items()},
            dict(kept.get("channels") or {}),
        )
