"""`/convene` in one message: the first line is date, time and place, each further line a question."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from domain.meetings.agenda import AgendaItem
from domain.people.roster import Roster
from handlers.chat.dates import moment_and_rest, read_day

_NUMBER = re.compile(r"^\d{1,2}\s*[.)]\s*")
_SEAT = re.compile(r"^мест[оа]\s*№?\s*(\d{1,2})$|^seat\s+(\d{1,2})$", re.IGNORECASE)
_PARTS = 5
QUESTION_LIMIT = 500
DECISION_LIMIT = 1500
PLACE_LIMIT = 200
SPEAKER_LIMIT = 150


@dataclass(frozen=True, slots=True)
class Mistake:
    """A line that cannot be read: its number from 1, and the locale's `convene-*` key."""

    line: int
    key: str
    arguments: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Convening:
    """What was read; mistakes name every line that could not be."""

    starts_at: datetime | None = None
    place: str = ""
    agenda: list[AgendaItem] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)


def read_convening(text: str, now: datetime, roster: Roster) -> Convening:
    """Read the whole message; `now` is in the office's zone."""
    read = Convening()
    lines = [line.strip() for line in text.strip().splitlines()]
    first = lines[0] if lines else ""
    read.starts_at, read.place = moment_and_rest(first, now)
    if read.starts_at is None:
        read.mistakes.append(Mistake(1, "convene-bad-date", {"text": first}))
    elif read.starts_at <= now:
        read.mistakes.append(Mistake(1, "convene-past", {"moment": read.starts_at}))
    day = read.starts_at.date() if read.starts_at else None
    for number, line in enumerate(lines[1:], start=2):
        if line:
            _read_item(read, number, line, now, roster, day)
    if len(read.place) > PLACE_LIMIT:
        read.mistakes.append(Mistake(1, "convene-too-long", {"limit": PLACE_LIMIT}))
    return read


def read_questions(text: str, now: datetime, roster: Roster, starts_at: datetime | None) -> Convening:
    """Read questions alone, a line each, for a meeting at `starts_at`, in the office's zone."""
    read = Convening(starts_at)
    for number, line in enumerate(text.strip().splitlines(), start=1):
        if line.strip():
            _read_item(read, number, line.strip(), now, roster, starts_at.date() if starts_at else None)
    return read


def _read_item(
    read: Convening, number: int, line: str, now: datetime, roster: Roster, day: date | None
) -> None:
    parts = [part.strip() for part in _NUMBER.sub("", line).split("|")]
    if len(parts) > _PARTS:
        read.mistakes.append(Mistake(number, "convene-too-many-parts", {"count": len(parts)}))
        return
    question, speaker, decision, executors, due = parts + [""] * (_PARTS - len(parts))
    item = AgendaItem(len(read.agenda) + 1, question, draft_decision=decision)
    mistakes = []
    if not question:
        mistakes.append(Mistake(number, "convene-no-question"))
    if len(question) > QUESTION_LIMIT or len(decision) > DECISION_LIMIT or len(speaker) > SPEAKER_LIMIT:
        mistakes.append(Mistake(number, "convene-too-long", {"limit": QUESTION_LIMIT}))
    item.speaker_seat, item.speaker = read_speaker(speaker, roster)
    if item.speaker_seat == 0:
        mistakes.append(Mistake(number, "convene-no-such-seat", {"text": speaker}))
    for executor in filter(None, (part.strip() for part in executors.split(","))):
        if not _add_executor(item, executor, roster):
            mistakes.append(Mistake(number, "convene-unknown-executor", {"text": executor}))
    if due:
        item.due = read_day(due, now.date())
        if item.due is None:
            mistakes.append(Mistake(number, "convene-bad-due", {"text": due}))
        elif day and item.due < day:
            mistakes.append(Mistake(number, "convene-due-before-meeting", {"due": item.due, "day": day}))
    read.mistakes += mistakes
    if not mistakes:
        read.agenda.append(item)


def read_speaker(text: str, roster: Roster) -> tuple[int | None, str]:
    """A seat for «место N» or a holder's name, else the name as it is; seat 0 when there is no such seat."""
    match = _SEAT.match(text)
    if match:
        seat = int(match[1] or match[2])
        return (seat if seat in {one.number for one in roster.profile.seats} else 0), ""
    for holder in roster.holders:
        if text and holder.name.casefold() == text.casefold():
            return holder.seat, ""
    return None, text


def _add_executor(item: AgendaItem, text: str, roster: Roster) -> bool:
    seat, _ = read_speaker(text, roster)
    if seat:
        item.executor_seats.append(seat)
        return True
    for unit in roster.profile.units:
        if text.casefold() in {unit.title.casefold(), unit.key, *(name.casefold() for name in unit.aliases)}:
            item.executor_units.append(unit.key)
            return True
    return False
