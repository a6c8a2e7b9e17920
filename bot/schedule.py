"""What the clock starts, and when."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from apscheduler.triggers.cron import CronTrigger

from bot.bell import Job
from bot.nightly import Nightly
from bot.storage.locks import JOBS
from domain.unit_of_work import Office, UnitOfWork
from jobs import digests, figures, meetings, messages, people, protocols, requests, tasks
from jobs import people as quiet
from jobs import requests as materials

if TYPE_CHECKING:
    from bot.running import RunningOffice

Run = Callable[[Office, UnitOfWork], Awaitable[bool]]

_QUIET_HOUR = 3


def office_jobs(office: RunningOffice) -> list[Job]:
    """The office's jobs with their triggers, in the office's zone."""
    at, zone = office.profile.digest_at, office.profile.time_zone
    morning = CronTrigger(hour=at.hour, minute=at.minute, timezone=zone)
    often = CronTrigger(minute="*/5", timezone=zone)

    def job(name: str, trigger: CronTrigger, run: Run) -> Job:
        return Job(name, trigger, partial(_run, office, run))

    def night(minute: int) -> CronTrigger:
        return CronTrigger(hour=_QUIET_HOUR, minute=minute, timezone=zone)

    return [
        job("digests", morning, digests.send_digests),
        job("duties", often, people.follow_duties),
        job("weekly figures", morning, figures.send_weekly_figures),
        job("tasks", morning, tasks.remind_of_tasks),
        job("receipts", morning, protocols.remind_of_receipts),
        job("requests", morning, materials.remind_of_requests),
        job("centre", morning, requests.remind_of_centre),
        job("meetings", often, meetings.follow_meetings),
        job("quiet", often, quiet.release_held),
        Job("copy", night(0), Nightly(office).back_up),
        Job("blanking", night(15), partial(_run_out, office, messages.blank_old_words)),
        job("forgetting", night(30), messages.forget_old),
    ]


async def _run(office: RunningOffice, job: Run) -> bool:
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


async def _run_out(office: RunningOffice, job: Run) -> bool:
    """Run a job that does a batch at a time until there is nothing left."""
    did = False
    while await _run(office, job):
        did = True
    return did
