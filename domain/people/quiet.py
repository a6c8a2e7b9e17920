"""Quiet hours: when a person is not to be disturbed by notices."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.office.refusal import Refusal

_HOURS = re.compile(r"(\d{1,2})[:.](\d{2})\s*[-–—]\s*(\d{1,2})[:.](\d{2})")


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From one time of the day to another, local; over midnight where the second is the earlier one."""

    begin: time
    end: time

    def end_of(self, moment: datetime, zone: ZoneInfo) -> datetime | None:
        """When the quiet hours that cover this moment are over; None when none do."""
        local = moment.astimezone(zone)
        clock = local.time()
        over_midnight = self.end < self.begin
        if over_midnight and clock >= self.begin:
            return datetime.combine(local.date() + timedelta(days=1), self.end, zone)
        if (over_midnight or clock >= self.begin) and clock < self.end:
            return datetime.combine(local.date(), self.end, zone)
        return None


def read_hours(text: str) -> QuietHours:
    """«22:00–07:30»; a refusal for what is none, or for hours without length."""
    found = _HOURS.fullmatch(text.strip())
    try:
        if found is None:
            raise ValueError
        hours = QuietHours(time(int(found[1]), int(found[2])), time(int(found[3]), int(found[4])))
    except ValueError:
        raise Refusal("hours-unreadable") from None
    if hours.begin == hours.end:
        raise Refusal("hours-unreadable")
    return hours
