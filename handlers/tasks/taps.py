"""What the buttons of tasks carry."""

from __future__ import annotations

from handlers.chat.taps import Id, Tap


class TaskTap(Tap, prefix="task"):
    """An act on a task; `value` a day or a month where the act needs one."""

    act: str
    task: Id
    value: str = ""


class TasksTap(Tap, prefix="tasks"):
    """Moving through a list of tasks: `act` section, page, executor; `value` which."""

    act: str
    value: str = ""
