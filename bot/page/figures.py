"""Figures of any period, within what the person answers for: tables with bars, what changed, downloads."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta

from aiohttp import web

from bot.page.breakdown import figure_seat, figures_of, lines_of, way_of, ways_of
from bot.page.doors import Door
from bot.page.route import Route
from bot.page.visit import Visit, may
from bot.works.figures import file_stem, make_pdf, make_xlsx, report_source
from domain.figures import proposing
from domain.figures.figures import Dimension, Figures, Finding, Repeat
from domain.figures.period import Period, month_of, quarter_of, read_period, week_of, year_of
from domain.figures.report import reporting_seat
from domain.figures.wording import FigureWording
from domain.messages.sections import Outcome
from domain.office.act import Act
from domain.office.refusal import Refusal
from domain.people.roster import member_seat
from domain.proposals.bringing import bring_up

_MOST = 15
_MAKERS = {"xlsx": make_xlsx, "pdf": make_pdf}


async def show(visit: Visit) -> web.Response:
    """The figures of a period."""
    period = _period(visit)
    figures = await figures_of(visit, period)
    wording = FigureWording.of(visit.texts, visit.runtime.profile)
    tables = {dimension: lines_of(visit, figures, dimension, _MOST) for dimension in Dimension}
    return visit.show(
        "figures.html",
        period=period,
        title=wording.period(period),
        scope=wording.scope(figures.scope),
        whole=figures.now.whole,
        outside=figures.outside,
        presumed=figures.presumed,
        share=wording.share(figures.now.whole),
        median=wording.hours(figures.now.whole.median),
        ninety=wording.hours(figures.now.whole.ninety),
        changes=wording.changes(figures),
        findings=[
            (one.mark, wording.question(one), wording.finding(one), _way_of_finding(visit, figures, one))
            for one in figures.findings
        ],
        proposed=visit.query.get("done") == "proposed",
        causes=[(reason, count, _way_of_cause(visit, period, reason)) for reason, count in figures.causes],
        ways=ways_of(visit, period, figures.now.whole),
        tables={dimension: lines for dimension, lines in tables.items() if lines},
        offered=_offered(visit.now.date()),
        reports=may(lambda: reporting_seat(visit.roster, visit.actor)),
    )


def _period(visit: Visit) -> Period:
    said = visit.chosen("period") or visit.query.get("period", "")
    first, last = visit.query.get("first", ""), visit.query.get("last", "")
    if first and last:
        said = f"{first}..{last}"
    period = read_period(said) if said else week_of(visit.now.date()).before()
    if period.first > visit.now.date():
        raise Refusal("period-ahead")
    return period


def _way_of_cause(visit: Visit, period: Period, reason: str) -> str:
    outcome = Outcome.BEHIND if reason else Outcome.UNEXPLAINED
    return way_of(visit, period, outcome=outcome, reason=reason)


def _way_of_finding(visit: Visit, figures: Figures, found: Finding) -> str:
    """The messages that it is about; of a week that ends now its first day whole."""
    if isinstance(found, Repeat):
        return way_of(visit, figures.period, outcome=Outcome.COUNTED, topic=found.topic)
    last = figures.spikes_until - timedelta(microseconds=1)
    week = Period((figures.spikes_until - timedelta(days=7)).date(), last.date())
    return way_of(visit, week, **{found.dimension.value: found.key})


def _offered(today: date) -> list[tuple[str, Period]]:
    return [
        ("week", week_of(today).before()),
        ("month", month_of(today)),
        ("quarter", quarter_of(today)),
        ("year", year_of(today)),
    ]


async def report(visit: Visit) -> web.Response:
    """The report of a period as a file, by whom `/report` gives it too."""
    reporting_seat(visit.roster, visit.actor)
    make, kind = _MAKERS.get(visit.chosen("kind")), visit.chosen("kind")
    if make is None:
        raise Refusal("page-form-unread")
    period, office = _period(visit), visit.runtime
    await visit.record(Act("report-taken", "report:page", {"period": str(period), "kind": kind}))
    source = await report_source(visit.uow, office.profile, figure_seat(visit), period)
    content = await asyncio.to_thread(make, source, office.profile, office.calendar, office.texts)
    return visit.file(f"{file_stem(period)}.{kind}", content)


async def propose(visit: Visit) -> web.Response:
    """What stands out goes to whoever performs the head's duties as a proposal (п. 4.4.2)."""
    period, office, seat = _period(visit), visit.runtime, member_seat(visit.actor)
    figures = await figures_of(visit, period)
    proposal = await proposing.propose(
        visit.uow, office.texts, office.profile, seat, figures, visit.chosen("mark")
    )
    head = await bring_up(visit.uow, visit.roster, visit.actor, proposal)
    if head is not None:
        own = {"page": "accept"} if head.user_id == visit.actor.user_id else {}
        key = f"{proposal.entity}:head:{head.user_id}"
        await visit.uow.outbox.card(head.user_id, "proposal", proposal.entity, own, key=key)
    return visit.go("/figures", period=period, done="proposed")


ROUTES = (
    Route("GET", "/figures", Door.MEMBER, show),
    Route("POST", "/figures/propose", Door.MEMBER, propose),
    Route("POST", "/figures/report", Door.MEMBER, report, reads=True),
)
