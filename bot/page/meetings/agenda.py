"""The agenda of a draft, or of a meeting until it is opened (п. 3.2): its questions in one form.

Rows are dragged or numbered anew. When and where it is, and its sending out, are the chat's.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from aiohttp import web

from bot.page.visit import Visit
from domain.meetings import preparing
from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from domain.meetings.questions import DECISION_LIMIT, QUESTION_LIMIT, SPEAKER_LIMIT, read_speaker
from domain.office.reading import whole
from domain.office.refusal import Refusal, required
from domain.office.typed import said, short

_NEW = "new"
_MOST_PLACES = 999


@dataclass(frozen=True, slots=True)
class _Row:
    """A question as the form gives it; `key` is None for the one that is added."""

    key: int | None
    place: int
    question: str
    speaker: str
    decision: str
    out: bool


async def begin(visit: Visit) -> web.Response:
    """A new draft, as `/convene` begins one."""
    visit.roster.require_preparing(visit.actor, "convene")
    meeting = await preparing.begin(visit.uow, visit.roster, visit.actor)
    return visit.go(f"/meetings/{meeting.id}/agenda")


async def show(visit: Visit) -> web.Response:
    """The questions in one form, and an empty one below."""
    meeting = await editable(visit)
    return visit.show(
        "agenda.html",
        meeting=meeting,
        state=_state_of(meeting),
        speakers=[(item, _speaker(visit, item)) for item in meeting.agenda],
        materials=[
            (item, file)
            for item in meeting.agenda
            if item.materials
            for file in await visit.uow.attachments.of(meeting.materials(item))
        ],
        people=[
            holder.name
            for seat in visit.runtime.profile.seats
            if (holder := visit.roster.holder(seat.number))
        ],
        question_limit=QUESTION_LIMIT,
        decision_limit=DECISION_LIMIT,
        done=visit.query.get("done") == "kept",
    )


async def change(visit: Visit) -> web.Response:
    """All of the form takes effect, or nothing of it."""
    meeting = await editable(visit)
    if visit.chosen("state") != _state_of(meeting):
        raise Refusal("agenda-changed-meanwhile")
    before = meeting.programme()
    rows = _rows(visit, meeting)
    gone = [item for item in meeting.agenda if item.key in {row.key for row in rows if row.out}]
    for item in gone:
        meeting.agenda.withdraw(item.number)
    kept = [row for row in rows if not row.out]
    placed = [(row.place, order, _written(visit, meeting, row)) for order, row in enumerate(kept)]
    meeting.agenda.arrange([item.key for _, _, item in sorted(placed, key=lambda one: one[:2])])
    await preparing.keep_edit(visit.uow, visit.actor, meeting, before)
    await preparing.release(visit.uow, visit.actor, meeting, gone)
    return visit.go(f"/meetings/{meeting.id}/agenda", done="kept")


async def editable(visit: Visit) -> Meeting:
    """The meeting that the address names; a refusal for whoever may not change it, or not any more."""
    meeting = required(await visit.uow.meetings.get(visit.number("id")), "page-nothing-there")
    preparing.require_editing(meeting, visit.roster, visit.actor)
    return meeting


def _state_of(meeting: Meeting) -> str:
    """Another one once anybody has changed the agenda since the form was shown."""
    return hashlib.sha256(repr(meeting.programme().questions).encode()).hexdigest()[:16]


def _rows(visit: Visit, meeting: Meeting) -> list[_Row]:
    found = [_row(visit, str(item.key), item.key) for item in meeting.agenda]
    added = _row(visit, _NEW, None)
    return [*found, added] if added.question or added.decision or added.speaker else found


def _row(visit: Visit, name: str, key: int | None) -> _Row:
    place = whole(visit.chosen(f"place-{name}"), 1, _MOST_PLACES)
    if key is not None and place is None:
        raise Refusal("page-form-unread")
    return _Row(
        key,
        place or _MOST_PLACES,
        visit.chosen(f"question-{name}"),
        visit.chosen(f"speaker-{name}"),
        visit.chosen(f"decision-{name}"),
        bool(visit.chosen(f"out-{name}")),
    )


def _written(visit: Visit, meeting: Meeting, row: _Row) -> AgendaItem:
    """The question with what the form says of it."""
    question = short(row.question, QUESTION_LIMIT)
    if row.key is None:
        item = meeting.agenda.add(AgendaItem(0, question))
    else:
        item = next(one for one in meeting.agenda if one.key == row.key)
        item.question = question
    if " ".join(row.speaker.split()) != _speaker(visit, item):
        item.speaker_seat, item.speaker = _read_speaker(visit, row.speaker)
    item.draft_decision = said(row.decision, DECISION_LIMIT) if row.decision else ""
    return item


def _speaker(visit: Visit, item: AgendaItem) -> str:
    if item.speaker_seat is None:
        return item.speaker
    holder = visit.roster.holder(item.speaker_seat)
    return holder.name if holder else visit.say("seat-name", seat=item.speaker_seat)


def _read_speaker(visit: Visit, text: str) -> tuple[int | None, str]:
    words = " ".join(text.split())
    if not words:
        return None, ""
    seat, name = read_speaker(words, visit.roster)
    if seat == 0:
        raise Refusal("no-such-seat")
    return seat, short(name, SPEAKER_LIMIT) if name else ""
