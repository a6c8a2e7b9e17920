"""Convening a meeting: a wizard on one live card, or everything in one message (п. 3.2, 4.3)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import date, datetime, time

from aiogram import F, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery
from aiogram.types import Message as ChatMessage

from domain.act import Act
from domain.agenda import AgendaItem
from domain.meeting import Meeting
from domain.ports import Expectation, Screen
from domain.preparation import Form, MeetingState
from domain.refusal import Refusal
from domain.roster import Standing
from handlers.convening_text import (
    DECISION_LIMIT,
    PLACE_LIMIT,
    QUESTION_LIMIT,
    read_convening,
    read_day,
    read_speaker,
)
from handlers.invitations import issue
from handlers.meetings import load, send_card
from handlers.request import Request
from handlers.taps import CommandTap, DraftTap

Edit = Callable[[Request, Meeting, str], Awaitable[dict[str, object]]]

WORDS_KIND = "draft"


def build() -> Router:
    """`/convene` and the wizard's taps."""
    router = Router(name="convening")
    router.message.register(convene_command, Command("convene"))
    router.callback_query.register(convene_button, CommandTap.filter(F.name == "convene"))
    router.callback_query.register(send_out, DraftTap.filter(F.act == "send"))
    router.callback_query.register(discard, DraftTap.filter(F.act == "discard"))
    router.callback_query.register(ask, DraftTap.filter(F.act == "ask"))
    router.callback_query.register(edit, DraftTap.filter(F.act.in_(_EDITS)))
    return router


async def convene_command(_: ChatMessage, request: Request, command: CommandObject) -> None:
    """`/convene`, alone or with everything after it."""
    await request.duties("convene")
    _expect_private(request)
    if not (command.args or "").strip():
        await convene(request)
        return
    read = read_convening(command.args or "", request.now, await request.roster())
    if read.mistakes:
        lines = [
            request.texts(
                "convene-line", line=mistake.line, reason=request.texts(mistake.key, **mistake.arguments)
            )
            for mistake in read.mistakes
        ]
        lines = [request.texts("convene-mistakes"), *lines, "", request.texts("convene-example")]
        await request.show(Screen("\n".join(lines)))
        return
    meeting = _new_draft(request)
    meeting.starts_at, meeting.place, meeting.agenda = read.starts_at, read.place, read.agenda
    await _start(request, meeting)


async def convene_button(_: CallbackQuery, request: Request) -> None:
    """The button that does what `/convene` does."""
    await convene(request)


async def convene(request: Request) -> None:
    """The wizard: the draft begun before goes on, else a new one."""
    await request.duties("convene")
    _expect_private(request)
    meeting = await request.uow.meetings.draft_of(request.chat_id)
    await _start(request, meeting or _new_draft(request))


def _expect_private(request: Request) -> None:
    if not request.private:
        raise Refusal("private-only")


def _new_draft(request: Request) -> Meeting:
    profile = request.office.profile
    seats = [seat.number for seat in profile.seats]
    return Meeting(id=0, established=profile.established, participants=seats)


async def _start(request: Request, meeting: Meeting) -> None:
    await request.uow.expect(request.actor.user_id, None)
    if meeting.id:
        await request.uow.meetings.save(meeting)
    else:
        await request.uow.meetings.add(meeting)
        await request.record(Act("meeting-drafted", meeting.entity))
    await request.uow.outbox.retire_kind(request.chat_id, "convening")
    await request.uow.outbox.card(request.chat_id, "convening", meeting.entity)


async def _draft(request: Request, meeting_id: int) -> Meeting:
    await request.duties("convene")
    meeting = await load(request, meeting_id)
    if meeting.state is not MeetingState.DRAFT:
        raise Refusal(f"meeting-is-{meeting.state.value.replace('_', '-')}", number=meeting.number or 0)
    return meeting


async def send_out(_: CallbackQuery, callback_data: DraftTap, request: Request) -> None:
    """«Разослать»: the meeting is convened, everyone gets its card."""
    duties = await request.duties("convene")
    meeting = await _draft(request, callback_data.meeting)
    card = await request.card()
    year = (meeting.starts_at or request.now).astimezone(request.office.profile.time_zone).year
    act = meeting.convene(duties, await request.uow.meetings.next_number(year), request.now)
    await request.uow.meetings.save(meeting)
    await request.record(act, acting=duties.acting)
    await request.uow.outbox.turn(card, {})
    roster = await request.roster()
    group = await request.uow.roster.office_chat()
    bound = [roster.binding(seat) for seat in sorted({*meeting.participants, duties.seat})]
    guests = [guest.user_id for guest in roster.guests() if guest.user_id in meeting.guests]
    for chat_id in [*(binding.user_id for binding in bound if binding), *guests, *([group] if group else [])]:
        await send_card(request, meeting, chat_id)
    request.reply("toast-convened", number=meeting.number or 0)


async def discard(_: CallbackQuery, callback_data: DraftTap, request: Request) -> None:
    """«Отмена»: the draft is thrown away, after a confirmation."""
    meeting = await _draft(request, callback_data.meeting)
    card = await request.card()
    if card.content.get("page") != "discard":
        await request.uow.outbox.turn(card, {"page": "discard"})
        return
    await request.record(meeting.discard())
    await request.uow.meetings.save(meeting)
    await request.uow.expect(request.actor.user_id, None)
    await request.uow.outbox.turn(card, {})


# Edits by taps: each gets the value, changes the draft and says which page to show next


async def _page(_: Request, __: Meeting, value: str) -> dict[str, object]:
    name, _dash, rest = value.partition("-")
    return {"page": name, "rest": rest}


async def _date(request: Request, meeting: Meeting, value: str) -> dict[str, object]:
    try:
        parts = [int(part) for part in value.split("-")]
        if len(parts) == 2:
            date(parts[0], parts[1], 1)
            return {"page": "date", "rest": value}
        date(*parts)
    except (ValueError, TypeError):
        raise Refusal("card-outdated") from None
    return {"page": "time", "rest": value}


async def _time(request: Request, meeting: Meeting, value: str) -> dict[str, object]:
    try:
        moment = datetime.strptime(value, "%Y%m%d%H%M")  # noqa: DTZ007 — the office's zone follows
    except ValueError:
        raise Refusal("card-outdated") from None
    meeting.starts_at = moment.replace(tzinfo=request.office.profile.time_zone)
    if meeting.starts_at <= request.now:
        raise Refusal("date-is-past", moment=meeting.starts_at)
    return {}


async def _form(_: Request, meeting: Meeting, value: str) -> dict[str, object]:
    with suppress(ValueError):
        meeting.form = Form(value)
    return {}


async def _participant(request: Request, meeting: Meeting, value: str) -> dict[str, object]:
    seat = int(value) if value.isdigit() else 0
    if seat not in [one.number for one in request.office.profile.seats]:
        raise Refusal("no-such-seat")
    meeting.participants = sorted({*meeting.participants} ^ {seat})
    return {"page": "people"}


async def _guest(request: Request, meeting: Meeting, value: str) -> dict[str, object]:
    if value == "invite":
        link = await issue(request, Standing.GUEST, meeting_id=meeting.id)
        await request.say("draft-guest-link", link=link)
        return {"page": "guests"}
    known = [guest.user_id for guest in (await request.roster()).guests()]
    user_id = int(value) if value.isdigit() else 0
    if user_id not in known:
        raise Refusal("card-outdated")
    meeting.guests = sorted({*meeting.guests} ^ {user_id})
    return {"page": "guests"}


async def _speaker(request: Request, meeting: Meeting, value: str) -> dict[str, object]:
    number, _, seat = value.partition("-")
    item = _item(meeting, number)
    if seat.isdigit() and int(seat) in [one.number for one in request.office.profile.seats]:
        item.speaker_seat, item.speaker = int(seat), ""
    else:
        item.speaker_seat, item.speaker = None, ""
    return {"page": "item", "rest": number}


async def _executor(request: Request, meeting: Meeting, value: str) -> dict[str, object]:
    number, _, who = value.partition("-")
    item = _item(meeting, number)
    profile = request.office.profile
    if who.isdigit() and int(who) in [seat.number for seat in profile.seats]:
        item.executor_seats = sorted({*item.executor_seats} ^ {int(who)})
    elif who in [unit.key for unit in profile.units]:
        item.executor_units = sorted({*item.executor_units} ^ {who})
    else:
        raise Refusal("card-outdated")
    return {"page": "executors", "rest": number}


async def _due(request: Request, meeting: Meeting, value: str) -> dict[str, object]:
    number, _, day = value.partition("-")
    item = _item(meeting, number)
    if day == "none":
        item.due = None
        return {"page": "item", "rest": number}
    try:
        parts = [int(part) for part in day.split("-")]
        if len(parts) == 2:
            date(parts[0], parts[1], 1)
            return {"page": "due", "rest": f"{number}-{day}"}
        item.due = date(*parts)
    except (ValueError, TypeError):
        raise Refusal("card-outdated") from None
    return {"page": "item", "rest": number}


async def _up(_: Request, meeting: Meeting, value: str) -> dict[str, object]:
    item = _item(meeting, value)
    place = meeting.agenda.index(item)
    if place > 0:
        meeting.agenda[place - 1], meeting.agenda[place] = item, meeting.agenda[place - 1]
        _renumber(meeting)
    return {"page": "agenda"}


async def _remove(_: Request, meeting: Meeting, value: str) -> dict[str, object]:
    meeting.agenda.remove(_item(meeting, value))
    _renumber(meeting)
    return {"page": "agenda"}


_EDITS: Mapping[str, Edit] = {
    "page": _page,
    "date": _date,
    "time": _time,
    "form": _form,
    "people": _participant,
    "guest": _guest,
    "speaker": _speaker,
    "executor": _executor,
    "due": _due,
    "up": _up,
    "remove": _remove,
}


async def edit(_: CallbackQuery, callback_data: DraftTap, request: Request) -> None:
    """A tap in the wizard."""
    meeting = await _draft(request, callback_data.meeting)
    card = await request.card()
    content = await _EDITS[callback_data.act](request, meeting, callback_data.value)
    await request.uow.expect(request.actor.user_id, None)
    await request.uow.meetings.save(meeting)
    await request.uow.outbox.turn(card, content)


async def ask(_: CallbackQuery, callback_data: DraftTap, request: Request) -> None:
    """A tap after which words are expected: a place, a question, a name, a decision, a time, a date."""
    meeting = await _draft(request, callback_data.meeting)
    what, _dash, number = callback_data.value.partition("-")
    if what not in _WORDS:
        raise Refusal("card-outdated")
    card = await request.card()
    await request.uow.expect(
        request.actor.user_id,
        Expectation(WORDS_KIND, {"meeting": meeting.id, "what": what, "number": number, "card": card.id}),
    )
    await request.uow.outbox.turn(card, {"page": "ask", "rest": callback_data.value})


# Edits by words


async def _say_place(_: Request, meeting: Meeting, number: str, text: str) -> dict[str, object]:
    meeting.place = _short(text, PLACE_LIMIT)
    return {}


async def _say_question(request: Request, meeting: Meeting, number: str, text: str) -> dict[str, object]:
    if number:
        _item(meeting, number).question = _short(text, QUESTION_LIMIT)
        return {"page": "item", "rest": number}
    read = read_convening(f"01.01.2100 00:00\n{text}", request.now, await request.roster())
    if read.mistakes:
        mistake = read.mistakes[0]
        raise Refusal("question-unreadable", reason=request.texts(mistake.key, **mistake.arguments))
    meeting.agenda += read.agenda
    _renumber(meeting)
    return {"page": "item", "rest": str(len(meeting.agenda))} if len(read.agenda) == 1 else {"page": "agenda"}


async def _say_speaker(request: Request, meeting: Meeting, number: str, text: str) -> dict[str, object]:
    seat, name = read_speaker(_short(text, 150), await request.roster())
    if seat == 0:
        raise Refusal("no-such-seat")
    item = _item(meeting, number)
    item.speaker_seat, item.speaker = seat, name
    return {"page": "item", "rest": number}


async def _say_decision(_: Request, meeting: Meeting, number: str, text: str) -> dict[str, object]:
    _item(meeting, number).draft_decision = _short(text, DECISION_LIMIT)
    return {"page": "item", "rest": number}


async def _say_due(request: Request, meeting: Meeting, number: str, text: str) -> dict[str, object]:
    day = read_day(text, request.today)
    if day is None:
        raise Refusal("day-unreadable")
    _item(meeting, number).due = day
    return {"page": "item", "rest": number}


async def _say_time(request: Request, meeting: Meeting, number: str, text: str) -> dict[str, object]:
    try:
        clock = time.fromisoformat(text.strip().replace(".", ":").rjust(5, "0"))
        day = date.fromisoformat(number)
    except ValueError:
        raise Refusal("time-unreadable") from None
    moment = datetime.combine(day, clock.replace(second=0, tzinfo=None), request.office.profile.time_zone)
    if moment <= request.now:
        raise Refusal("date-is-past", moment=moment)
    meeting.starts_at = moment
    return {}


_WORDS: Mapping[str, Callable[[Request, Meeting, str, str], Awaitable[dict[str, object]]]] = {
    "place": _say_place,
    "question": _say_question,
    "speaker": _say_speaker,
    "decision": _say_decision,
    "due": _say_due,
    "time": _say_time,
}


async def draft_words(request: Request, expectation: Expectation, text: str) -> None:
    """The words a tap of the wizard asked for."""
    meeting = await _draft(request, int(expectation.content["meeting"]))
    what, number = str(expectation.content["what"]), str(expectation.content["number"])
    content = await _WORDS[what](request, meeting, number, text)
    await request.uow.expect(request.actor.user_id, None)
    await request.uow.meetings.save(meeting)
    # The card has slipped up behind the words: it is sent anew below them.
    await request.uow.outbox.retire_kind(request.chat_id, "convening")
    await request.uow.outbox.card(request.chat_id, "convening", meeting.entity, content)


WORDS = {WORDS_KIND: draft_words}


def _item(meeting: Meeting, number: str) -> AgendaItem:
    return meeting.item(int(number) if number.isdigit() and len(number) < 4 else 0)


def _renumber(meeting: Meeting) -> None:
    for number, item in enumerate(meeting.agenda, start=1):
        item.number = number


def _short(text: str, limit: int) -> str:
    flat = " ".join(text.split())
    if not flat:
        raise Refusal("empty-words")
    if len(flat) > limit:
        raise Refusal("too-long", limit=limit)
    return flat
