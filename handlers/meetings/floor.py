"""What the chair does with the agenda and the time of an open meeting (п. 3.2, 4.3)."""

from __future__ import annotations

from datetime import timedelta

from domain.meetings import floor
from domain.meetings.agenda import Removal
from domain.meetings.meeting import Meeting
from domain.office.act import Act
from domain.office.outbox import Screen
from domain.office.ports import Expectation
from domain.office.refusal import Refusal
from domain.people.roster import Duties
from handlers.chat.request import Request
from handlers.chat.typed import short
from handlers.meetings.audience import send_card
from handlers.meetings.convening.in_one_message import DECISION_LIMIT, QUESTION_LIMIT, read_convening
from handlers.meetings.meeting import chaired, keep, public_chats
from handlers.meetings.taps import MeetingTap

WORDS_KIND = "floor"
LONGEST_BREAK = 240


async def item_page(request: Request, tap: MeetingTap) -> None:
    """What can be done with one question besides the vote."""
    meeting, _duties = await chaired(request, tap.meeting)
    item = meeting.item(tap.value)
    await request.uow.outbox.turn(await request.card(), {"page": "item", "item": item.number})


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
    """«Изменить проект» or «Внести вопрос»: the chair's next words are it."""
    meeting, _duties = await chaired(request, tap.meeting)
    what = tap.act
    if what == "amend":
        meeting.item(tap.value)
    expected = {"meeting": meeting.id, "what": what, "item": tap.value}
    await request.uow.expect(request.actor.user_id, Expectation(WORDS_KIND, expected))
    await request.uow.outbox.turn(await request.card(), {"page": f"ask-{what}", "item": tap.value})


async def _amend(request: Request, meeting: Meeting, duties: Duties, item: int, text: str) -> Act:
    return floor.amend(meeting, item, short(text, DECISION_LIMIT), duties, request.now)


async def _bring_in(request: Request, meeting: Meeting, duties: Duties, _: int, text: str) -> Act:
    line = short(text, QUESTION_LIMIT + DECISION_LIMIT)
    tomorrow = request.now + timedelta(days=1)  # any day to come: only the question is read
    read = read_convening(f"{tomorrow:%d.%m.%Y %H:%M}\n{line}", request.now, await request.roster())
    if read.mistakes:
        mistake = read.mistakes[0]
        raise Refusal("question-unreadable", reason=request.own_texts(mistake.key, **mistake.arguments))
    return floor.bring_in(meeting, read.agenda[0], duties, request.now)


async def floor_words(request: Request, expectation: Expectation, text: str) -> None:
    """The draft decision anew, or a question «вопрос | докладчик | проект решения»."""
    content = expectation.content
    meeting, duties = await chaired(request, int(content["meeting"]))
    say = _amend if content["what"] == "amend" else _bring_in
    act = await say(request, meeting, duties, int(content["item"]), text)
    await request.uow.expect(request.actor.user_id, None)
    await keep(request, meeting, act, duties=duties)
    # The panel has slipped up behind the words: it is sent anew below them.
    await send_card(request, meeting, request.chat_id)
