"""`/tasks`: decisions to execute, mine or, for the head, everyone's."""

from __future__ import annotations

from domain.office.refusal import Refusal
from domain.people.roster import Standing
from domain.tasks.lists import TaskSection, tasks_seen_by
from handlers.chat.request import Request
from handlers.tasks.taps import TasksTap

_LONGEST_PAGE = 5


async def show_tasks(request: Request) -> None:
    """My tasks, on a live card; the head's shows the whole office."""
    expect_executor(request)
    await request.uow.outbox.retire_kind(request.chat_id, "tasks")
    await request.uow.outbox.card(request.chat_id, "tasks", "tasks")


def expect_executor(request: Request) -> None:
    """A refusal for those who can be given no task: strangers, guests (п. 4.4.3, 4.7)."""
    if request.actor.standing is Standing.STRANGER:
        raise Refusal("stranger")
    if request.actor.seat is None and request.actor.unit is None:
        raise Refusal("no-tasks-for-you")


async def tasks_waiting(request: Request) -> list[str]:
    """For the greeting: one line of figures, where there is anything to do or to accept."""
    if request.actor.seat is None and request.actor.unit is None:
        return []
    duties = (await request.roster()).duties()
    profile, calendar = request.office.profile, request.office.calendar
    chosen = tasks_seen_by(request.actor, duties, request.today, profile, calendar)
    counts = await request.uow.tasks.counts(chosen)
    if not counts[TaskSection.OPEN] and not counts[TaskSection.WAITING]:
        return []
    return [
        request.own_texts(
            "start-tasks",
            open=counts[TaskSection.OPEN],
            late=counts[TaskSection.LATE],
            waiting=counts[TaskSection.WAITING] if chosen.everyone else 0,
        )
    ]


async def turn(request: Request, tap: TasksTap) -> None:
    """Another section, page or executor."""
    expect_executor(request)
    card = await request.card()
    act, value = tap.act, tap.value
    kept = {name: card.content[name] for name in ("section", "executor") if name in card.content}
    if act == "section" and value in [section.value for section in TaskSection]:
        content = {**kept, "section": value}
    elif act == "page" and value.isdigit() and len(value) <= _LONGEST_PAGE:
        content = {**kept, "page": int(value)}
    elif act == "executors":
        await request.duties("task")
        content = {**kept, "choosing": "executor"}
    elif act == "executor":
        await request.duties("task")
        content = {"executor": value} if value else {}
    else:
        raise Refusal("card-outdated")
    await request.uow.outbox.turn(card, content)
