"""«Об исполнении решений» as printed: figures, then a row a task (п. 4.4.3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from bot.documents.paper import Paper
from bot.documents.wording import Translate, Wording, printable
from domain.office.calendar import WorkCalendar
from domain.office.profile import OfficeProfile
from domain.people.roster import Roster
from domain.tasks.lists import execution_of
from domain.tasks.task import Task

_CAPTIONS = ("number", "decision", "executor", "due", "standing")


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One row of the table."""

    number: str
    decision: str
    executor: str
    due: str
    standing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskSheet(Paper):
    """The table; it has no record and so no fingerprint."""

    template = "tasks.typ"

    figures: str
    lines: tuple[TaskLine, ...]
    fingerprint: str = ""


class TaskTable:
    """Puts tasks into words on the day they are accounted for."""

    def __init__(
        self, profile: OfficeProfile, roster: Roster, calendar: WorkCalendar, translate: Translate
    ) -> None:
        self._profile = profile
        self._roster = roster
        self._calendar = calendar
        self._wording = Wording(translate)

    def sheet(self, tasks: Sequence[Task], moment: datetime) -> TaskSheet:
        """The table as it stands at this moment, in the office's zone."""
        text, day = self._wording.text, self._wording.date(moment)
        figures = execution_of(tasks, moment.date(), self._calendar)
        return TaskSheet(
            language=self._wording.language,
            moment=moment,
            title=text("task-table-title", day=day),
            office=printable(self._profile.name),
            heading=text("task-table-heading"),
            subheading=text("task-table-subheading", day=day),
            date=day,
            city=text("protocol-city", city=self._profile.city),
            figures=text("task-table-figures", **asdict(figures), open=figures.open),
            captions={name: text(f"task-table-{name}") for name in _CAPTIONS},
            lines=tuple(self._line(task, moment.date()) for task in tasks),
        )

    def _line(self, task: Task, today: date) -> TaskLine:
        text = self._wording.text
        late = task.late(today, self._calendar)
        return TaskLine(
            number=task.number,
            decision=printable(task.decision),
            executor=self._executor(task),
            due=self._wording.date(task.due) if task.due else text("task-table-no-due"),
            standing=text(
                f"task-table-is-{task.state.value}",
                late=late,
                lateness=text("lateness", unit="working_days", count=late),
                day=self._wording.date(task.done_on) if task.done_on else "",
                dated="yes" if task.due else "no",
            ),
        )

    def _executor(self, task: Task) -> str:
        if task.unit is not None:
            return printable(self._profile.unit(task.unit).title)
        assert task.seat is not None  # a task is a unit's or a seat's
        holder, position = self._roster.holder(task.seat), self._profile.seat(task.seat).position
        return (
            self._wording.text("task-table-seat", name=holder.name, position=position) if holder else position
        )
