"""The Russian production calendar with its transferred days, from the `holidays` package and the profile."""

from __future__ import annotations

from datetime import date, timedelta

import holidays

from domain.office.profile import OfficeProfile

_SATURDAY = 5
_ONE_DAY = timedelta(days=1)


class ProductionCalendar:
    """Fills `domain.calendar.WorkCalendar`; days the library does not know yet come from the profile."""

    def __init__(self, profile: OfficeProfile) -> None:
        self._days_off = profile.calendar.days_off
        self._working_days = profile.calendar.working_days
        # Names of days tell holidays from transfers below; by default they are in the machine's language.
        self._library = holidays.country_holidays("RU", language="en_US")
        self._known: dict[date, bool] = {}

    def is_working_day(self, day: date) -> bool:
        known = self._known.get(day)
        if known is None:
            known = self._known[day] = self._find(day)
        return known

    def _find(self, day: date) -> bool:
        if day in self._working_days:
            return True
        if day in self._days_off:
            return False
        return bool(self._library.is_working_day(day))

    def is_short_day(self, day: date) -> bool:
        """Whether this working day is shortened, being the eve of a public holiday (ТК РФ, ст. 95).

        A day off that was only transferred is no public holiday. A Saturday that is worked for another day is
        as long as that day would have been (Приказ Минздравсоцразвития № 588н, п. 1).
        """
        return self.is_working_day(day) and self._is_holiday(self._worked_for(day) + _ONE_DAY)

    def _worked_for(self, day: date) -> date:
        """The day off that was given in exchange for this worked Saturday or Sunday; else the day itself."""
        if day.weekday() < _SATURDAY or day not in self._library.weekend_workdays:
            return day
        mark = f"substituted from {day:%m/%d/%Y}"
        found = (off for off, name in self._library.items() if off.year == day.year and mark in name)
        return next(found, day)

    def _is_holiday(self, day: date) -> bool:
        name = self._library.get(day)
        return name is not None and not any(word in name for word in ("substituted", "observed"))
