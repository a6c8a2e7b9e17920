"""What the clock starts, and when."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from apscheduler.triggers.cron import CronTrigger

from bot.bell import Job
from bot.nightly import Nightly
from bot.storage.locks import JOBS
from domain.ports import Office, UnitOfWork
from jobs import centre, digests, duties, figures, keeping, materials, meetings, quiet, receipts, tasks

if TYPE_CHECKING:
    from bot.app import RunningOffice

Run = Callable[..., Awaitable[bool]]

_QUIET_HOUR = 3


def office_jobs(office: RunningOffice) -> list[Job]:
    """The office's jobs with their triggers, in the office's zone."""
    at, zone = office.profile.digest_at, office.profile.time_zone
    return [
        Job(
            "digests",
            CronTrigger(hour=at.hour, minute=at.minute, timezone=zone),
            partial(_run, office, digests.send_digests),
        ),
        Job(
            "duties",
            CronTrigger(minute="*/5", timezone=zone),
            partial(_run, office, duties.follow_duties),
        ),
        Job(
            "weekly figures",
            CronTrigger(hour=at.hour, minute=at.minute, timezone=zone),
            partial(_run, office, figures.send_weekly_figures),
        ),
        Job(
            "tasks",
            CronTrigger(hour=at.hour, minute=at.minute, timezone=zone),
            partial(_run, office, tasks.remind_of_tasks),
        ),
        Job(
            "receipts",
            CronTrigger(hour=at.hour, minute=at.minute, timezone=zone),
            partial(_run, office, receipts.remind_of_receipts),
        ),
        Job(
            "requests",
            CronTrigger(hour=at.hour, minute=at.minute, timezone=zone),
            partial(_run, office, materials.remind_of_requests),
        ),
        Job(
            "centre",
            CronTrigger(hour=at.hour, minute=at.minute, timezone=zone),
            partial(_run, office, centre.remind_of_centre),
        ),
        Job(
            "meetings",
            CronTrigger(minute="*/5", timezone=zone),
            partial(_run, office, meetings.follow_meetings),
        ),
        Job("quiet", CronTrigger(minute="*/5", timezone=zone), partial(_run, office, quiet.release_held)),
        Job("copy", CronTrigger(hour=_QUIET_HOUR, timezone=zone), Nightly(office).back_up),
        Job(
            "blanking",
            CronTrigger(hour=_QUIET_HOUR, minute=15, timezone=zone),
            partial(_run_out, office, keeping.blank_old_words),
        ),
        Job(
            "forgetting",
            CronTrigger(hour=_QUIET_HOUR, minute=30, timezone=zone),
            partial(_run, office, keeping.forget_old),
        ),
    ]


async def _run(office: RunningOffice, job: Callable[[Office, UnitOfWork], Awaitable[bool]]) -> bool:
    async with office.database.write() as uow:
        # With several replicas one rings, and the next finds it done.
        await uow.alone(JOBS)
        uow.outbox.hold()
        did = await job(office.shared, uow)
    if did:
        office.delivery.wake()
    if uow.work_asked:
        office.worker.wake()
    return did


async def _run_out(office: RunningOffice, job: Callable[[Office, UnitOfWork], Awaitable[bool]]) -> bool:
    """Run a job that does a batch at a time until there is nothing left."""
    did = False
    while await _run(office, job):
        did = True
    return did
