"""Figures of a week on demand, and what stands out in them brought to a meeting (п. 2.2.1, 4.4.2)."""

from __future__ import annotations

from domain.figures import proposing
from domain.figures.figures import scope_of
from domain.figures.period import Period, read_period, week_of
from domain.figures.report import Report, ReportKind, ReportState
from domain.office.outbox import Card
from domain.office.refusal import Refusal
from domain.people.roster import member_seat
from handlers.chat.request import Request
from handlers.figures.taps import FiguresTap
from handlers.proposals.proposals import bring_to_head


async def last_week(request: Request) -> None:
    """«Сводка за неделю»: the last whole week."""
    await show_figures(request, week_of(request.today).before())


async def show_figures(request: Request, period: Period) -> None:
    """A card with the figures of a period within the person's scope; the chart follows it."""
    seat = member_seat(request.actor)
    duties = (await request.roster()).duties()
    heads = duties is not None and duties.seat == seat
    shown = request.office.profile.head_seat if heads else seat
    await request.uow.outbox.card(
        request.chat_id, "figures", "figures", {"seat": shown, "period": str(period)}
    )
    chart = Report(0, ReportKind.CHART, request.chat_id, shown, ReportState.ASKED, period)
    await request.uow.reports.add(chart)


async def _card(request: Request) -> tuple[Card, dict[str, object]]:
    """The card of figures that was tapped, and what it is of."""
    card = await request.card()
    if card.kind != "figures":
        raise Refusal("card-outdated")
    return card, {name: card.content[name] for name in ("seat", "period")}


async def show(request: Request, _: FiguresTap) -> None:
    """Back to the figures: «Отмена»."""
    await request.uow.outbox.turn(*await _card(request))


async def draft_proposal(request: Request, tap: FiguresTap) -> None:
    """«Вынести на заседание»: what would be proposed, to be confirmed."""
    member_seat(request.actor)
    card, of = await _card(request)
    await request.uow.outbox.turn(card, {**of, "page": "propose", "mark": tap.value})


async def propose(request: Request, tap: FiguresTap) -> None:
    """«Подтвердить»: the proposal with the figures waits for the head, the head's own as well."""
    seat = member_seat(request.actor)
    (card, of), profile = await _card(request), request.office.profile
    period = read_period(str(of["period"]))
    scope = scope_of(profile.seat(int(str(of["seat"]))))
    figures = await request.uow.figures.of(period, request.now, scope)
    proposal = await proposing.propose(request.uow, request.texts, profile, seat, figures, tap.value)
    await bring_to_head(request, proposal)
    await request.uow.outbox.turn(card, {**of, "proposed": True})
