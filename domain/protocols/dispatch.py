"""Sending a signed paper to the units it concerns, and their receipts (п. 4.7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from domain.meetings.meeting import Meeting
from domain.meetings.voting import Outcome
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
    """Numbers of the items that each unit executes, by the units' keys in the profile's order (п. 4.7).

    Only adopted decisions are executed; a unit that executes none is sent nothing.
    """
    adopted = [item for item in meeting.agenda if item.result and item.result.outcome is Outcome.ADOPTED]
    executed = {
        unit.key: tuple(item.number for item in adopted if unit.key in item.standing.units)
        for unit in profile.units
    }
    return {unit: numbers for unit, numbers in executed.items() if numbers}


def remind_before(now: datetime, days: int, calendar: WorkCalendar) -> datetime:
    """What was sent before this moment and is not confirmed is to be reminded of; `days` are working ones."""
    day = working_day_before(now.date(), days, calendar)
    return now.replace(year=day.year, month=day.month, day=day.day)
