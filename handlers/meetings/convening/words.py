"""What the wizard is told in words and files: a place, a question, a link, materials."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime

from domain.meetings import guests
from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import video_link
from domain.meetings.questions import QUESTION_LIMIT, read_speaker
from domain.office import reading
from domain.office.attachment import SentFile
from domain.office.ports import Expectation
from domain.office.refusal import Refusal
from domain.office.typed import short
from handlers.chat.cards import show_below
from handlers.chat.dates import read_day
from handlers.chat.files import attach
from handlers.chat.request import Request
from handlers.meetings.convening.draft import (
    asking,
    editable,
    item_of,
    keep_edit,
    page_of,
    show_wizard,
)
from handlers.meetings.convening.edits import set_due, set_moment
from handlers.meetings.convening.in_one_message import (
    PLACE_LIMIT,
    read_questions,
)
from handlers.meetings.convening.long_words import decision_of, may_go_on, rest_of
from handlers.meetings.convening.points import read_points
from handlers.meetings.guests import read_visitor
from handlers.meetings.taps import DraftAskTap

Said = Callable[[Request, Meeting, str, str], Awaitable[dict[str, object]]]


async def ask(request: Request, tap: DraftAskTap) -> None:
    """A tap after which words are expected: a place, a question, a name, a decision, a time, a date."""
    meeting = await editable(request, tap.meeting)
    what, *of = map(str, tap.value)
    if what not in _SAID:
        raise Refusal("card-outdated")
    card = await request.card()
    content = await asking(request, meeting, what, "".join(of))
    await request.uow.outbox.turn(card, page_of(meeting, content))


async def draft_words(request: Request, expectation: Expectation, text: str) -> None:
    """The words a tap of the wizard asked for."""
    meeting = await editable(request, int(expectation.content["meeting"]))
    what, number = str(expectation.content["what"]), str(expectation.content["number"])
    before = meeting.programme()
    content = await _SAID[what](request, meeting, number, text)
    await keep_edit(request, meeting, before)
    # The card has slipped up behind the words: it is sent anew below them.
    await show_wizard(request, meeting, content)
    if content.get("page") == "ask":  # the words filled a message: the rest may follow
        await asking(request, meeting, "more", number)


async def material(request: Request, expectation: Expectation, file: SentFile, _: str) -> None:
    """A file for a question; more may follow."""
    meeting = await editable(request, int(expectation.content["meeting"]))
    found = [item for item in meeting.agenda if item.key == expectation.content["key"]]
    if not found:
        raise Refusal("no-such-item", item=0)
    before = meeting.programme()
    entity = meeting.materials(found[0])
    await attach(request, entity, file)
    found[0].materials = len(await request.uow.attachments.of(entity))
    await keep_edit(request, meeting, before)
    content: dict[str, object] = {"page": "materials", "rest": str(found[0].number)}
    await show_below(request, "convening", meeting.entity, page_of(meeting, content), file.album)


async def _say_place(_: Request, meeting: Meeting, number: str, text: str) -> dict[str, object]:
    meeting.place = short(text, PLACE_LIMIT)
    return {}


async def _say_link(_: Request, meeting: Meeting, number: str, text: str) -> dict[str, object]:
    meeting.link = video_link(text)
    return {}


async def _say_question(request: Request, meeting: Meeting, number: str, text: str) -> dict[str, object]:
    if number:
        item_of(meeting, number).question = short(text, QUESTION_LIMIT)
        return {"page": "item", "rest": number}
    zone = request.office.profile.time_zone
    starts_at = meeting.starts_at.astimezone(zone) if meeting.starts_at else None
    read = read_questions(text, request.now, await request.roster(), starts_at)
    if read.mistakes:
        mistake = read.mistakes[0]
        raise Refusal("question-unreadable", reason=request.own_texts(mistake.key, **mistake.arguments))
    for item in read.agenda:
        meeting.agenda.add(item)
    return {"page": "item" if len(read.agenda) == 1 else "agenda", "rest": str(len(meeting.agenda))}


async def _say_speaker(request: Request, meeting: Meeting, number: str, text: str) -> dict[str, object]:
    seat, name = read_speaker(short(text, 150), await request.roster())
    if seat == 0:
        raise Refusal("no-such-seat")
    item = item_of(meeting, number)
    item.speaker_seat, item.speaker = seat, name
    return {"page": "item", "rest": number}


async def _say_decision(_: Request, meeting: Meeting, number: str, text: str) -> dict[str, object]:
    item = item_of(meeting, number)
    item.draft_decision = decision_of(text)
    return _perhaps_more(item, text)


async def _say_more(_: Request, meeting: Meeting, number: str, text: str) -> dict[str, object]:
    item = item_of(meeting, number)
    item.lengthen(rest_of(item, text))
    return _perhaps_more(item, text)


def _perhaps_more(item: AgendaItem, text: str) -> dict[str, object]:
    if may_go_on(item, text):
        return {"page": "ask", "rest": f"more-{item.number}"}
    return {"page": "item", "rest": str(item.number)}


async def _say_due(request: Request, meeting: Meeting, number: str, text: str) -> dict[str, object]:
    day = read_day(text, request.today)
    if day is None:
        raise Refusal("day-unreadable")
    set_due(request, meeting, item_of(meeting, number), day)
    return {"page": "item", "rest": number}


async def _say_points(request: Request, meeting: Meeting, number: str, text: str) -> dict[str, object]:
    item_of(meeting, number).points = read_points(request, text, await request.roster())
    return {"page": "item", "rest": number}


async def _say_time(request: Request, meeting: Meeting, number: str, text: str) -> dict[str, object]:
    day, clock = reading.day(number), reading.clock(text.strip())
    if day is None or clock is None:
        raise Refusal("time-unreadable")
    return set_moment(request, meeting, datetime.combine(day, clock, request.office.profile.time_zone))


async def _say_guest(request: Request, meeting: Meeting, number: str, text: str) -> dict[str, object]:
    await request.record(guests.invite(meeting, *read_visitor(text)))
    return {"page": "guests"}


_SAID: Mapping[str, Said] = {
    "place": _say_place,
    "link": _say_link,
    "question": _say_question,
    "speaker": _say_speaker,
    "decision": _say_decision,
    "more": _say_more,
    "due": _say_due,
    "points": _say_points,
    "time": _say_time,
    "guest": _say_guest,
}
