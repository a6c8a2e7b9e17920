"""Sending a signed paper to the units it concerns, and their receipts (п. 4.7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from domain.messages.deadline import working_day_before
from domain.office.calendar import WorkCalendar
from domain.office.profile import OfficeProfile


@dataclass(frozen=True, slots=True)
class Dispatch:
    """A paper's way to one unit. `by_hand`: the unit has no chat, a person hands the paper over.

    `sent_at` is None until it was sent, `confirmed_at` until the unit confirmed.
    """

    entity: str
    unit: str
    by_hand: bool
    sent_at: datetime | None
    confirmed_at: datetime | None


def concerned_items(meeting: Meeting, profile: OfficeProfile) -> Mapping[str, tuple[int, ...]]:
    """Numbers of the items that concern each unit, by the units' keys in the profile's order (п. 4.7).

    An item concerns its executors; an item without executors, the units of its speaker's block. Where
    that names no unit at all, every unit is to know of every item.
    """
    standing = [item for item in meeting.agenda if item.removal is None]
    named = {
        unit.key: tuple(item.number for item in standing if unit.key in _units_of(item, profile))
        for unit in profile.units
    }
    concerned = {unit: numbers for unit, numbers in named.items() if numbers}
    return concerned or {unit.key: tuple(item.number for item in standing) for unit in profile.units}


def _units_of(item: AgendaItem, profile: OfficeProfile) -> set[str]:
    decision = item.standing
    if decision.units or decision.seats or not item.speaker_seat:
        return decision.units
    block = profile.seat(item.speaker_seat).block
    return {unit.key for unit in profile.units if block is not None and unit.block == block}


def remind_before(now: datetime, days: int, calendar: WorkCalendar) -> datetime:
    """What was sent before this moment and is not confirmed is to be reminded of; `days` are working ones."""
    day = working_day_before(now.date(), days, calendar)
    return now.replace(year=day.year, month=day.month, day=day.day)
