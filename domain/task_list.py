"""Lists of tasks: whose a person sees, and in which parts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.calendar import WorkCalendar
from domain.deadline import working_day_after
from domain.profile import OfficeProfile
from domain.roster import Actor, Duties


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
