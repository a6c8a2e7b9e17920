"""`/tasks`: decisions to execute, mine or, for the head, everyone's."""

from __future__ import annotations

from domain.office.outbox import Button
from domain.office.refusal import Refusal
from domain.people.roster import Actor, Standing
from domain.tasks.lists import TaskSection, tasks_seen_by
from handlers.chat.cards import show_only
from handlers.chat.feature import Waiting
from handlers.chat.request import Request
from handlers.chat.taps import CommandTap
from handlers.chat.view import View
from handlers.tasks.taps import TasksPageTap, TasksTap


async def show_tasks(request: Request) -> None:
    """My tasks, on a live card; the head's shows the whole office."""
    expect_executor(request)
    await show_only(request, "tasks")


def expect_executor(request: Request) -> None:
    """A refusal for those who can be given no task: strangers, guests (п. 4.4.3, 4.7)."""
    if request.actor.standing is Standing.STRANGER:
        raise Refusal("stranger")
    if request.actor.seat is None and request.actor.unit is None:
        raise Refusal("no-tasks-for-you")


async def tasks_waiting(view: View, actor: Actor) -> list[Waiting]:
    """For the greeting: one line of figures, where there is anything to do or to accept."""
    if actor.seat is None and actor.unit is None:
        return []
    chosen = tasks_seen_by(actor, view.duties, view.now.date(), view.office.profile, view.office.calendar)
    counts = await view.uow.tasks.counts(chosen)
    if not counts[TaskSection.OPEN] and not counts[TaskSection.WAITING]:
        return []
    line = view.texts(
        "start-tasks",
        open=counts[TaskSection.OPEN],
        late=counts[TaskSection.LATE],
        waiting=counts[TaskSection.WAITING] if chosen.everyone else 0,
    )
    return [Waiting(line, (Button(view.texts("command-tasks"), CommandTap(name="tasks").pack()),))]


async def _turn(request: Request, **content: object) -> None:
    expect_executor(request)
    await request.uow.outbox.turn(await request.card(), content)


async def _kept(request: Request) -> dict[str, object]:
    content = (await request.card()).content
    return {name: content[name] for name in ("section", "executor") if name in content}


async def choose_section(request: Request, tap: TasksTap) -> None:
    """Another section."""
    if tap.value not in [section.value for section in TaskSection]:
        raise Refusal("card-outdated")
    await _turn(request, **{**await _kept(request), "section": tap.value})


async def turn_page(request: Request, tap: TasksPageTap) -> None:
    """Another page."""
    await _turn(request, **{**await _kept(request), "page": tap.value})


async def choose_executor(request: Request, _: TasksTap) -> None:
    """The head looks whose tasks to see."""
    await request.duties("task")
    await _turn(request, **{**await _kept(request), "choosing": "executor"})


async def of_executor(request: Request, tap: TasksTap) -> None:
    """One executor's tasks, or everyone's."""
    await request.duties("task")
    await _turn(request, **({"executor": tap.value} if tap.value else {}))
