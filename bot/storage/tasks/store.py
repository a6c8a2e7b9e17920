"""Tasks that decisions gave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Select,
    and_,
    bindparam,
    case,
    func,
    or_,
    select,
    true,
)

from bot.storage.kept import KeptRows
from bot.storage.meetings.tables import meetings
from bot.storage.shape import Shape
from bot.storage.tasks.tables import tasks
from domain.meetings.preparation import MeetingState
from domain.office.shown import Thing
from domain.tasks.lists import TaskFilter, TaskSection
from domain.tasks.task import UNFINISHED, Step, Task, TaskState

_LARGEST_TABLE = 500
_history = Shape(list[Step])
_UNFINISHED = tasks.c.state.in_([state.value for state in UNFINISHED])
_FINISHED = tasks.c.state.in_([TaskState.REPORTED.value, TaskState.ACCEPTED.value])


class StoredTasks(KeptRows[Task]):
    """Tasks in the database."""

    table = tasks
    kind = Shape(Task)
    shown_in = (Thing.TASKS,)

    async def counts(self, chosen: TaskFilter) -> Mapping[TaskSection, int]:
        values = {"today": chosen.today, "soon": chosen.soon, "seat": chosen.seat, "units": chosen.units}
        statement = _COUNTS[chosen.everyone, chosen.seat is not None]
        row = (await self.connection.execute(statement, values)).one()
        return {section: int(count) for section, count in zip(TaskSection, row, strict=True)}

    async def page(
        self, chosen: TaskFilter, section: TaskSection, limit: int, offset: int = 0
    ) -> Sequence[Task]:
        order = (
            [tasks.c.done_on.desc(), tasks.c.id.desc()] if section is TaskSection.DONE else _EARLIEST_FIRST
        )
        return await self.found(
            self.rows()
            .where(_whose(chosen), _in_section(section, chosen.today, chosen.soon))
            .order_by(*order)
            .limit(limit)
            .offset(offset)
        )

    async def unfinished_by(self, day: date) -> Sequence[Task]:
        return await self.found(self.rows().where(_UNFINISHED, tasks.c.due <= day).order_by(*_EARLIEST_FIRST))

    async def of_decision(self, protocol_id: int, item: int) -> Sequence[Task]:
        return await self.found(
            self.rows().where(tasks.c.protocol_id == protocol_id, tasks.c.item == item).order_by(tasks.c.id)
        )

    async def of_unit(self, protocol_id: int, unit: str) -> Sequence[Task]:
        return await self.found(
            self.rows()
            .where(tasks.c.protocol_id == protocol_id, tasks.c.unit == unit)
            .order_by(tasks.c.item, tasks.c.id)
        )

    async def executors(self) -> Sequence[tuple[int | None, str | None, int]]:
        rows = await self.connection.execute(
            select(tasks.c.seat, tasks.c.unit, func.count())
            .where(_UNFINISHED)
            .group_by(tasks.c.seat, tasks.c.unit)
            .order_by(tasks.c.seat, tasks.c.unit)
        )
        return [(row[0], row[1], int(row[2])) for row in rows]

    async def to_account_for(self) -> Sequence[Task]:
        last: datetime | None = await self.connection.scalar(
            select(func.max(meetings.c.starts_at)).where(meetings.c.state == MeetingState.CLOSED.value)
        )
        wanted = tasks.c.state != TaskState.ACCEPTED.value
        if last is not None:
            wanted = or_(wanted, tasks.c.done_on >= last.astimezone(self.profile.time_zone).date())
        return await self.found(
            self.rows()
            .where(wanted)
            .order_by(tasks.c.protocol_day, tasks.c.protocol_number, tasks.c.item, tasks.c.id)
            .limit(_LARGEST_TABLE)
        )

    def made(self, row: Mapping[str, Any]) -> Task:
        return super().made({**row, "history": _history.read(row["history"])})

    def columns(self, thing: Task) -> dict[str, Any]:
        return {**super().columns(thing), "history": _history.written(thing.history)}


_EARLIEST_FIRST = (tasks.c.due.is_(None), tasks.c.due, tasks.c.id)


def _whose(chosen: TaskFilter) -> ColumnElement[bool]:
    if chosen.everyone:
        return true()
    of_units = tasks.c.unit.in_(chosen.units)
    # A seat that is not given must not become «IS NULL», which every unit's task satisfies.
    return of_units if chosen.seat is None else or_(tasks.c.seat == chosen.seat, of_units)


def _in_section(section: TaskSection, today: Any, soon: Any) -> ColumnElement[bool]:
    return {
        TaskSection.WAITING: or_(tasks.c.state == TaskState.REPORTED.value, tasks.c.asked_until.is_not(None)),
        TaskSection.LATE: and_(_UNFINISHED, tasks.c.due < today),
        TaskSection.SOON: and_(_UNFINISHED, tasks.c.due >= today, tasks.c.due <= soon),
        TaskSection.OPEN: _UNFINISHED,
        TaskSection.DONE: _FINISHED,
    }[section]


def _counts_of(*, everyone: bool, seated: bool) -> Select[Any]:
    """The figures of a list; whose it is and which days divide it are given when it is executed."""
    of_units = tasks.c.unit.in_(bindparam("units", expanding=True))
    whose = or_(tasks.c.seat == bindparam("seat"), of_units) if seated else of_units
    days = bindparam("today", type_=Date()), bindparam("soon", type_=Date())
    sums = [
        func.coalesce(func.sum(case((_in_section(section, *days), 1), else_=0)), 0) for section in TaskSection
    ]
    return select(*sums).where(true() if everyone else whose)


# Every digest and every greeting asks for them: built once for whom they may be about.
_COUNTS = {
    (everyone, seated): _counts_of(everyone=everyone, seated=seated)
    for everyone in (False, True)
    for seated in (False, True)
}
