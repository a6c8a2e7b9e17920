"""The jobs as the clock rings them: what one does is whole or not done, one replica at a time."""

from __future__ import annotations

from datetime import time
from functools import cache, partial
from zoneinfo import ZoneInfo

from apscheduler.triggers.cron import CronTrigger

from bot.clockwork.bell import Ring
from bot.clockwork.disk import Disk
from bot.clockwork.drill import Drill
from bot.clockwork.nightly import Nightly
from bot.runtime import Runtime
from bot.storage.locks import JOBS as ONE_REPLICA
from bot.storage.statistics import gather_statistics, has_statistics
from domain.office.profile import OfficeProfile
from jobs.every import JOBS
from jobs.job import Job, When

_OFTEN = "often"
_COPY_AT, _COUNT_AT, _DRILL_AT = time(3), time(3, 30), time(4)


def office_rings(runtime: Runtime) -> list[Ring]:
    """What the clock rings in an office, and when."""
    profile = runtime.profile
    copying = Ring("copy", trigger_of(_COPY_AT, profile), Nightly(runtime).back_up)
    counting = Ring("statistics", trigger_of(_COUNT_AT, profile), partial(_count_rows, runtime))
    drilling = Ring("drill", trigger_of(_DRILL_AT, profile), Drill(runtime).run)
    return [
        copying,
        counting,
        drilling,
        Ring("disk", trigger_of(When.OFTEN, profile), Disk(runtime).look),
        # Whose duties are whose, before anybody has their digest.
        Ring(_OFTEN, trigger_of(When.OFTEN, profile), partial(_run_often, runtime)),
        *(
            Ring(job.name, trigger_of(job.when, profile), partial(_run, runtime, job))
            for job in JOBS
            if job.when is not When.OFTEN
        ),
    ]


def trigger_of(when: When | time, profile: OfficeProfile) -> CronTrigger:
    """The moments, in the office's zone."""
    at = profile.digest_at if when is When.MORNING else when
    return _trigger(at if isinstance(at, time) else None, profile.time_zone)


@cache
def _trigger(at: time | None, zone: ZoneInfo) -> CronTrigger:
    """Once a process, whatever offices ring by it: each is 3 KB. Every five minutes without a time."""
    if at is None:
        return CronTrigger(minute="*/5", timezone=zone)
    return CronTrigger(hour=at.hour, minute=at.minute, timezone=zone)


async def _count_rows(runtime: Runtime) -> bool:
    """Every night; by day, at a start, only where nothing was ever counted."""
    hour = runtime.clock.now().astimezone(runtime.profile.time_zone).hour
    if hour == _COUNT_AT.hour or not await has_statistics(runtime.database):
        await gather_statistics(runtime.database)
    return False


async def _run(runtime: Runtime, job: Job) -> bool:
    did = await _run_once(runtime, job)
    while did and job.in_batches and await _run_once(runtime, job):
        pass
    return did


async def _run_often(runtime: Runtime) -> bool:
    """What comes every five minutes seldom finds anything to do: all of it in one transaction.

    Where one fails, each has its own, so that none holds up another.
    Raises ExceptionGroup of what failed.
    """
    often = [job for job in JOBS if job.when is When.OFTEN]
    try:
        return await _run_once(runtime, *often)
    except Exception:
        did, failures = False, []
    for job in often:
        try:
            did |= await _run_once(runtime, job)
        except Exception as error:
            error.add_note(f"job: {job.name}")
            failures.append(error)
    if failures:
        raise ExceptionGroup("jobs failed", failures)
    return did


async def _run_once(runtime: Runtime, *jobs: Job) -> bool:
    in_place = all(job.when is When.OFTEN for job in jobs)
    async with runtime.database.write(in_place=in_place) as uow:
        # With several replicas one rings, and the next finds it done.
        await uow.alone(ONE_REPLICA)
        uow.outbox.hold()
        return any([await job.run(runtime.shared, uow) for job in jobs])
