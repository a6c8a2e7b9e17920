"""What is said of a message's answer: another date, what was answered, how well."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import date, datetime
from typing import Any

from domain.messages.acts import answer, judge, note_result
from domain.messages.dealing import note_answer
from domain.messages.message import AnswerQuality, AnswerResult, KnownMessage
from domain.office.outbox import Card
from domain.office.ports import Expectation
from domain.office.refusal import Refusal
from handlers.chat.dates import read_moment, read_past_day
from handlers.chat.request import Request
from handlers.messages.messages import message_to_act_on, open_message
from handlers.messages.taps import AnswerDayTap, AnswerTap


async def tapped(request: Request, tap: AnswerTap | AnswerDayTap) -> None:
    """One step, by someone who may act on this message."""
    step = STEPS[tap.act]
    message = await message_to_act_on(request, tap.message)
    await request.uow.expect(request.actor.user_id, None)  # a step aside ends what was awaited
    await step(request, message, await request.card(), tap.value)


async def _days(request: Request, message: KnownMessage, card: Card, _: str) -> None:
    answer(message, request.now, request.now)
    await request.uow.outbox.turn(card, {"page": "answer-days"})


async def _day(request: Request, message: KnownMessage, card: Card, day: date) -> None:
    """A day alone: the end of its working time, but never before the message came nor after now."""
    await _answered(request, message, _within(request, message, day))
    await request.uow.outbox.turn(card, {})


def _within(request: Request, message: KnownMessage, day: date) -> datetime:
    profile = request.office.profile
    closes = datetime.combine(day, profile.working_time.closes, profile.time_zone)
    if day == message.received_at.astimezone(profile.time_zone).date():
        closes = max(closes, message.received_at)
    return min(closes, request.now) if day <= request.today else closes


async def _own(request: Request, message: KnownMessage, card: Card, _: str) -> None:
    await request.uow.expect(request.actor.user_id, Expectation("answer-date", {"message": message.id}))
    await request.uow.outbox.turn(card, {"page": "answer-own"})


async def date_words(request: Request, expectation: Expectation, text: str) -> None:
    """The moment of the answer, typed: «23.11.2026 15:30», «23.11», «вчера»."""
    message = await message_to_act_on(request, int(expectation.content["message"]))
    day = read_past_day(text, request.today)
    moment = read_moment(text.strip(), request.now) if day is None else _within(request, message, day)
    if moment is None:
        raise Refusal("answer-date-unread", text=text[:60])
    await _answered(request, message, moment)
    await request.uow.expect(request.actor.user_id, None)
    await open_message(request, message.id)


async def _answered(request: Request, message: KnownMessage, moment: datetime) -> None:
    await note_answer(request.uow, request.actor, message, moment, request.now)
    request.reply("toast-answered", code=message.number)


async def _result(request: Request, message: KnownMessage, card: Card, value: str) -> None:
    if value not in [result.value for result in AnswerResult]:
        raise Refusal("card-outdated")
    await request.record(note_result(message, AnswerResult(value)))
    await request.uow.messages.note_result(message.id, value)
    await request.uow.outbox.turn(card, {})
    request.reply("toast-result", result=value)


async def _quality(request: Request, message: KnownMessage, card: Card, value: str) -> None:
    if value not in ["none", *(quality.value for quality in AnswerQuality)]:
        raise Refusal("card-outdated")
    judged = None if value == "none" else AnswerQuality(value)
    await request.record(judge(message, judged))
    await request.uow.messages.judge(message.id, judged.value if judged else "")
    await request.uow.outbox.turn(card, {})
    request.reply("toast-quality")


STEPS: Mapping[str, Callable[[Request, KnownMessage, Card, Any], Awaitable[None]]] = {
    "days": _days,
    "day": _day,
    "own": _own,
    "result": _result,
    "quality": _quality,
}
