"""Executors and the due day, set by the chair in the room until voting begins (п. 4.6)."""

from __future__ import annotations

from domain.meetings import floor
from domain.office.refusal import Refusal
from handlers.chat.request import Request
from handlers.meetings.meeting import chaired, keep
from handlers.meetings.taps import FloorPageTap, ItemDueTap, ItemExecutorTap


async def show_page(request: Request, tap: FloorPageTap) -> None:
    """Who may execute, or a calendar."""
    meeting, _duties = await chaired(request, tap.meeting)
    content = {"page": tap.page, "item": meeting.item(tap.item).number, "first": tap.start}
    await request.uow.outbox.turn(await request.card(), content)


async def choose_executor(request: Request, tap: ItemExecutorTap) -> None:
    """One executor more, or one less."""
    meeting, duties = await chaired(request, tap.meeting)
    item, profile, who = meeting.item(tap.item), request.office.profile, tap.who
    units, seats = set(item.executor_units), set(item.executor_seats)
    if isinstance(who, int) and who in [seat.number for seat in profile.seats]:
        seats ^= {who}
    elif isinstance(who, str) and who in profile.unit_keys:
        units ^= {who}
    else:
        raise Refusal("card-outdated")
    act = floor.set_executors(meeting, item.number, sorted(units), sorted(seats), duties, request.now)
    await keep(request, meeting, act, duties=duties)


async def choose_due(request: Request, tap: ItemDueTap) -> None:
    """The last day of execution, none, or another month."""
    meeting, duties = await chaired(request, tap.meeting)
    number = meeting.item(tap.item).number
    if isinstance(tap.day, str) and tap.day != "none":
        month = {"page": "due", "item": number, "month": tap.day}
        await request.uow.outbox.turn(await request.card(), month)
        return
    due = None if isinstance(tap.day, str) else tap.day
    act = floor.set_due(meeting, number, due, duties, request.now, request.office.profile)
    await request.uow.outbox.turn(await request.card(), {"page": "item", "item": number})
    await keep(request, meeting, act, duties=duties)
