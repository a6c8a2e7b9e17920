"""What the chair does with the agenda and the time of an open meeting (п. 3.2, 4.3)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta

from domain.meetings import floor, guests
from domain.meetings.agenda import Removal
from domain.meetings.meeting import Meeting
from domain.office.act import Act
from domain.office.outbox import Screen
from domain.office.ports import Expectation
from domain.office.refusal import Refusal
from domain.office.typed import short
from domain.people.roster import Duties
from handlers.chat.dates import read_day
from handlers.chat.request import Request
from handlers.meetings.audience import send_card
from handlers.meetings.convening.in_one_message import read_question
from handlers.meetings.convening.long_words import decision_of, may_go_on, rest_of
from handlers.meetings.convening.points import read_points
from handlers.meetings.guests import read_visitor
from handlers.meetings.meeting import chaired, keep, public_chats
from handlers.meetings.taps import MeetingTap

WORDS_KIND = "floor"
LONGEST_BREAK = 240
REASON_LIMIT = 300
_OF_ITEM = ("amend", "points", "saydue", "again")

Said = Callable[[Request, Meeting, Duties, int, str], Awaitable[Act]]


async def item_page(request: Request, tap: MeetingTap) -> None:
    """What can be done with one question besides the vote."""
    meeting, _duties = await chaired(request, tap.meeting)
    item = meeting.item(tap.value)
    await request.uow.outbox.turn(await request.card(), {"page": "item", "item": item.number})


async def again_page(request: Request, tap: MeetingTap) -> None:
    """Which decided question is to be put again."""
    await chaired(request, tap.meeting)
    await request.uow.outbox.turn(await request.card(), {"page": "again"})


async def break_page(request: Request, tap: MeetingTap) -> None:
    """For how long."""
    await chaired(request, tap.meeting)
    await request.uow.outbox.turn(await request.card(), {"page": "break"})


async def hear(request: Request, tap: MeetingTap) -> None:
    """«Слушаем»: the question is brought up, its speaker's time runs."""
    meeting, duties = await chaired(request, tap.meeting)
    act = floor.hear(meeting, tap.value, duties, request.now)
    await request.uow.outbox.turn(await request.card(), {"item": tap.value})
    await keep(request, meeting, act, duties=duties)
    request.reply("toast-heard", item=tap.value)


async def remove(request: Request, tap: MeetingTap) -> None:
    """«Снять» or «Отложить»: asks first."""
    meeting, duties = await chaired(request, tap.meeting)
    number, what = tap.value, tap.act
    removal = Removal.DROPPED if what == "drop" else Removal.POSTPONED
    act = floor.take_off(meeting, number, removal, duties, request.now)
    card = await request.card()
    if card.content.get("confirm") != what or card.content.get("item") != number:
        await request.uow.outbox.turn(card, {"confirm": what, "item": number})
        return
    await request.uow.outbox.turn(card, {})
    await keep(request, meeting, act, duties=duties)
    request.reply(f"toast-{what}", item=number)


async def announce_break(request: Request, tap: MeetingTap) -> None:
    """A break of so many minutes, announced to everyone in the meeting."""
    meeting, duties = await chaired(request, tap.meeting)
    if not 0 < tap.value <= LONGEST_BREAK:
        raise Refusal("card-outdated")
    until = (request.now + timedelta(minutes=tap.value)).replace(second=0, microsecond=0)
    act = floor.announce_break(meeting, until, duties, request.now)
    await request.uow.outbox.turn(await request.card(), {})
    await keep(request, meeting, act, duties=duties)
    await _announce(request, meeting, "break-announced", until=until)


async def resume(request: Request, tap: MeetingTap) -> None:
    """«Продолжить»: with a quorum only (п. 4.3.1)."""
    meeting, duties = await chaired(request, tap.meeting)
    act = floor.resume(meeting, duties, request.now, request.office.profile)
    await keep(request, meeting, act, duties=duties)
    await _announce(request, meeting, "break-ended", present=len(meeting.present()))


async def _announce(request: Request, meeting: Meeting, key: str, **arguments: object) -> None:
    text = request.texts(key, number=meeting.number or 0, **arguments)
    for chat_id in await public_chats(request, meeting):
        await request.uow.outbox.text(chat_id, Screen(text))


# By words


async def ask_words(request: Request, tap: MeetingTap) -> None:
    """«Изменить проект», «Внести вопрос» and the like: the chair's next words are it."""
    meeting, _duties = await chaired(request, tap.meeting)
    what = tap.act
    if what in _OF_ITEM:
        meeting.item(tap.value)
    expected = {"meeting": meeting.id, "what": what, "item": tap.value}
    await request.uow.expect(request.actor.user_id, Expectation(WORDS_KIND, expected))
    await request.uow.outbox.turn(await request.card(), {"page": f"ask-{what}", "item": tap.value})


async def _amend(request: Request, meeting: Meeting, duties: Duties, item: int, text: str) -> Act:
    return floor.amend(meeting, item, decision_of(text), duties, request.now)


async def _say_more(request: Request, meeting: Meeting, duties: Duties, item: int, text: str) -> Act:
    return floor.lengthen(meeting, item, rest_of(meeting.item(item), text), duties, request.now)


async def _say_due(request: Request, meeting: Meeting, duties: Duties, item: int, text: str) -> Act:
    day = read_day(text, request.today)
    if day is None:
        raise Refusal("day-unreadable")
    return floor.set_due(meeting, item, day, duties, request.now, request.office.profile)


async def _say_points(request: Request, meeting: Meeting, duties: Duties, item: int, text: str) -> Act:
    points = read_points(request, text, await request.roster())
    return floor.set_points(meeting, item, points, duties, request.now)


async def _put_again(request: Request, meeting: Meeting, duties: Duties, item: int, text: str) -> Act:
    return floor.put_again(meeting, item, short(text, REASON_LIMIT), duties, request.now)


async def _invite(request: Request, meeting: Meeting, duties: Duties, _: int, text: str) -> Act:
    return guests.invite(meeting, *read_visitor(text))


async def _bring_in(request: Request, meeting: Meeting, duties: Duties, _: int, text: str) -> Act:
    read = read_question(text, request.now, await request.roster())
    if read.mistakes:
        mistake = read.mistakes[0]
        raise Refusal("question-unreadable", reason=request.own_texts(mistake.key, **mistake.arguments))
    return floor.bring_in(meeting, read.agenda[0], duties, request.now)


_SAID: Mapping[str, Said] = {
    "amend": _amend,
    "more": _say_more,
    "bringin": _bring_in,
    "saydue": _say_due,
    "points": _say_points,
    "again": _put_again,
    "askguest": _invite,
}


async def floor_words(request: Request, expectation: Expectation, text: str) -> None:
    """What was asked for: a draft decision anew, a question, a due day, a reason, a guest."""
    content = expectation.content
    meeting, duties = await chaired(request, int(content["meeting"]))
    say = _SAID[str(content["what"])]
    act = await say(request, meeting, duties, int(content["item"]), text)
    await keep(request, meeting, act, duties=duties)
    number = int(content["item"])
    page: dict[str, object] = {"item": number} if number else {}  # the chair's choice of a question stands
    if content["what"] in ("amend", "more") and may_go_on(meeting.item(number), text):
        page = {"page": "ask-more", "item": number}
    waits = Expectation(WORDS_KIND, {**content, "what": "more"}) if "page" in page else None
    await request.uow.expect(request.actor.user_id, waits)
    # The panel has slipped up behind the words: it is sent anew below them.
    await send_card(request, meeting, request.chat_id, page)
