"""What members were told of a meeting, and what has changed since (п. 3.2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.meetings.agenda import AgendaItem
from domain.meetings.voting import Point


@dataclass(frozen=True, slots=True)
class Question:
    """An agenda item as it was told."""

    key: int
    number: int
    question: str
    speaker_seat: int | None = None
    speaker: str = ""
    draft_decision: str = ""
    executor_units: tuple[str, ...] = ()
    executor_seats: tuple[int, ...] = ()
    due: date | None = None
    materials: int = 0
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Programme:
    """When, where, how, who and what of a meeting."""

    starts_at: datetime | None
    place: str
    form: str
    link: str
    participants: tuple[int, ...]
    questions: tuple[Question, ...]


class ChangeKind(StrEnum):
    """What may change in a programme."""

    MOMENT = "moment"
    PLACE = "place"
    FORM = "form"
    LINK = "link"
    PEOPLE_ADDED = "people_added"
    PEOPLE_REMOVED = "people_removed"
    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    SPEAKER = "speaker"
    DECISION = "decision"
    EXECUTION = "execution"
    MATERIALS = "materials"
    ORDER = "order"


IN_A_CALENDAR = frozenset({ChangeKind.PLACE, ChangeKind.LINK})
"""What a calendar shows besides the time."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change: `key` of the question it is in, if any; `seats` where people changed."""

    kind: ChangeKind
    key: int = 0
    seats: tuple[int, ...] = ()


def told(item: AgendaItem) -> Question:
    """The item as it is told to members."""
    return Question(
        item.key,
        item.number,
        item.question,
        item.speaker_seat,
        item.speaker,
        item.draft_decision,
        tuple(item.executor_units),
        tuple(item.executor_seats),
        item.due,
        item.materials,
        tuple(item.points),
    )


def changes(before: Programme, now: Programme) -> list[Change]:
    """What is different now, in the order in which it is told: the meeting itself, people, questions."""
    found = [
        Change(kind)
        for kind, name in (
            (ChangeKind.MOMENT, "starts_at"),
            (ChangeKind.PLACE, "place"),
            (ChangeKind.FORM, "form"),
            (ChangeKind.LINK, "link"),
        )
        if getattr(before, name) != getattr(now, name)
    ]
    for kind, some, others in (
        (ChangeKind.PEOPLE_ADDED, now.participants, before.participants),
        (ChangeKind.PEOPLE_REMOVED, before.participants, now.participants),
    ):
        seats = tuple(sorted(set(some) - set(others)))
        if seats:
            found.append(Change(kind, seats=seats))
    old, new = _by_key(before.questions), _by_key(now.questions)
    found += [Change(ChangeKind.REMOVED, key) for key in old if key not in new]
    for key, question in new.items():
        if key not in old:
            found.append(Change(ChangeKind.ADDED, key))
        else:
            found += [Change(kind, key) for kind in _changed(old[key], question)]
    if [key for key in old if key in new] != [key for key in new if key in old]:
        found.append(Change(ChangeKind.ORDER))
    return found


def _by_key(questions: Iterable[Question]) -> dict[int, Question]:
    return {question.key: question for question in questions}


def _changed(before: Question, now: Question) -> Iterable[ChangeKind]:
    if before.question != now.question:
        yield ChangeKind.REWORDED
    if (before.speaker_seat, before.speaker) != (now.speaker_seat, now.speaker):
        yield ChangeKind.SPEAKER
    if (before.draft_decision, before.points) != (now.draft_decision, now.points):
        yield ChangeKind.DECISION
    if (before.executor_units, before.executor_seats, before.due) != (
        now.executor_units,
        now.executor_seats,
        now.due,
    ):
        yield ChangeKind.EXECUTION
    if before.materials != now.materials:
        yield ChangeKind.MATERIALS
