"""The list of tasks: mine, or the whole office's for the head; figures first, then the pressing ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from markupsafe import Markup

from domain.office.outbox import Button, Screen
from domain.office.wording import clipped
from domain.people.roster import Actor, Duties, Standing
from domain.tasks.lists import TaskFilter, TaskSection, tasks_seen_by
from domain.tasks.task import Task
from handlers.chat.parts import onward, turning
from handlers.chat.view import View
from handlers.tasks.card import executor_title, task_heading
from handlers.tasks.taps import TasksPageTap, TasksTap, TaskTap

PAGE = 5
_PRESSING = (TaskSection.WAITING, TaskSection.LATE, TaskSection.SOON, TaskSection.OPEN)


async def render(view: View) -> Screen | None:
    """The section the card stands on, or the choice of an executor."""
    actor = view.actor
    if actor is None:
        return None
    content = view.card.content
    if content.get("choosing") == "executor" and view.chairs:
        return await _executors(view)
    profile, calendar = view.office.profile, view.office.calendar
    chosen = tasks_seen_by(actor, view.duties, view.now.date(), profile, calendar)
    executor = str(content.get("executor", ""))
    if view.chairs and executor:
        kind, _, key = executor.partition("-")
        chosen = replace(
            chosen,
            everyone=False,
            seat=int(key) if kind == "seat" else None,
            units=(key,) if kind == "unit" else (),
        )
    counts = await view.uow.tasks.counts(chosen)
    section = _section(view, content, counts)
    total = counts[section]
    page = min(int(content.get("page", 0)), max(0, (total - 1) // PAGE))
    found = await view.uow.tasks.page(chosen, section, PAGE, page * PAGE)
    lines = [
        view.texts("tasks-heading", whole="yes" if chosen.everyone else "no"),
        *(
            [view.texts("tasks-of-executor", title=executor_title(view, found[0]))]
            if executor and found
            else []
        ),
    ]
    if any(counts.values()):
        lines += [figures(view, counts, chosen), ""]
    if total:
        lines.append(view.texts(f"tasks-section-{section.value}"))
        for number, task in enumerate(found, start=page * PAGE + 1):
            lines.append(task_line(view, number, task))
    else:
        lines.append(view.texts("tasks-none"))
    return Screen("\n".join(lines), _rows(view, counts, section, page, found))


def figures(view: View, counts: Mapping[TaskSection, int], chosen: TaskFilter) -> str:
    """«На приёмке 1 · просрочено 2 · до четверга 1 · открыто 5»."""
    return view.texts(
        "tasks-figures",
        waiting=counts[TaskSection.WAITING],
        late=counts[TaskSection.LATE],
        soon=counts[TaskSection.SOON],
        open=counts[TaskSection.OPEN],
        until=chosen.soon,
    )


def task_line(view: View, number: int, task: Task) -> str:
    """A task in a list: how it stands, what, who."""
    return view.texts(
        "tasks-line",
        number=number,
        heading=Markup(task_heading(view, task)),  # noqa: S704 — made of sentences
        decision=clipped(task.decision, 90),
        executor=clipped(executor_title(view, task), 70),
    )


def _section(view: View, content: Mapping[str, object], counts: Mapping[TaskSection, int]) -> TaskSection:
    wanted = content.get("section")
    if wanted in [section.value for section in TaskSection]:
        return TaskSection(str(wanted))
    pressing = _PRESSING if view.chairs else _PRESSING[1:]
    return next((section for section in pressing if counts[section]), TaskSection.OPEN)


def _rows(
    view: View,
    counts: Mapping[TaskSection, int],
    section: TaskSection,
    page: int,
    found: Sequence[Task],
) -> tuple[tuple[Button, ...], ...]:
    opens = tuple(
        Button(str(number), TaskTap(act="open", task=task.id).pack())
        for number, task in enumerate(found, start=page * PAGE + 1)
    )
    more = (page + 1) * PAGE < counts[section]
    moves = turning(page, more, lambda to: TasksPageTap(act="page", value=to).pack())
    sections = [
        Button(
            view.texts(f"button-tasks-{one.value}", count=counts[one]),
            TasksTap(act="section", value=one.value).pack(),
        )
        for one in TaskSection
        if one is not section and counts[one]
    ]
    if view.chairs and counts[TaskSection.OPEN]:
        sections.append(Button(view.texts("button-tasks-executors"), TasksTap(act="executors").pack()))
    if view.chairs and (counts[TaskSection.OPEN] or counts[TaskSection.DONE]):
        sections.append(Button(view.texts("button-tasks-agenda"), TasksTap(act="agenda").pack()))
    pairs = [tuple(sections[start : start + 2]) for start in range(0, len(sections), 2)]
    return tuple(row for row in (opens, moves, *pairs) if row) or (onward(view),)


async def digest_tasks(view: View, seat: int) -> str:
    """The digest's line on tasks of this seat (п. 3.2, 4.4.3); empty where none presses."""
    holder = view.roster.holder(seat)
    actor = Actor(0, Standing.MEMBER, holder.name if holder else "", seat)
    profile, calendar = view.office.profile, view.office.calendar
    heads = Duties(profile.head_seat, acting=False)
    chosen = tasks_seen_by(actor, heads, view.now.date(), profile, calendar)
    counts = await view.uow.tasks.counts(chosen)
    waiting = counts[TaskSection.WAITING] if chosen.everyone else 0
    if not waiting and not counts[TaskSection.LATE] and not counts[TaskSection.SOON]:
        return ""
    return view.texts(
        "digest-tasks",
        waiting=waiting,
        late=counts[TaskSection.LATE],
        soon=counts[TaskSection.SOON],
        until=chosen.soon,
    )


async def _executors(view: View) -> Screen:
    profile = view.office.profile
    rows = [(Button(view.texts("button-tasks-everyone"), TasksTap(act="executor").pack()),)]
    for seat, unit, count in await view.uow.tasks.executors():
        value = f"unit-{unit}" if unit is not None else f"seat-{seat}"
        title = profile.caption(profile.unit(unit)) if unit is not None else view.called(seat or 0)
        caption = f"{clipped(title, 50)} · {count}"
        rows.append((Button(caption, TasksTap(act="executor", value=value).pack()),))
    return Screen(view.texts("tasks-choose-executor"), tuple(rows))
