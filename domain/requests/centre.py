"""Requests between the office and ЦУР: asked and answered, in either direction (п. 3.2)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from domain.office.act import Act, text_hash
from domain.office.refusal import Refusal

_LONGEST_NUMBER, _LONGEST_TEXT, _LONGEST_ANSWER = 40, 1000, 1000
_PARTS = 4


@dataclass(slots=True)
class CentreRequest:
    """A registered request: `outgoing` is ours to ЦУР, else theirs to us; `due` the day of the answer.

    `moved` whether that day was changed since; `reason` why it was withdrawn.
    """

    id: int
    outgoing: bool
    number: str
    day: date
    text: str
    due: date | None = None
    answer: str = ""
    answered_on: date | None = None
    moved: bool = False
    withdrawn_on: date | None = None
    reason: str = ""

    @property
    def entity(self) -> str:
        """The request's name in the audit log; its own files belong to it."""
        return f"centre:{self.id}"

    @property
    def reminded_as(self) -> str:
        """What reminders of this day are known by: a new day is reminded of anew."""
        return f"{self.entity}:{self.due}" if self.moved else self.entity

    @property
    def open(self) -> bool:
        """Whether an answer is awaited."""
        return self.answered_on is None and self.withdrawn_on is None

    @property
    def answer_files(self) -> str:
        """What the files of the answer belong to."""
        return f"{self.entity}:answer"

    def registered(self) -> Act:
        """The entry for a request that was just registered."""
        data = {
            "outgoing": self.outgoing,
            "day": self.day.isoformat(),
            "due": self.due.isoformat() if self.due else None,
            "text": text_hash(self.text),
        }
        return Act("centre-request-registered", self.entity, data)

    def require_open(self) -> None:
        """A refusal once it is answered or withdrawn."""
        if self.withdrawn_on is not None:
            raise Refusal("centre-is-withdrawn", number=self.number, day=self.withdrawn_on)
        if self.answered_on is not None:
            raise Refusal("centre-is-answered", number=self.number, day=self.answered_on)

    def change(self, other: CentreRequest) -> Act:
        """It says what this other one says; its direction stays."""
        self.require_open()
        said = (other.number, other.day, other.text, other.due)
        if said == (self.number, self.day, self.text, self.due):
            raise Refusal("nothing-changed")
        before = {"number": self.number, "due": self.due.isoformat() if self.due else None}
        self.moved = self.moved or other.due != self.due
        self.number, self.day, self.text, self.due = said
        return Act("centre-request-changed", self.entity, {**self.registered().data, "before": before})

    def withdraw(self, reason: str, today: date) -> Act:
        """No answer is awaited any more, with a reason."""
        self.require_open()
        self.withdrawn_on, self.reason = today, reason
        return Act("centre-request-withdrawn", self.entity, {"reason": text_hash(reason)})

    def give_answer(self, text: str, files: int, today: date) -> Act:
        """The answer came or was given: words, files or both."""
        self.require_open()
        if len(text) > _LONGEST_ANSWER:
            raise Refusal("too-long", limit=_LONGEST_ANSWER)
        if not text and not files:
            raise Refusal("reply-is-empty")
        self.answer, self.answered_on = text, today
        return Act("centre-request-answered", self.entity, {"files": files, "answer": text_hash(text)})


def read_centre_request(
    text: str, outgoing: bool, today: date, read_day: Callable[[str, date], date | None]
) -> CentreRequest:
    """«number | date | due | what is asked»; the due day may be empty. A refusal says what is wrong."""
    parts = [" ".join(part.split()) for part in re.split(r"\|", text, maxsplit=_PARTS - 1)]
    if len(parts) != _PARTS or not parts[0] or not parts[3]:
        raise Refusal("centre-unreadable")
    number, day, due, words = parts
    if len(number) > _LONGEST_NUMBER or len(words) > _LONGEST_TEXT:
        raise Refusal("too-long", limit=_LONGEST_NUMBER if len(number) > _LONGEST_NUMBER else _LONGEST_TEXT)
    written = read_day(day, today)
    last = read_day(due, today) if due else None
    if written is None or (due and last is None):
        raise Refusal("centre-day-unreadable", day=day if written is None else due)
    if written > today:
        raise Refusal("centre-day-ahead", day=written)
    if last is not None and last < written:
        raise Refusal("centre-due-before", day=last)
    return CentreRequest(0, outgoing, number, written, words, last)
