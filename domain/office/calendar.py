"""The production calendar as the rules need it: which days are worked, which are an hour shorter."""

from datetime import date
from typing import Protocol


class WorkCalendar(Protocol):
    """Working days with the transferred ones; `bot/` fills it from a library and the profile."""

    def is_working_day(self, day: date) -> bool:
        """Whether this day is worked (a transferred Saturday is, a holiday is not)."""

    def is_short_day(self, day: date) -> bool:
        """Whether this working day is shortened, being the eve of a public holiday (ТК РФ, ст. 95)."""
