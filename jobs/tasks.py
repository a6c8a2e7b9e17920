"""Reminders of tasks: as they fall due soon, on the day, and once they are late; each once a due day."""

from __future__ import annotations

from datetime import date

from domain.messages.deadline import working_day_after, working_day_before
from domain.office.calendar import WorkCalendar
from domain.people.roster import Roster
from domain.tasks.task import Task, executor_accounts, head_account
from domain.unit_of_work import Office, UnitOfWork
from jobs.job import Job, When
from jobs.reminding import is_working_morning, local_now


async def remind_of_tasks(office: Office, uow: UnitOfWork) -> bool:
    """Called at the digest's hour: what is not reported and falls due soon, today, or is late."""
    profile, calendar, now = office.profile, office.calendar, local_now(office, uow)
    if not is_working_morning(office, now):
        return False
    today = now.date()
    roster = await uow.roster.load()
    soon = working_day_after(today, profile.due_soon_days, calendar)
    reminded = False
    for task in await uow.tasks.unfinished_by(soon):
        assert task.due is not None  # chosen by its day
        if task.protocol_day < today:
            reminded |= await _remind(uow, roster, task, reminder(task.due, today, calendar))
    return reminded


def reminder(due: date, today: date, calendar: WorkCalendar) -> str:
    """Which reminder the day asks for; a due day off is reminded of on the last working day before it."""
    if due < today:
        return "late"
    last = due if calendar.is_working_day(due) else working_day_before(due, 1, calendar)
    return "today" if today >= last else "soon"


async def _remind(uow: UnitOfWork, roster: Roster, task: Task, kind: str) -> bool:
    assert task.due is not None  # reminders are of tasks with a day
    reminded = False
    for chat_id in executor_accounts(task, roster) or head_account(roster):
        key = f"task:{task.id}:{task.due.isoformat()}:{kind}:{chat_id}"
        if await uow.outbox.known(key):
            continue
        await uow.outbox.card_anew(chat_id, "task", task.entity, {"reminder": kind}, key=key)
        reminded = True
    if reminded:
        await uow.outbox.touch(task.entity, "tasks")
    return reminded


JOBS = (Job("tasks", When.MORNING, remind_of_tasks),)
