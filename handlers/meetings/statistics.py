"""Attendance and participation by member over a period, for whoever performs the head's duties (п. 3.2)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery
from aiogram.types import Message as ChatMessage

from domain.office.act import Act
from domain.office.refusal import Refusal
from handlers.chat.cards import show_below
from handlers.chat.request import Request
from handlers.chat.taps import CommandTap, StatisticsTap
from handlers.meetings.statistics_card import period_of


def build() -> Router:
    """`/statistics` and its card."""
    router = Router(name="statistics")
    router.message.register(statistics_command, Command("statistics"))
    router.callback_query.register(statistics_button, CommandTap.filter(F.name == "statistics"))
    router.callback_query.register(turn, StatisticsTap.filter(F.act == "turn"))
    router.callback_query.register(export, StatisticsTap.filter(F.act == "export"))
    return router


async def statistics_command(_: ChatMessage, request: Request) -> None:
    """`/statistics`."""
    await show_statistics(request)


async def statistics_button(_: CallbackQuery, request: Request) -> None:
    """The button that does what `/statistics` does."""
    await show_statistics(request)


async def show_statistics(request: Request) -> None:
    """This quarter's figures on a live card."""
    await request.duties("statistics")
    if not request.private:
        raise Refusal("statistics-in-private")
    await show_below(request, "statistics", "statistics", {})


async def turn(_: CallbackQuery, callback_data: StatisticsTap, request: Request) -> None:
    """Another period, or another page of it."""
    await request.duties("statistics")
    content = {"kind": callback_data.kind, "day": callback_data.day, "offset": callback_data.offset}
    period_of(content, request.today)
    await request.uow.outbox.turn(await request.card(), content)


async def export(_: CallbackQuery, callback_data: StatisticsTap, request: Request) -> None:
    """«XLSX»: the figures of the shown period as a table, made after the commit."""
    duties = await request.duties("statistics")
    card = await request.card()
    period = period_of(card.content, request.today)
    asked = await request.uow.past.ask_figures(request.chat_id, period)
    act = Act("participation-exported", f"figures:{asked}", {"period": str(period)})
    await request.record(act, acting=duties.acting)
    request.reply("toast-export-asked")
