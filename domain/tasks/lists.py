"""Lists of tasks: whose a person sees, and in which parts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.messages.deadline import working_day_after
from domain.office.calendar import WorkCalendar
from domain.office.profile import OfficeProfile
from domain.people.roster import Actor, Duties
from domain.tasks.task import Task, TaskState


class TaskSection(StrEnum):
    """Parts of a list: `waiting` for the head's word, `soon` as `TaskFilter.soon` says, `done` by report."""

    WAITING = "waiting"
    LATE = "late"
    SOON = "soon"
    OPEN = "open"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """Whose tasks: of a seat, of some units, or, with `everyone`, the whole office's.

    `today` and `soon` are days: late is due before today, soon is due by `soon`.
    """

    today: date
    soon: date
    seat: int | None = None
    units: tuple[str, ...] = ()
    everyone: bool = False


@dataclass(frozen=True, slots=True)
class Execution:
    """How decisions are executed, in tasks: `done` are accepted, `waiting` reported, `late` unfinished."""

    total: int
    done: int
    in_time: int
    waiting: int
    late: int

    @property
    def open(self) -> int:
        """Not reported yet."""
        return self.total - self.done - self.waiting


def execution_of(tasks: Iterable[Task], today: date, calendar: WorkCalendar) -> Execution:
    """The figures of «Об исполнении решений» (п. 4.4.3)."""
    known = list(tasks)
    done = [task for task in known if task.state is TaskState.ACCEPTED]
    return Execution(
        total=len(known),
        done=len(done),
        in_time=sum(task.due is None or not task.late(today, calendar) for task in done),
        waiting=sum(task.state is TaskState.REPORTED for task in known),
        late=sum(task.unfinished and task.due is not None and task.due < today for task in known),
    )


def tasks_seen_by(
    actor: Actor, duties: Duties | None, today: date, profile: OfficeProfile, calendar: WorkCalendar
) -> TaskFilter:
    """Whose tasks a person sees: own ones and of the units of their block; the head all (п. 3.2, 3.3)."""
    block = profile.seat(actor.seat).block if actor.seat is not None else None
    units = [unit.key for unit in profile.units if block is not None and unit.block == block]
    return TaskFilter(
        today,
        working_day_after(today, profile.due_soon_days, calendar),
        seat=actor.seat,
        units=(actor.unit,) if actor.unit is not None else tuple(units),
        everyone=duties is not None and duties.seat == actor.seat,
    )
