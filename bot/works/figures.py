"""Makes reports and charts that were asked for, packs months that figures are read from (п. 2.2.1)."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import structlog

from bot.runtime import Runtime
from bot.storage.database import Database
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.works.worker import Work
from domain.figures.figures import Figures, cohort_of, scope_of
from domain.figures.period import Period
from domain.figures.report import Report, ReportKind, ReportState, ReportStep
from domain.figures.wording import FigureWording
from domain.messages.message import KnownMessage
from domain.office.calendar import WorkCalendar
from domain.office.ports import Texts
from domain.office.profile import OfficeProfile

log = structlog.get_logger("reports")

MOST_OVERDUE = 20_000
"""So many overdue messages are listed; a sheet says how many more there are."""


@dataclass(frozen=True, slots=True)
class ReportSource:
    """What a report is made of: the period's figures and its overdue messages."""

    figures: Figures
    overdue: list[KnownMessage]


async def report_source(
    uow: StoredUnitOfWork, profile: OfficeProfile, seat: int, period: Period
) -> ReportSource:
    """Read the figures of a seat's messages, in one picture with the list of the overdue."""
    now, scope = uow.now(), scope_of(profile.seat(seat))
    figures = await uow.figures.of(period, now, scope)
    overdue = await uow.figures.overdue(cohort_of(period, now, profile.time_zone, scope), MOST_OVERDUE)
    return ReportSource(figures, list(overdue))


def file_stem(period: Period) -> str:
    """«report-2026-10-01-2026-10-31»: the files' name without an ending."""
    return f"report-{period.first.isoformat()}-{period.last.isoformat()}"


def make_xlsx(source: ReportSource, profile: OfficeProfile, calendar: WorkCalendar, texts: Texts) -> bytes:
    """The workbook of a report."""
    from bot.documents.report import report_sheet  # noqa: PLC0415 — loaded when first used
    from bot.documents.report_xlsx import report_xlsx  # noqa: PLC0415

    return report_xlsx(report_sheet(source.figures, source.overdue, profile, calendar, texts))


def make_pdf(source: ReportSource, profile: OfficeProfile, calendar: WorkCalendar, texts: Texts) -> bytes:
    """The PDF of a report."""
    from bot.documents.pdf import paper_pdf  # noqa: PLC0415
    from bot.documents.report import report_sheet  # noqa: PLC0415 — loaded when first used

    return paper_pdf(report_sheet(source.figures, source.overdue, profile, calendar, texts))


def make_chart(source: ReportSource, profile: OfficeProfile, texts: Texts) -> bytes:
    """The picture of a report."""
    from bot.documents.charts import chart_png  # noqa: PLC0415 — loaded when first used
    from bot.documents.report import report_chart  # noqa: PLC0415

    return chart_png(report_chart(source.figures, profile, texts))


class Reporting:
    """One work: the oldest report that was asked for. Cancelled meanwhile, nothing of it is sent."""

    def __init__(self, office: Runtime) -> None:
        self._office = office

    async def make(self) -> bool:
        """Make the files step by step, then put all of them in the outbox at once."""
        async with self._office.database.read() as uow:
            report = await uow.reports.asked()
        if report is None:
            return False
        if not await self._reached(report, ReportStep.COUNTING):
            return True
        assert report.period is not None  # what is asked for has its period
        async with self._office.database.read() as uow:
            source = await report_source(uow, self._office.profile, report.seat, report.period)
        try:
            files = await self._files(report, source)
        except Exception:
            # The same figures would fail again: say so instead of trying for ever.
            log.exception("report failed", report=report.id)
            await self._fail(report.id)
            return True
        if files:
            await self._send(report.id, files)
        return True

    async def _files(self, report: Report, source: ReportSource) -> dict[str, bytes]:
        """Each file by its ending; nothing when the report is wanted no more."""
        files: dict[str, bytes] = {}
        profile, calendar, texts = self._office.profile, self._office.calendar, self._office.texts
        steps: list[tuple[ReportStep, str, Callable[[], bytes]]] = [
            (
                ReportStep.TABLE,
                "xlsx",
                lambda: make_xlsx(source, profile, calendar, texts),
            ),
            (
                ReportStep.PRINT,
                "pdf",
                lambda: make_pdf(source, profile, calendar, texts),
            ),
            (ReportStep.CHART, "png", lambda: make_chart(source, profile, texts)),
        ]
        for step, ending, make in steps if report.kind is ReportKind.WHOLE else steps[-1:]:
            if not await self._reached(report, step):
                return {}
            files[ending] = await asyncio.to_thread(make)
        return files

    async def _fail(self, report_id: int) -> None:
        async with self._office.database.write() as uow:
            report = await uow.reports.get(report_id)
            if report is not None and report.state is ReportState.ASKED:
                await uow.record(None, report.fail())
                await uow.reports.save(report)

    async def _reached(self, report: Report, step: ReportStep) -> bool:
        """Show how far it is; False when it is wanted no more."""
        async with self._office.database.write() as uow:
            now = await uow.reports.get(report.id)
            if now is None or now.state is not ReportState.ASKED:
                return False
            now.step = step
            await uow.reports.save(now)
        return True

    async def _send(self, report_id: int, files: dict[str, bytes]) -> None:
        async with self._office.database.write() as uow:
            report = await uow.reports.get(report_id)
            if report is None or report.state is not ReportState.ASKED or report.period is None:
                return
            wording = FigureWording.of(self._office.texts, self._office.profile)
            said = {
                "period": wording.period(report.period),
                "scope": wording.scope(scope_of(self._office.profile.seat(report.seat))),
            }
            stem = file_stem(report.period)
            for kind, content in files.items():
                document = await uow.documents.add(report.entity, kind, f"{stem}.{kind}", content)
                caption = self._office.texts(f"report-caption-{kind}-file", **said)
                put = uow.outbox.picture if kind == "png" else uow.outbox.document
                await put(report.chat_id, document, caption, key=f"{report.entity}:{kind}")
            await uow.record(None, report.finish())
            await uow.reports.save(report)


async def pack_month(database: Database) -> bool:
    """Count the newest month that is to be packed; nobody waits for the counting."""
    async with database.read() as uow:
        month = await uow.packed_months.next()
        found = await uow.packed_months.count(month) if month else None
    if month is None or found is None:
        return False
    async with database.write() as uow:
        await uow.packed_months.keep(month, found)
    return True


WORKS = (
    Work("Reporting.make", lambda office: Reporting(office).make),
    Work("pack_month", lambda office: partial(pack_month, office.database)),
)
