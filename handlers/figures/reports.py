"""`/report`: a period is chosen, its files are made after the commit and come (п. 2.2.1, 3.2)."""

from __future__ import annotations

from datetime import date

from domain.figures.period import Period, read_period
from domain.figures.report import Report, ReportKind, ReportState, reporting_seat
from domain.office.outbox import Card
from domain.office.refusal import Refusal
from handlers.chat.request import Request
from handlers.figures.period_text import read_words
from handlers.figures.taps import ReportDayTap, ReportTap
from handlers.figures.week import show_figures


async def report(request: Request) -> None:
    """`/report`, or «/report ноябрь» at once."""
    await show_report(request, read_words(request.argument, request.today) if request.argument else None)


async def show_report(request: Request, period: Period | None = None) -> None:
    """A new report; its period is to be chosen where none is given."""
    seat = reporting_seat(await request.roster(), request.actor)
    report = Report(0, ReportKind.WHOLE, request.chat_id, seat, ReportState.CHOOSING)
    await request.uow.reports.add(report)
    if period is not None:
        await _choose(request, report, period)
    await request.uow.outbox.card(request.chat_id, "report", report.entity)


async def _own(request: Request, report_id: int) -> Report:
    """The report of this chat; a refusal for anyone else's."""
    reporting_seat(await request.roster(), request.actor)
    report = await request.uow.reports.get(report_id)
    if report is None or report.chat_id != request.chat_id:
        raise Refusal("no-such-report")
    return report


async def _card(request: Request, report_id: int) -> Card:
    """The report's own card; no other is turned by its buttons."""
    card = await request.card()
    if (card.kind, card.key) != ("report", str(report_id)):
        raise Refusal("card-outdated")
    return card


async def _choose(request: Request, report: Report, period: Period) -> None:
    if period.first > request.today:
        raise Refusal("period-ahead")
    await request.record(report.choose(period))
    await request.uow.reports.save(report)


async def _make(request: Request, report: Report, period: Period) -> None:
    await _choose(request, report, period)
    await request.uow.outbox.turn(await _card(request, report.id), {})


async def choose(request: Request, tap: ReportTap) -> None:
    """One of the periods offered."""
    await _make(request, await _own(request, tap.report), read_period(tap.value))


async def own_dates(request: Request, tap: ReportTap) -> None:
    """«Свои даты», and back: the calendar for the first day, or the choice."""
    await _own(request, tap.report)
    page = {"page": "first", "month": f"{request.today:%Y-%m}"} if tap.value == "new" else {}
    await request.uow.outbox.turn(await _card(request, tap.report), page)


async def turn_month(request: Request, tap: ReportDayTap) -> None:
    """Another month of the calendar."""
    await _own(request, tap.report)
    card = await _card(request, tap.report)
    await request.uow.outbox.turn(card, {**card.content, "month": str(tap.value)[:7]})


async def first_day(request: Request, tap: ReportDayTap) -> None:
    """The first day is chosen; the last one is next."""
    await _own(request, tap.report)
    day = _day(tap)
    content = {"page": "last", "first": day.isoformat(), "month": f"{day:%Y-%m}"}
    await request.uow.outbox.turn(await _card(request, tap.report), content)


async def last_day(request: Request, tap: ReportDayTap) -> None:
    """The last day is chosen: the report is made."""
    report = await _own(request, tap.report)
    card = await _card(request, report.id)
    if "first" not in card.content:
        raise Refusal("card-outdated")
    first = date.fromisoformat(card.content["first"])
    await _make(request, report, Period(first, _day(tap)))


async def cancel(request: Request, tap: ReportTap) -> None:
    """«Отмена»: nothing will be sent."""
    report = await _own(request, tap.report)
    await request.record(report.cancel())
    await request.uow.reports.save(report)
    await request.uow.outbox.turn(await _card(request, report.id), {})


async def figures(request: Request, tap: ReportTap) -> None:
    """«Показатели в чате»: the same period on a card."""
    report = await _own(request, tap.report)
    if report.period is None:
        raise Refusal("card-outdated")
    await show_figures(request, report.period)


def _day(tap: ReportDayTap) -> date:
    if isinstance(tap.value, str):
        raise Refusal("card-outdated")
    return tap.value
