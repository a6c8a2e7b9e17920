"""A task's card: what is to be done, by whom and when, what happened, and what can be done now."""

from __future__ import annotations

from datetime import date, timedelta

from domain.office.outbox import Button, Screen
from domain.office.wording import clipped
from domain.tasks.task import UNFINISHED, Step, Task, TaskState, executor_accounts
from handlers.chat.calendar_grid import month_rows
from handlers.chat.taps import CommandTap
from handlers.chat.view import View
from handlers.tasks.taps import TaskDayTap, TaskTap

Rows = list[tuple[Button, ...]]

_SHOWN_STEPS = 6
_STEP_TEXT = 250
_QUESTION = 300


async def render(view: View) -> Screen | None:
    """The card, or the page on which something is asked."""
    task = await view.uow.tasks.get(int(view.card.key))
    if task is None:
        return None
    page = str(view.card.content.get("page", ""))
    heading = task_heading(view, task)
    if page == "report" and task.state in UNFINISHED:
        return await _report(view, task, heading)
    if page in ("extend", "extend-reason") and task.state in UNFINISHED and task.due is not None:
        return _extension(view, task, page, heading)
    if page == "return" and task.state is TaskState.REPORTED:
        return Screen(f"{heading}\n\n{view.texts('task-ask-return')}", (_back(view, task),))
    lines = [
        *_reminder(view, task),
        heading,
        *await _question(view, task),
        view.texts("task-decision", text=clipped(task.decision, 900)),
        *_about(view, task),
    ]
    files = 0
    steps = []
    for number, step in enumerate(task.history):
        count = len(await view.uow.attachments.of(f"{task.entity}:{number}"))
        files += count
        steps.append(_step(view, step, count))
    if steps:
        lines += ["", *steps[-_SHOWN_STEPS:]]
    return Screen("\n".join(lines), tuple(_buttons(view, task, files)))


async def _question(view: View, task: Task) -> list[str]:
    """The question that the task comes from, where its decision does not say the same."""
    protocol = await view.uow.protocols.get(task.protocol_id)
    items = protocol.record.items if protocol else ()
    question = next((one.question for one in items if one.number == task.item), "")
    if not question or question in task.decision:
        return []
    return [view.texts("task-question", item=task.item, text=clipped(question, _QUESTION))]


def task_heading(view: View, task: Task) -> str:
    """«1.2 · просрочено: 3 раб. дня»: the number and how it stands."""
    today = view.now.date()
    late = task.late(today, view.office.calendar)
    standing = task.state.value
    if task.state in UNFINISHED and task.due is not None and task.due < today:
        standing = "late"
    return view.texts(
        "task-heading",
        number=task.number,
        standing=standing,
        late=late,
        lateness=view.texts("lateness", unit="working_days", count=late),
        today="yes" if task.due == today else "no",
        dated="yes" if task.due else "no",
        due=task.due or today,
    )


def executor_title(view: View, task: Task) -> str:
    """Who executes: the unit's title, or the seat's holder; a vacant seat by its number."""
    if task.unit is not None:
        return view.office.profile.unit(task.unit).title
    seat = task.seat or 0
    holder = view.roster.holder(seat)
    return holder.name if holder else view.texts("task-seat-vacant", seat=seat)


def _about(view: View, task: Task) -> list[str]:
    lines = [
        "",
        view.texts("task-executor", title=executor_title(view, task)),
        view.texts(
            "task-term",
            dated="yes" if task.due else "no",
            due=task.due or task.protocol_day,
            number=task.protocol_number,
            day=task.protocol_day,
        ),
    ]
    if task.state in UNFINISHED and not executor_accounts(task, view.roster):
        lines.append(view.texts("task-by-hand"))
    return lines


def _reminder(view: View, task: Task) -> list[str]:
    kind = view.card.content.get("reminder")
    if kind not in ("soon", "today", "late") or task.state not in UNFINISHED or task.due is None:
        return []
    exact = "yes" if view.office.calendar.is_working_day(task.due) else "no"
    actor = view.actor
    mine = "yes" if actor is not None and task.executed_by(actor) else "no"
    return [view.texts("task-reminder", kind=kind, exact=exact, mine=mine)]


def _step(view: View, step: Step, files: int) -> str:
    who = (
        clipped(view.office.profile.unit(step.unit).title, 60)
        if step.unit is not None
        else view.did(step.seat or 0, step.at)
    )
    return view.texts(
        f"task-step-{step.kind.value.replace('_', '-')}",
        at=step.at,
        who=who,
        acting="yes" if step.acting else "no",
        told="yes" if step.text else "no",
        text=clipped(step.text, _STEP_TEXT),
        until=step.until or step.at,
        files=files,
    )


def _buttons(view: View, task: Task, files: int) -> Rows:
    actor = view.actor
    rows: Rows = []
    if actor is None:
        return rows
    if view.chairs and task.state is TaskState.REPORTED:
        rows.append(
            (_button(view, "task-accept", task, "accept"), _button(view, "task-return", task, "return"))
        )
    if view.chairs and task.asked_until is not None:
        grant = Button(
            view.texts("button-task-grant", until=task.asked_until),
            TaskTap(act="grant", task=task.id).pack(),
        )
        rows.append((grant, _button(view, "task-decline", task, "decline")))
    by_hand = view.chairs and not executor_accounts(task, view.roster)
    if task.state in UNFINISHED and (task.executed_by(actor) or by_hand):
        rows.append((_button(view, "task-done", task, "done"),))
        if task.executed_by(actor) and task.due is not None and not view.chairs:
            rows.append((_button(view, "task-extend", task, "extend"),))
    if files:
        files_button = Button(
            view.texts("button-task-files", count=files), TaskTap(act="files", task=task.id).pack()
        )
        rows.append((files_button,))
    rows.append((Button(view.texts("command-tasks"), CommandTap(name="tasks").pack()),))
    return rows


async def _report(view: View, task: Task, heading: str) -> Screen:
    files = await view.uow.attachments.of(f"{task.entity}:by:{view.card.chat_id}")
    decision = view.texts("task-decision", text=clipped(task.decision, _QUESTION))
    lines = [heading, *await _question(view, task), decision, "", view.texts("task-ask-report")]
    note = str(view.card.content.get("note", ""))
    if note:
        lines += ["", view.texts("task-note", text=clipped(note, 1000))]
    lines += [view.texts("task-attached", name=clipped(file.file_name, 80)) for file in files]
    confirm = (
        Button(view.texts("button-confirm"), TaskTap(act="send", task=task.id).pack()),
        Button(view.texts("button-cancel"), TaskTap(act="page", task=task.id).pack()),
    )
    return Screen("\n".join(lines), (confirm,))


def _extension(view: View, task: Task, page: str, heading: str) -> Screen:
    assert task.due is not None  # a task without a day is not extended
    if page == "extend-reason":
        until = date.fromisoformat(str(view.card.content["until"]))
        asked = view.texts("task-ask-extension-reason", until=until)
        return Screen(f"{heading}\n\n{asked}", (_back(view, task),))
    today = view.today
    first = max(task.due + timedelta(days=1), today)
    month = str(view.card.content.get("month") or f"{first:%Y-%m}")
    weeks = month_rows(
        view.texts,
        date.fromisoformat(f"{month}-01"),
        first,
        lambda day: TaskDayTap(act="until", task=task.id, value=day).pack(),
        view.office.calendar,
    )
    return Screen(f"{heading}\n\n{view.texts('task-ask-until')}", (*weeks, _back(view, task)))


def _back(view: View, task: Task) -> tuple[Button, ...]:
    return (_button(view, "back", task, "page"),)


def _button(view: View, key: str, task: Task, act: str) -> Button:
    return Button(view.texts(f"button-{key}"), TaskTap(act=act, task=task.id).pack())
