"""What the buttons of tasks carry."""

from __future__ import annotations

from handlers.chat.taps import Day, Id, Month, Number, Tap


class TaskTap(Tap, prefix="task"):
    """An act on a task; `value` the month at which a calendar begins."""

    act: str
    task: Id
    value: str = ""


class TaskDayTap(Tap, prefix="task"):
    """A day of the calendar under a task, or another month."""

    act: str
    task: Id
    value: Day | Month


class TasksTap(Tap, prefix="tasks"):
    """Moving through a list of tasks: `act` section or executor; `value` which."""

    act: str
    value: str = ""


class TasksPageTap(Tap, prefix="tasks"):
    """Another page of a list of tasks."""

    act: str
    value: Number
