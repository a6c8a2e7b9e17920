"""The weekly summary, to the head and the officers once a person and week (п. 2.2.1); months are packed."""

from __future__ import annotations

from datetime import date, time, timedelta

from domain.figures.period import week_of
from domain.figures.report import Report, ReportKind, ReportState
from domain.office.profile import Role
from domain.unit_of_work import Office, UnitOfWork
from jobs.job import Job, When
from jobs.receivers import receiver_of
from jobs.reminding import began_later, digest_hour, local_now


async def send_weekly_figures(office: Office, uow: UnitOfWork) -> bool:
    """On Monday, or the first working day after, at the digest's hour: last week's figures, chart."""
    profile = office.profile
    now = local_now(office, uow)
    if now < digest_hour(office, now) or now.date() != _first_working_day(office, now.date()):
        return False
    if await began_later(office, uow, now):
        return False
    roster = await uow.roster.load()
    week, did = week_of(now.date()).before(), False
    for seat in profile.seats:
        key = f"week:{week.first.isoformat()}:seat{seat.number}"
        if seat.role is Role.BLOCK_HEAD or await uow.outbox.known(key):
            continue
        chat_id, _ = receiver_of(roster, seat.number)
        if chat_id is None:
            continue
        content = {"seat": seat.number, "period": str(week)}
        await uow.outbox.card(chat_id, "figures", "figures", content, key=key)
        await uow.reports.add(Report(0, ReportKind.CHART, chat_id, seat.number, ReportState.ASKED, week))
        did = True
    return did


def _first_working_day(office: Office, day: date) -> date:
    """The day of this week on which its summary is sent."""
    monday = week_of(day).first
    days = (monday + timedelta(days=step) for step in range(7))
    return next((one for one in days if office.calendar.is_working_day(one)), monday)


async def pack_months(_: Office, uow: UnitOfWork) -> bool:
    """Have the months counted whose messages have changed since they were, and those that have ended."""
    return await uow.packed_months.begin()


JOBS = (
    Job("weekly figures", When.MORNING, send_weekly_figures),
    Job("packing", time(3, 45), pack_months),
)
