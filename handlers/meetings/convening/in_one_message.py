"""`/convene` in one message: the first line is date, time and place, each further line a question."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import chain
from typing import Any

from domain.meetings.agenda import AgendaItem
from domain.meetings.questions import DECISION_LIMIT, QUESTION_LIMIT, SPEAKER_LIMIT, read_speaker
from domain.office.typed import parts_of
from domain.people.recognition import several_meant, unit_meant
from domain.people.roster import Roster
from handlers.chat.dates import moment_and_rest, read_day

_NUMBER = re.compile(r"^\d{1,2}\s*[.)]\s*")
_PARTS = 5
PLACE_LIMIT = 200


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


def read_question(text: str, now: datetime, roster: Roster) -> Convening:
    """Read one question, whose draft decision may have lines of its own."""
    read = Convening()
    _read_item(read, 1, text.strip(), now, roster, now.date())
    return read


def _read_item(
    read: Convening, number: int, line: str, now: datetime, roster: Roster, day: date | None
) -> None:
    parts = parts_of(_NUMBER.sub("", line), _PARTS)
    if len(parts) > _PARTS:
        read.mistakes.append(Mistake(number, "convene-too-many-parts", {"count": len(parts)}))
        return
    question, speaker, decision, executors, due = parts
    question, speaker = " ".join(question.split()), " ".join(speaker.split())
    item = AgendaItem(len(read.agenda) + 1, question, draft_decision=decision)
    mistakes = []
    if not question:
        mistakes.append(Mistake(number, "convene-no-question"))
    mistakes += [
        Mistake(number, "convene-too-long", {"limit": limit})
        for words, limit in ((question, QUESTION_LIMIT), (decision, DECISION_LIMIT), (speaker, SPEAKER_LIMIT))
        if len(words) > limit
    ]
    if several_meant(speaker, roster):
        mistakes.append(Mistake(number, "convene-one-speaker", {"text": speaker}))
    else:
        item.speaker_seat, item.speaker = read_speaker(speaker, roster)
    if item.speaker_seat == 0:
        mistakes.append(Mistake(number, "convene-no-such-seat", {"text": speaker}))
    item.executor_units, item.executor_seats, unknown = read_executors(executors, roster)
    mistakes += [Mistake(number, "convene-unknown-executor", {"text": text}) for text in unknown]
    if due:
        item.due = read_day(due, now.date())
        if item.due is None:
            mistakes.append(Mistake(number, "convene-bad-due", {"text": due}))
        elif day and item.due < day:
            mistakes.append(Mistake(number, "convene-due-before-meeting", {"due": item.due, "day": day}))
    read.mistakes += mistakes
    if not mistakes:
        read.agenda.append(item)


def read_executors(text: str, roster: Roster) -> tuple[list[str], list[int], list[str]]:
    """Units and seats named with commas or «и» between them, and what names neither."""
    units: list[str] = []
    seats: list[int] = []
    unknown: list[str] = []
    parts = (part.strip() for part in re.split("[,;]", text))
    pairs = (part.split(" и ") if several_meant(part, roster) else [part] for part in parts)
    for said in filter(None, chain.from_iterable(pairs)):
        seat, unit = read_speaker(said, roster)[0], unit_meant(said, roster.profile)
        if seat:
            seats.append(seat)
        elif unit:
            units.append(unit)
        else:
            unknown.append(said)
    return units, seats, unknown
