"""Tasks and what they are counted by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from domain.office.ports import Keeps
from domain.tasks.lists import TaskFilter, TaskSection
from domain.tasks.task import Task


class TaskStore(Keeps[Task], Protocol):
    """Tasks that decisions gave (п. 4.7)."""

    async def counts(self, chosen: TaskFilter) -> Mapping[TaskSection, int]:
        """How many there are in each section."""

    async def page(
        self, chosen: TaskFilter, section: TaskSection, limit: int, offset: int = 0
    ) -> Sequence[Task]:
        """Tasks of a section, the earliest due first, those without a day last; done ones newest first."""

    async def unfinished_by(self, day: date) -> Sequence[Task]:
        """Tasks not reported yet and due by this day, the earliest first."""

    async def of_decision(self, protocol_id: int, item: int) -> Sequence[Task]:
        """What one decision gave."""

    async def of_unit(self, protocol_id: int, unit: str) -> Sequence[Task]:
        """What a protocol gave a unit to do, by question and point."""

    async def executors(self) -> Sequence[tuple[int | None, str | None, int]]:
        """Who has unfinished tasks: seat, unit, how many."""

    async def to_account_for(self) -> Sequence[Task]:
        """What is not accepted yet or was done since the last meeting, by protocol and question."""
