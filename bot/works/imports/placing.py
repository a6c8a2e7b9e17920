"""Rows of registries with the deadline and the place in the office that they get."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.storage.messages.placed import PlacedRow
from bot.works.imports.topic_likeness import SoftTopics
from domain.messages.message import RegistryRow
from domain.messages.place import settlement_of
from domain.messages.routing import Router
from domain.messages.stages import deadline_of_row
from domain.office.calendar import WorkCalendar
from domain.office.profile import OfficeProfile


class Placing:
    """Gives each row its deadline by its channel's rule, its block and its unit; meant for a thread."""

    def __init__(self, profile: OfficeProfile, calendar: WorkCalendar, remembered: Mapping[str, str]) -> None:
        self._profile = profile
        self._calendar = calendar
        self._router = Router(profile, remembered, SoftTopics)

    def place(self, row: RegistryRow) -> PlacedRow:
        """One row."""
        profile = self._profile
        deadline_at = deadline_of_row(profile, self._calendar, row)
        place = self._router.place(row.topic, row.executor, row.topic_group, row.text)
        return PlacedRow(row, deadline_at, place, settlement_of(row.place, profile.city))


def place_rows(
    rows: Sequence[RegistryRow],
    profile: OfficeProfile,
    calendar: WorkCalendar,
    remembered: Mapping[str, str],
) -> list[PlacedRow]:
    """All rows placed at once."""
    placing = Placing(profile, calendar, remembered)
    return [placing.place(row) for row in rows]
