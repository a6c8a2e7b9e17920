"""Figures of any period, within what the person answers for: tables with bars, what changed, downloads."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import date

from aiohttp import web

from bot.page.doors import Door
from bot.page.route import Route
from bot.page.visit import Visit
from bot.works.figures import file_stem, make_pdf, make_xlsx, report_source
from domain.figures.figures import Dimension, Tally, percent, scope_of
from domain.figures.period import Period, month_of, quarter_of, read_period, week_of, year_of
from domain.figures.report import reporting_seat
from domain.figures.wording import FigureWording
from domain.office.act import Act
from domain.office.refusal import Refusal
from domain.people.roster import member_seat

_MOST = 15
_MAKERS = {"xlsx": make_xlsx, "pdf": make_pdf}
# What of a dimension can be looked into in the list of messages.
_OPENS = (Dimension.CHANNEL, Dimension.BLOCK, Dimension.UNIT, Dimension.TOPIC)


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a breakdown: its name, its counts, its parts in per cent of the largest, where it leads."""

    title: str
    tally: Tally
    share: str
    parts: tuple[tuple[str, float, float], ...]
    way: str


async def show(visit: Visit) -> web.Response:
    """The figures of a period."""
    period = _period(visit)
    profile, seat = visit.runtime.profile, _seat(visit)
    figures = await visit.uow.figures.of(period, visit.now, scope_of(profile.seat(seat)))
    wording = FigureWording.of(visit.texts, profile)
    tables = {
        dimension: [_line(visit, wording, dimension, key, tally, most) for key, tally in ranked[:_MOST]]
        for dimension in Dimension
        if (ranked := figures.now.ranked(dimension))
        for most in [max(tally.received for _, tally in ranked)]
    }
    return visit.show(
        "figures.html",
        period=period,
        title=wording.period(period),
        scope=wording.scope(figures.scope),
        whole=figures.now.whole,
        share=wording.share(figures.now.whole),
        median=wording.hours(figures.now.whole.median),
        ninety=wording.hours(figures.now.whole.ninety),
        changes=wording.changes(figures),
        findings=[wording.question(one) for one in figures.findings],
        causes=figures.causes,
        tables=tables,
        offered=_offered(visit.now.date()),
        reports=_may_report(visit),
    )


def _seat(visit: Visit) -> int:
    """Whose figures these are: whoever performs the head's duties sees the whole office's."""
    seat, duties = member_seat(visit.actor), visit.roster.duties()
    return visit.runtime.profile.head_seat if duties is not None and duties.seat == seat else seat


def _period(visit: Visit) -> Period:
    said = visit.chosen("period") or visit.query.get("period", "")
    first, last = visit.query.get("first", ""), visit.query.get("last", "")
    if first and last:
        said = f"{first}..{last}"
    period = read_period(said) if said else week_of(visit.now.date()).before()
    if period.first > visit.now.date():
        raise Refusal("period-ahead")
    return period


def _offered(today: date) -> list[tuple[str, Period]]:
    return [
        ("week", week_of(today).before()),
        ("month", month_of(today)),
        ("quarter", quarter_of(today)),
        ("year", year_of(today)),
    ]


def _line(
    visit: Visit, wording: FigureWording, dimension: Dimension, key: str, tally: Tally, most: int
) -> Line:
    parts, at = [], 0.0
    for kind, count in (
        ("good", tally.on_time),
        ("late", tally.late),
        ("bad", tally.overdue),
        ("open", tally.waiting),
    ):
        width = 100 * count / most
        parts.append((kind, round(at, 3), round(width, 3)))
        at += width
    named = {dimension.value: key, "section": "all"}
    way = visit.way("/messages", **named) if key and dimension in _OPENS else ""
    known = percent(tally.in_time_share)
    share = "—" if known is None else f"{known} %"
    return Line(wording.title(dimension, key), tally, share, tuple(parts), way)


def _may_report(visit: Visit) -> bool:
    try:
        reporting_seat(visit.roster, visit.actor)
    except Refusal:
        return False
    return True


async def report(visit: Visit) -> web.Response:
    """The report of a period as a file, by whom `/report` gives it too."""
    reporting_seat(visit.roster, visit.actor)
    make, kind = _MAKERS.get(visit.chosen("kind")), visit.chosen("kind")
    if make is None:
        raise Refusal("page-form-unread")
    period, office = _period(visit), visit.runtime
    await visit.record(Act("report-taken", "report:page", {"period": str(period), "kind": kind}))
    source = await report_source(visit.uow, office.profile, _seat(visit), period)
    content = await asyncio.to_thread(make, source, office.profile, office.calendar, office.texts)
    return visit.file(f"{file_stem(period)}.{kind}", content)


ROUTES = (
    Route("GET", "/figures", Door.MEMBER, show),
    Route("POST", "/figures/report", Door.MEMBER, report, reads=True),
)
