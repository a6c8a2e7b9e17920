"""The report as printed: one sheet of numbers and words for the workbook, the PDF and the chart alike.

What it says is named by п. 2.2.1 of the Положение: deadlines and quality, causes, what has changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from bot.documents.charts import IN_TIME, INK, OVERDUE, Bar, BigNumber, Chart, Panel
from bot.documents.paper import Paper
from bot.documents.wording import Wording, printable
from domain.figures.figures import Dimension, Figures, Tally, percent
from domain.figures.wording import FigureWording
from domain.messages.deadline import overdue_by
from domain.messages.message import KnownMessage
from domain.messages.terms import rule_of
from domain.office.calendar import WorkCalendar
from domain.office.ports import Texts
from domain.office.profile import OfficeProfile, TermUnit
from domain.office.wording import unescaped

CHART_BARS = 7
CHART_TOPICS = 5


@dataclass(frozen=True, slots=True)
class TallyRow:
    """One row of a table: a name and its numbers; shares in per cent, times in begun hours, None unknown."""

    name: str
    received: int
    before: int
    on_time: int
    late: int
    overdue: int
    waiting: int
    share: int | None
    median: int | None
    ninety: int | None


@dataclass(frozen=True, slots=True)
class TallyTable:
    """A dimension: `key` names its sheet in the workbook."""

    key: str
    heading: str
    rows: tuple[TallyRow, ...]


@dataclass(frozen=True, slots=True)
class OverdueRow:
    """An overdue message without anything personal; `late` in words, by its channel's rule."""

    channel: str
    number: str
    received: datetime
    deadline: datetime
    late: str
    topic: str
    block: str
    unit: str
    settlement: str
    reason: str


@dataclass(frozen=True, slots=True)
class Cause:
    """Why answers were late, and how many."""

    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class StageRow:
    """How many messages of the period came to a stage of their term."""

    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSheet(Paper):
    """All that a report says. `overdue` is what the list holds, `overdue_left` how many more there are."""

    template = "report.typ"

    period: str
    scope: str
    whole: TallyRow
    earlier: TallyRow
    stages: tuple[StageRow, ...]
    changes: tuple[str, ...]
    findings: tuple[str, ...]
    causes: tuple[Cause, ...]
    tables: tuple[TallyTable, ...]
    overdue: tuple[OverdueRow, ...]
    overdue_left: int

    def table(self, dimension: Dimension) -> TallyTable:
        """The table of a dimension."""
        return next(table for table in self.tables if table.key == dimension.value)


_CAPTIONS = (
    "name", "received", "before", "on-time", "late", "overdue", "waiting", "share", "median", "ninety",
    "summary", "changes", "findings", "causes", "reason", "count", "overdue-list", "channel", "number",
    "received-at", "deadline", "overdue-by", "topic", "block", "unit", "settlement", "indicator", "value",
    "moment", "scope", "period", "nothing-late", "nothing-overdue", "none-found", "more", "more-in-table",
    "hours-note", "median-whole", "ninety-whole",
)  # fmt: skip


def report_sheet(
    figures: Figures,
    overdue: Sequence[KnownMessage],
    profile: OfficeProfile,
    calendar: WorkCalendar,
    texts: Texts,
) -> ReportSheet:
    """The sheet of a period's figures; `overdue` its overdue messages, maybe not all of them."""
    bare, wording = unescaped(texts), FigureWording.of(texts, profile)
    printed = Wording(lambda key, arguments: bare(key, **arguments))
    moment = figures.as_of.astimezone(profile.time_zone).replace(microsecond=0)
    period = wording.period(figures.period)

    def late(message: KnownMessage) -> str:
        """In one list all are late in one unit."""
        rule = replace(rule_of(profile, message), unit=TermUnit.WORKING_DAYS)
        count = overdue_by(
            rule, message.deadline_at, figures.as_of, calendar, profile.working_time, profile.time_zone
        )
        return bare("lateness", unit=rule.unit.value, count=count)

    def listed(message: KnownMessage) -> OverdueRow:
        return OverdueRow(
            channel=profile.channel(message.channel).short_title,
            number=printable(message.number),
            received=message.received_at.astimezone(profile.time_zone),
            deadline=message.deadline_at.astimezone(profile.time_zone),
            late=late(message),
            topic=printable(message.topic),
            block=_block(message, wording, bare),
            unit=profile.unit(message.unit).title if message.unit else printable(message.executor),
            settlement=printable(message.settlement) or wording.title(Dimension.SETTLEMENT, ""),
            reason=printable(message.delay_reason),
        )

    return ReportSheet(
        language=printed.language,
        moment=moment,
        title=bare("report-title", period=period),
        office=profile.name,
        heading=bare("report-heading"),
        subheading=bare("report-subheading", period=period),
        date=printed.moment(moment),
        city=bare("protocol-city", city=profile.city),
        period=period,
        scope=_scope(figures, wording, bare),
        captions={name.replace("-", "_"): bare(f"report-caption-{name}") for name in _CAPTIONS},
        whole=_row(bare("report-caption-value"), figures.now.whole, figures.before.whole),
        earlier=_row(bare("report-caption-before"), figures.before.whole, Tally()),
        stages=tuple(
            StageRow(bare(f"report-stage-{name}"), count) for name, count in asdict(figures.stages).items()
        ),
        changes=tuple(map(printable, wording.changes(figures))),
        findings=tuple(printable(wording.finding(one)) for one in figures.findings),
        causes=tuple(Cause(printable(reason), count) for reason, count in wording.causes(figures.causes)),
        tables=tuple(_table(figures, wording, bare, dimension) for dimension in Dimension),
        overdue=tuple(map(listed, overdue)),
        overdue_left=figures.now.whole.overdue - len(overdue),
    )


def _scope(figures: Figures, wording: FigureWording, texts: Texts) -> str:
    counts = {"figures-presumed": figures.presumed, "figures-outside": figures.outside}
    said = [texts(key, count=count) for key, count in counts.items() if count]
    return ". ".join([wording.scope(figures.scope), *said])


def _block(message: KnownMessage, wording: FigureWording, texts: Texts) -> str:
    title = wording.title(Dimension.BLOCK, message.block or "")
    return texts("block-presumed", title=title) if message.block_presumed else title


def _table(figures: Figures, wording: FigureWording, texts: Texts, dimension: Dimension) -> TallyTable:
    rows = tuple(
        _row(printable(wording.title(dimension, key)), tally, figures.before.of(dimension, key))
        for key, tally in figures.now.ranked(dimension)
    )
    return TallyTable(dimension.value, texts(f"report-by-{dimension.value}"), rows)


def _row(name: str, now: Tally, before: Tally) -> TallyRow:
    share = percent(now.in_time_share)
    return TallyRow(
        name, now.received, before.received, now.on_time, now.late, now.overdue, now.waiting, share,
        now.median, now.ninety,
    )  # fmt: skip


def _titled(text: str) -> str:
    return text[:1].upper() + text[1:]


def report_chart(figures: Figures, profile: OfficeProfile, texts: Texts) -> Chart:
    """The picture: three numbers, blocks by outcome, the topics people write of most."""
    bare, wording = unescaped(texts), FigureWording.of(texts, profile)
    now = figures.now
    share = percent(now.whole.in_time_share)
    numbers = (
        BigNumber(str(now.whole.received), bare("chart-received")),
        BigNumber("—" if share is None else f"{share}\u00a0%", bare("chart-share"), IN_TIME),
        BigNumber(str(now.whole.overdue), bare("chart-overdue"), OVERDUE if now.whole.overdue else INK),
    )
    by = Dimension.CHANNEL if figures.scope.block else Dimension.BLOCK
    outcomes = [
        Bar(wording.title(by, key), (tally.on_time, tally.late, tally.overdue, tally.waiting))
        for key, tally in now.ranked(by)[:CHART_BARS]
    ]
    topics = [
        Bar(
            key,
            (tally.received,),
            bare(
                "chart-topic",
                count=tally.received,
                before=figures.before.of(Dimension.TOPIC, key).received,
                compared="yes" if figures.before.whole.received else "no",
            ),
        )
        for key, tally in [one for one in now.ranked(Dimension.TOPIC) if one[0]][:CHART_TOPICS]
    ]
    captions = tuple(bare(f"chart-{name}") for name in ("on-time", "late", "overdue-part", "waiting"))
    return Chart(
        _titled(bare("chart-title", kind=figures.period.kind.value, period=wording.period(figures.period))),
        wording.scope(figures.scope) if figures.scope.block else profile.short_name,
        numbers,
        (
            Panel(bare(f"chart-by-{by.value}"), outcomes, captions),
            Panel(bare("chart-topics"), topics),
        ),
    )
