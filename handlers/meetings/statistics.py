"""Attendance and participation by member over a period, for whoever performs the head's duties (п. 3.2)."""

from __future__ import annotations

from domain.office.act import Act
from handlers.chat.cards import show_below
from handlers.chat.request import Request
from handlers.meetings.statistics_card import period_of
from handlers.meetings.taps import StatisticsTap


async def show_statistics(request: Request) -> None:
    """This quarter's figures on a live card."""
    await request.duties("statistics")
    await show_below(request, "statistics", "statistics", {})


async def turn(request: Request, tap: StatisticsTap) -> None:
    """Another period, or another page of it."""
    await request.duties("statistics")
    content = {"kind": tap.kind, "day": tap.day.isoformat(), "offset": tap.offset}
    period_of(content, request.today)
    await request.uow.outbox.turn(await request.card(), content)


async def export(request: Request, tap: StatisticsTap) -> None:
    """«XLSX»: the figures of the shown period as a table, made after the commit."""
    duties = await request.duties("statistics")
    card = await request.card()
    period = period_of(card.content, request.today)
    asked = await request.uow.past.ask_figures(request.chat_id, period)
    act = Act("participation-exported", f"figures:{asked}", {"period": str(period)})
    await request.record(act, acting=duties.acting)
    request.reply("toast-export-asked")
