"""A report's card: which period, how far it is, that it came."""

from __future__ import annotations

from datetime import date

from domain.figures.figures import scope_of
from domain.figures.period import Period, month_of, quarter_of, week_of, year_of
from domain.figures.report import Report, ReportState, ReportStep
from domain.figures.wording import FigureWording
from domain.office.outbox import Button, Screen
from domain.office.reading import FIRST_DAY
from handlers.chat.calendar_grid import month_rows
from handlers.chat.taps import CommandTap
from handlers.chat.view import View
from handlers.figures.taps import ReportDayTap, ReportTap

Rows = tuple[tuple[Button, ...], ...]


async def render(view: View) -> Screen | None:
    """The choice of a period, the progress, or the end."""
    report = await view.uow.reports.get(int(view.card.key))
    if report is None:
        return None
    wording = FigureWording.of(view.texts, view.office.profile)
    scope = wording.scope(scope_of(view.office.profile.seat(report.seat)))
    if report.state is ReportState.CHOOSING:
        page = str(view.card.content.get("page", ""))
        if page in ("first", "last"):
            return _calendar(view, report, page)
        return Screen(view.texts("report-choose", scope=scope), _choices(view, report))
    if report.period is None:
        return Screen(view.texts("report-cancelled", period="", known="no"))
    period = wording.period(report.period)
    if report.state is ReportState.CANCELLED:
        return Screen(view.texts("report-cancelled", period=period, known="yes"))
    if report.state is ReportState.FAILED:
        return Screen(view.texts("report-failed", period=period), ((_another(view),),))
    if report.state is ReportState.READY:
        shown = Button(
            view.texts("button-figures-in-chat"), ReportTap(act="figures", report=report.id).pack()
        )
        return Screen(view.texts("report-ready", period=period, scope=scope), ((shown,), (_another(view),)))
    steps = list(ReportStep)
    text = view.texts(
        "report-making",
        period=period,
        scope=scope,
        step=report.step.value,
        number=steps.index(report.step) + 1,
        of=len(steps),
    )
    return Screen(text, ((_cancel(view, report),),))


def _choices(view: View, report: Report) -> Rows:
    today = view.today
    week, month, quarter, year = week_of(today), month_of(today), quarter_of(today), year_of(today)
    offered = (
        (("this-week", week), ("last-week", week.before())),
        (("this-month", month), ("last-month", month.before())),
        (("this-quarter", quarter), ("last-quarter", quarter.before())),
        (("this-year", year), ("last-year", year.before())),
    )
    rows = tuple(tuple(_choice(view, report, name, period) for name, period in pair) for pair in offered)
    own = Button(view.texts("button-own-dates"), ReportTap(act="own", report=report.id, value="new").pack())
    return (*rows, (own,), (_cancel(view, report),))


def _choice(view: View, report: Report, name: str, period: Period) -> Button:
    # The days and no word: «this week» tapped on Monday is the week that was shown.
    value = f"{period.first.isoformat()}..{period.last.isoformat()}"
    return Button(view.texts(f"button-{name}"), ReportTap(act="choose", report=report.id, value=value).pack())


def _another(view: View) -> Button:
    return Button(view.texts("button-other-report"), CommandTap(name="report").pack())


def _cancel(view: View, report: Report) -> Button:
    return Button(view.texts("button-cancel"), ReportTap(act="cancel", report=report.id).pack())


def _calendar(view: View, report: Report, page: str) -> Screen:
    content = view.card.content
    first = date.fromisoformat(str(content["first"])) if page == "last" else view.today
    month = date.fromisoformat(f"{content['month']}-01")

    def data(value: date | str) -> str:
        act = "month" if isinstance(value, str) else page
        return ReportDayTap(act=act, report=report.id, value=value).pack()

    earliest = first if page == "last" else FIRST_DAY
    weeks = month_rows(view.texts, month, earliest, data, view.office.calendar)
    back = Button(view.texts("button-back"), ReportTap(act="own", report=report.id).pack())
    return Screen(view.texts(f"report-{page}-day", first=first), (*weeks, (back,)))
