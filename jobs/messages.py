"""What is kept no longer: citizens' words after the profile's years, what served its purpose."""

from __future__ import annotations

from datetime import time, timedelta

from domain.office.act import Act
from domain.unit_of_work import Office, UnitOfWork
from jobs.job import Job
from jobs.reminding import local_now

_BATCH = 2000
_OLD = "messages:old"
_WIPED_WITHIN = timedelta(days=3)  # a night that was cut off is made up for by the next
_KEPT = timedelta(days=30)  # the messenger itself keeps updates for a day (Bot API, getUpdates)


async def blank_old_words(office: Office, uow: UnitOfWork) -> bool:
    """Blank texts, names and addresses of messages answered longer ago than the profile keeps them.

    Figures stay: dates, topics, settlements. A batch a transaction, so that nobody waits for it; then the
    index of words forgets them, step by step.
    """
    years = office.profile.keeping.blank_after_years
    if years is None:
        return False
    now = local_now(office, uow)
    try:
        before = now.replace(year=now.year - years)
    except ValueError:  # 29 February
        before = now.replace(year=now.year - years, day=28)
    blanked = await uow.messages.blank_answered(before, _BATCH)
    if blanked:
        await uow.record(None, Act("words-blanked", _OLD, {"count": blanked, "years": years}))
        return True
    lately = [one for one in await uow.history(_OLD, 1) if uow.now() - one.at < _WIPED_WITHIN]
    return bool(lately) and await uow.messages.forget_deleted_words()


async def forget_old(_: Office, uow: UnitOfWork) -> bool:
    """Forget updates that the messenger cannot send again, and choices nobody came for.

    Files that nobody put in and lists that were sent go too: what is blanked in messages would stay there.
    """
    before = uow.now() - _KEPT
    await uow.several.forget(before)
    lists = await uow.documents.forget_lists(before)
    updates = await uow.updates.forget(before)
    return await uow.imports.forget_rows(before) > 0 or updates > 0 or lists > 0


JOBS = (
    Job("blanking", time(3, 15), blank_old_words, in_batches=True),
    Job("forgetting", time(3, 30), forget_old),
)
