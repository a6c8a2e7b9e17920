"""Past meetings: paged, found by number, date and words; each opens its card with the protocol."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.meetings.preparation import MeetingState
from domain.office.ports import Expectation
from domain.office.refusal import Refusal
from domain.people.roster import member_seat
from handlers.chat.cards import show_below
from handlers.chat.request import Request
from handlers.chat.taps import CommandTap, HistoryTap
from handlers.chat.typed import short
from handlers.meetings.audience import send_card
from handlers.meetings.meeting import load

SEARCH_KIND = "past-search"
_SEARCH_LIMIT = 100
_OVER = (MeetingState.CLOSED, MeetingState.NOT_HELD, MeetingState.CANCELLED)


def build() -> Router:
    """«Прошедшие» and what it offers."""
    router = Router(name="history")
    router.callback_query.register(history_button, CommandTap.filter(F.name == "past"))
    router.callback_query.register(turn, HistoryTap.filter(F.act == "page"))
    router.callback_query.register(ask, HistoryTap.filter(F.act == "search"))
    router.callback_query.register(show_all, HistoryTap.filter(F.act == "all"))
    router.callback_query.register(open_meeting, HistoryTap.filter(F.act == "open"))
    return router


async def history_button(_: CallbackQuery, request: Request) -> None:
    """«Прошедшие»."""
    await show_history(request)


async def show_history(request: Request, query: str = "") -> None:
    """The list on a live card below everything."""
    member_seat(request.actor)
    await show_below(request, "history", "history", {"query": query})


async def turn(_: CallbackQuery, callback_data: HistoryTap, request: Request) -> None:
    """Page through what was found."""
    member_seat(request.actor)
    card = await request.card()
    await request.uow.outbox.turn(card, {**card.content, "offset": max(0, callback_data.value)})


async def ask(_: CallbackQuery, request: Request) -> None:
    """«Найти»: what to look for is asked."""
    member_seat(request.actor)
    if not request.private:
        raise Refusal("search-in-private")
    await request.uow.expect(request.actor.user_id, Expectation(SEARCH_KIND, {}))
    await request.say("past-ask")


async def search_words(request: Request, _: Expectation, text: str) -> None:
    """What to look for; the list is shown anew."""
    await request.uow.expect(request.actor.user_id, None)
    await show_history(request, short(text, _SEARCH_LIMIT))


async def show_all(_: CallbackQuery, request: Request) -> None:
    """«Все»: the search is over."""
    member_seat(request.actor)
    await request.uow.expect(request.actor.user_id, None)
    await request.uow.outbox.turn(await request.card(), {})


async def open_meeting(_: CallbackQuery, callback_data: HistoryTap, request: Request) -> None:
    """One past meeting on its card."""
    member_seat(request.actor)
    meeting = await load(request, callback_data.value)
    if meeting.state not in _OVER:
        raise Refusal("card-outdated")
    await send_card(request, meeting, request.chat_id)


WORDS = {SEARCH_KIND: search_words}
