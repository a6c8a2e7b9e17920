"""`/regular`: meetings of a rhythm are set and ended by the head; the bot proposes each next one (п. 3.2)."""

from __future__ import annotations

from datetime import date, time

from domain.meetings.agenda import AgendaItem
from domain.meetings.regular import RegularMeeting, Rhythm
from domain.office import reading
from domain.office.ports import Expectation
from domain.office.refusal import Refusal, required
from domain.office.typed import short
from handlers.chat.cards import show_only
from handlers.chat.request import Request
from handlers.meetings.convening.draft import expect_private
from handlers.meetings.convening.in_one_message import PLACE_LIMIT, read_questions
from handlers.meetings.taps import RegularDayTap, RegularTap, RegularTimeTap

WORDS_KIND = "regular"
NOWHERE = ("-", "—", "–")


async def show_regular(request: Request) -> None:
    """`/regular`: what was set, and the way to set one more."""
    await request.duties("convene")
    expect_private(request)
    await request.uow.expect(request.actor.user_id, None)
    await show_only(request, "regulars")


async def begin(request: Request, _: RegularTap) -> None:
    """«Назначить»: since which day; its weekday is the meeting's."""
    await _turn(request, {"page": "day"})


async def back(request: Request, _: RegularTap) -> None:
    """«Назад»: to what was set."""
    await _turn(request, {})


async def _turn(request: Request, content: dict[str, object]) -> None:
    await request.duties("convene")
    await request.uow.expect(request.actor.user_id, None)
    await request.uow.outbox.turn(await request.card(), content)


async def choose_day(request: Request, tap: RegularDayTap) -> None:
    """The first day, or another month of the calendar."""
    if isinstance(tap.value, str):
        await _turn(request, {"page": "day", "month": tap.value})
        return
    if tap.value <= request.today:
        raise Refusal("due-is-past", day=tap.value)
    await _turn(request, {"page": "rhythm", "day": tap.value.isoformat()})


async def choose_rhythm(request: Request, tap: RegularTap) -> None:
    """How often."""
    await request.duties("convene")
    card = await request.card()
    if tap.value not in [one.value for one in Rhythm] or "day" not in card.content:
        raise Refusal("card-outdated")
    await _turn(request, {"page": "time", "day": card.content["day"], "rhythm": tap.value})


async def choose_time(request: Request, tap: RegularTimeTap) -> None:
    """At what time; the place and standing questions are typed."""
    await request.duties("convene")
    card = await request.card()
    at = reading.clock(f"{tap.value // 100}:{tap.value % 100:02d}")
    if at is None or "rhythm" not in card.content:
        raise Refusal("card-outdated")
    chosen = {name: card.content[name] for name in ("day", "rhythm")} | {"at": at.isoformat("minutes")}
    await _turn(request, {"page": "place", **chosen})
    await request.uow.expect(request.actor.user_id, Expectation(WORDS_KIND, chosen))


async def place_words(request: Request, expectation: Expectation, text: str) -> None:
    """The place on the first line, standing questions on the others: it is set."""
    duties = await request.duties("convene")
    first, _, rest = text.strip().partition("\n")
    place = "" if first.strip() in NOWHERE else short(first, PLACE_LIMIT)
    content = expectation.content
    regular = RegularMeeting(
        0,
        Rhythm(content["rhythm"]),
        date.fromisoformat(str(content["day"])),
        time.fromisoformat(str(content["at"])),
        place,
        await _questions(request, rest),
    )
    await request.uow.regulars.add(regular)
    await request.record(regular.begun(), acting=duties.acting)
    await request.uow.expect(request.actor.user_id, None)
    await show_only(request, "regulars")


async def _questions(request: Request, text: str) -> list[AgendaItem]:
    """Standing questions, a line each; a day of execution is each draft's own."""
    read = read_questions(text, request.now, await request.roster(), None)
    if read.mistakes:
        mistake = read.mistakes[0]
        reason = request.own_texts(mistake.key, **mistake.arguments)
        raise Refusal("question-unreadable", reason=reason)
    dated = next((item for item in read.agenda if item.due), None)
    if dated is not None:
        raise Refusal("regular-with-due", item=dated.number)
    return read.agenda


async def end(request: Request, tap: RegularTap) -> None:
    """«Завершить», after a confirmation: no more are proposed."""
    duties = await request.duties("convene")
    regular = required(await request.uow.regulars.get(tap.regular), "no-such-regular")
    act = regular.end(request.today)
    card = await request.card()
    if card.content.get("page") != "end" or card.content.get("regular") != regular.id:
        await request.uow.outbox.turn(card, {"page": "end", "regular": regular.id})
        return
    await request.uow.regulars.save(regular)
    await request.record(act, acting=duties.acting)
    await request.uow.outbox.turn(card, {})
