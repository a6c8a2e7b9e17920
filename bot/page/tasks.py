"""Tasks that decisions gave: one's own and one's block's; whoever heads the office sees all."""

from __future__ import annotations

from aiohttp import web

from bot.page.doors import Door
from bot.page.route import Route
from bot.page.visit import Visit
from domain.people.names import short_name
from domain.tasks.lists import TaskSection, tasks_seen_by
from domain.tasks.task import Task

_PAGE = 100


async def show(visit: Visit) -> web.Response:
    """A section of the tasks that this person sees."""
    office = visit.runtime
    chosen = tasks_seen_by(
        visit.actor, visit.roster.duties(), visit.now.date(), office.profile, office.calendar
    )
    said = visit.query.get("section", "")
    section = TaskSection(said) if said in set(TaskSection) else TaskSection.OPEN
    found = await visit.uow.tasks.page(chosen, section, _PAGE)
    today = visit.now.date()
    return visit.show(
        "tasks.html",
        section=section,
        counts=await visit.uow.tasks.counts(chosen),
        sections=list(TaskSection),
        rows=[
            (task, _executor(visit, task), task.late(today, office.calendar) if task.unfinished else 0)
            for task in found
        ],
    )


def _executor(visit: Visit, task: Task) -> str:
    if task.unit is not None:
        return visit.runtime.profile.unit(task.unit).title
    holder = visit.roster.holder(task.seat or 0)
    return short_name(holder.name) if holder else visit.say("seat-name", seat=task.seat or 0)


ROUTES = (Route("GET", "/tasks", Door.MEMBER, show),)
