"""Moments as registries write them: dates of spreadsheets, their serial numbers, texts of many forms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from bot.registries.cells import Cell, line_of

_EARLIEST_YEAR, _LATEST_YEAR = 2000, 2100
# Excel counts days from here (the «1900 system» with its extra day of February 1900).
_SERIAL_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 — local time of the office
_SERIALS = range(36526, 73051)  # days of the years 2000 to 2099

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "январь января янв",
            "февраль февраля фев февр",
            "март марта мар",
            "апрель апреля апр",
            "май мая",
            "июнь июня июн",
            "июль июля июл",
            "август августа авг",
            "сентябрь сентября сен сент",
            "октябрь октября окт",
            "ноябрь ноября ноя нояб",
            "декабрь декабря дек",
        ),
        start=1,
    )
    for name in names.split()
}
_TIME = r"(?:[\sT,]*+(?:в\s+)?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,]\d+)?)?)?"
_DAY_FIRST = re.compile(
    rf"(?P<day>\d{{1,2}})[./\-](?P<month>\d{{1,2}})[./\-](?P<year>\d{{4}}|\d{{2}}){_TIME}"
)
_MONTH_BY_NAME = re.compile(
    rf"(?P<day>\d{{1,2}})\s*+(?P<name>[а-яё]{{3,8}})\.?\s*+(?P<year>\d{{4}})(?:\s*+г(?:\.|ода)?)?{_TIME}",
    re.IGNORECASE,
)
_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?")
_YEAR_WORD = re.compile(r"(?<=\d)\s?(?:г\.?|года)$", re.IGNORECASE)
_MOSCOW_WORD = re.compile(r"\s?\(?мск\)?$", re.IGNORECASE)
_MOSCOW = timezone(timedelta(hours=3))
_LONGEST = 60


class NotAMoment(ValueError):
    """What stands in the cell is no date, or a date that no registry can mean."""


class MomentReader:
    """Reads moments; those without a zone are in the office's. Answers are aware, in UTC."""

    def __init__(self, zone: ZoneInfo, formats: Sequence[str] = ()) -> None:
        self._zone = zone
        self._formats = tuple(formats)
        self._known: dict[str, datetime] = {}

    def read(self, cell: Cell) -> datetime | None:
        """The cell's moment, None for an empty cell; NotAMoment when it cannot be read."""
        if isinstance(cell, datetime):
            return self._aware(cell)
        if isinstance(cell, int | float) and not isinstance(cell, bool):
            return self._aware(_of_serial(float(cell)))
        text = line_of(cell)
        if not text:
            return None
        if len(text) > _LONGEST:
            raise NotAMoment(text)
        if text not in self._known:
            self._known[text] = self._aware(self._of_text(text))
        return self._known[text]

    def _of_text(self, text: str) -> datetime:
        for form in self._formats:
            try:
                return datetime.strptime(text, form)  # noqa: DTZ007 — a zone, when given, is kept
            except ValueError:
                continue
        if _SERIAL.fullmatch(text):
            return _of_serial(float(text.replace(",", ".")))
        local = _MOSCOW_WORD.sub("", text)
        if found := _DAY_FIRST.fullmatch(_YEAR_WORD.sub("", local)):
            moment = _built(found, int(found["month"]))
        elif found := _MONTH_BY_NAME.fullmatch(local):
            moment = _built(found, _month(found["name"]))
        else:
            try:
                moment = datetime.fromisoformat(local)
            except ValueError:
                raise NotAMoment(text) from None
        return moment.replace(tzinfo=_MOSCOW) if local != text and moment.tzinfo is None else moment

    def _aware(self, moment: datetime) -> datetime:
        if not _EARLIEST_YEAR <= moment.year < _LATEST_YEAR:
            raise NotAMoment(moment.isoformat())
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=self._zone)
        return moment.astimezone(UTC)


def _of_serial(number: float) -> datetime:
    """Excel's serial number; only those of our century, so that a stray number is not taken for a date."""
    if not _SERIALS.start <= number < _SERIALS.stop:
        raise NotAMoment(str(number))
    moment = _SERIAL_ZERO + timedelta(days=number)
    # A double holds a moment to some microseconds: 11:43:54 comes back as 11:43:53.999996.
    return (moment + timedelta(milliseconds=500)).replace(microsecond=0)


def _built(found: re.Match[str], month: int) -> datetime:
    year = int(found["year"])
    try:
        return datetime(  # noqa: DTZ001 — made aware by the caller, who knows the zone
            year if year > 99 else year + 2000,
            month,
            int(found["day"]),
            int(found["hour"] or 0),
            int(found["minute"] or 0),
            int(found["second"] or 0),
        )
    except ValueError:
        raise NotAMoment(found[0]) from None


def _month(name: str) -> int:
    try:
        return _MONTHS[name.casefold()]
    except KeyError:
        raise NotAMoment(name) from None
