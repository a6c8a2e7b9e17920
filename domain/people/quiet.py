"""Quiet hours: when a person is not to be disturbed by notices."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.office import reading
from domain.office.refusal import Refusal

_DASH = re.compile("[-–—]")


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
    hours = [reading.clock(one.strip()) for one in _DASH.split(text)]
    match hours:
        case [time() as begin, time() as end] if begin != end:
            return QuietHours(begin, end)
    raise Refusal("hours-unreadable")
