"""Past meetings: paged, found by number, date and words; each opens its card with the protocol."""

from __future__ import annotations

from domain.meetings.preparation import MeetingState
from domain.office.ports import Expectation
from domain.office.refusal import Refusal
from domain.office.typed import short
from domain.people.roster import member_seat
from handlers.chat.cards import show_below
from handlers.chat.request import Request
from handlers.meetings.audience import send_card
from handlers.meetings.meeting import load
from handlers.meetings.taps import PastTap

SEARCH_KIND = "past-search"
_SEARCH_LIMIT = 100
_OVER = (MeetingState.CLOSED, MeetingState.NOT_HELD, MeetingState.CANCELLED)


async def show_past(request: Request, query: str = "") -> None:
    """The list on a live card below everything."""
    member_seat(request.actor)
    await show_below(request, "history", "history", {"query": query})


async def turn(request: Request, tap: PastTap) -> None:
    """Page through what was found."""
    member_seat(request.actor)
    card = await request.card()
    await request.uow.outbox.turn(card, {**card.content, "offset": max(0, tap.value)})


async def ask(request: Request, _: PastTap) -> None:
    """«Найти»: the list asks what to look for."""
    member_seat(request.actor)
    if not request.private:
        raise Refusal("personal-in-private")
    await request.uow.expect(request.actor.user_id, Expectation(SEARCH_KIND, {}))
    card = await request.card()
    await request.uow.outbox.turn(card, {**card.content, "asks": True})


async def search_words(request: Request, _: Expectation, text: str) -> None:
    """What to look for; the list is shown anew."""
    await request.uow.expect(request.actor.user_id, None)
    await show_past(request, short(text, _SEARCH_LIMIT))


async def show_all(request: Request, _: PastTap) -> None:
    """«Все»: the search is over."""
    member_seat(request.actor)
    await request.uow.expect(request.actor.user_id, None)
    await request.uow.outbox.turn(await request.card(), {})


async def open_meeting(request: Request, tap: PastTap) -> None:
    """One past meeting on its card."""
    member_seat(request.actor)
    meeting = await load(request, tap.value)
    if meeting.state not in _OVER:
        raise Refusal("card-outdated")
    await send_card(request, meeting, request.chat_id)
