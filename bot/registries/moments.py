"""Moments as registries write them: dates of spreadsheets, their serial numbers, texts of many forms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from bot.registries.cells import Cell, line_of
from bot.registries.date_order import DAY_FIRST, Order, date_first
from domain.imports.understanding import DateOrder

_EARLIEST_YEAR, _LATEST_YEAR = 2000, 2100
# Excel counts days from here (the «1900 system» with its extra day of February 1900).
_SERIAL_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 — local time of the office
_DAYS_BEFORE_1904 = 1462
_SERIALS = range(36526, 73051)  # days of the years 2000 to 2099

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "январь января янв january jan",
            "февраль февраля фев февр february feb",
            "март марта мар march mar",
            "апрель апреля апр april apr",
            "май мая may",
            "июнь июня июн june jun",
            "июль июля июл july jul",
            "август августа авг august aug",
            "сентябрь сентября сен сент september sep sept",
            "октябрь октября окт october oct",
            "ноябрь ноября ноя нояб november nov",
            "декабрь декабря дек december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_ROMAN = {
    name: number
    for number, name in enumerate(
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"], start=1
    )
}
_OF_DAY = (
    r"(?P<hour>\d{1,2})(?:[:.\-]|\s?ч(?:ас\w{0,2})?\.?\s?)(?P<minute>\d{2})(?:\s?м(?:ин\w{0,3})?\.?)?"
    r"(?:[:.](?P<second>\d{2})(?:[.,]\d+)?)?(?:\s*(?P<half>[AP]M))?"
)
# «02.11.2026 05.11.26» are two dates: what may be one is no time of day.
_TIME = rf"(?:[\sT,;]*+(?!\d{{1,2}}\.(?:0?\d|1[0-2])\.\d{{2}})(?:в\s+)?{_OF_DAY})?"
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
_SEPARATOR = r"(?:\s?[./\-,\\]\s?|\s)"
_BY_FIGURES = re.compile(
    rf"(?P<day>\d{{1,2}}){_SEPARATOR}(?P<month>\d{{1,2}}){_SEPARATOR}(?P<year>\d{{4}}|\d{{2}}(?!\d))"
    rf"(?:\s?г(?:\.|ода)?)?{_TIME}",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(
    rf"(?P<year>\d{{4}})[./](?P<month>\d{{1,2}})[./](?P<day>\d{{1,2}}){_TIME}", re.IGNORECASE
)
_YEAR_FIRST_DASHED = re.compile(
    rf"(?P<year>\d{{4}})-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}}){_TIME}", re.IGNORECASE
)
_END_OF_DAY = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)[T ]"
    r"(?P<hour>24):(?P<minute>00)(?::(?P<second>00))?(?P<half>)"
)
_MONTH_BY_NAME = re.compile(
    rf"[«\"“„']?(?P<day>\d{{1,2}})[»\"”“']?[\s.\-/]*+(?P<name>[а-яёa-z]{{1,9}})\.?[\s.\-/]*+"
    rf"(?P<year>\d{{4}}|\d{{2}}(?!\d))(?:\s*+г(?:\.|ода)?)?{_TIME}",
    re.IGNORECASE,
)
_NAME_FIRST = re.compile(
    rf"(?P<name>[a-zа-яё]{{3,9}})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}}){_TIME}",
    re.IGNORECASE,
)
_YEAR_THEN_NAME = re.compile(
    rf"(?P<year>\d{{4}})(?:\s?г(?:\.|ода)?)?,?\s+(?P<name>[а-яёa-z]{{3,9}})\.?\s+(?P<day>\d{{1,2}}){_TIME}",
    re.IGNORECASE,
)
_IN_ONE_ROW = re.compile(
    r"(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)(?P<half>)"
)
_DAYS_OF_WEEK = (
    r"понедельник|пн|mon(?:day)?", r"вторник|вт|tue(?:sday)?", r"сред[аыу]|ср|wed(?:nesday)?",
    r"четверг|чт|thu(?:rsday)?", r"пятниц[аыу]|пт|fri(?:day)?", r"суббот[аыу]|сб|sat(?:urday)?",
    r"воскресенье|вс|sun(?:day)?",
)  # fmt: skip
_DAY_OF_WEEK = "|".join(f"(?P<{{0}}{at}>{names})" for at, names in enumerate(_DAYS_OF_WEEK))
_WEEKDAY = re.compile(
    rf"^(?:{_DAY_OF_WEEK.replace('{0}', 'first')})[.,\s]+(?=\S)"
    rf"|(?<=[\d.])[,\s]+\(?(?:{_DAY_OF_WEEK.replace('{0}', 'last')})\.?\)?$",
    re.IGNORECASE,
)
# After a time of day: «14:20 (UTC+5)», «09:30:00 +0500».
_OFFSET = re.compile(
    r"(?<=:\d\d)\s*\(?(?:(?:utc|gmt|(?P<moscow>мск))?\s?(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?"
    r"|utc|gmt)\)?(?:\s(?:utc|gmt|\([a-z ]{1,40}\)))?$",
    re.IGNORECASE,
)
_DAY_AS_A_NUMBER = re.compile(r"20\d{6}(?:\d{6})?")  # 20261102, perhaps with its time
_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?")
_SINCE_1970 = re.compile(r"\d{10}(?:\d{3})?")  # seconds or milliseconds, in UTC
_SECONDS = range(946_684_800, 4_102_444_800)  # of the years 2000 to 2099
# What systems keep and show where there is no date: their first day, noughts.
_NEVER = frozenset(((1, 1, 1), (1899, 12, 30), (1899, 12, 31), (1900, 1, 1), (1970, 1, 1)))
_NEVER_WRITTEN = re.compile(
    r"0[0.\-/: T]*|(?:01\.01\.(?:0001|1900|1970)|3[01]\.12\.1899|(?:0001|1900|1970)-01-01|1899-12-3[01])"
    r"(?:[T ]0?[035]:00(?::00)?)?"
)
_BEFORE_A_DATE = re.compile(r"^(?:от|дата)[:\s]+(?=\d)", re.IGNORECASE)
_AT_THE_END = re.compile(r"(?<=\d)\s?[.,;]$")
_YEAR_WORD = re.compile(r"(?<=\d)\s?(?:г\.?|года?)$", re.IGNORECASE)
_MOSCOW_WORD = re.compile(r"\s?\(?(?:мск|по москве|московское(?: время)?)\)?$", re.IGNORECASE)
_MOSCOW = timezone(timedelta(hours=3))
_LONGEST = 80
_EARLIEST_OF_TWO_FIGURES = 15  # «26-11-02» is no day of 2002: its year stands first, or there is none
_TIME_ALONE = re.compile(rf"(?:в\s+)?{_OF_DAY}", re.IGNORECASE)
_FOUR_FIGURES = re.compile(r"(\d{2})(\d{2})")
_TIME_AT_THE_END = re.compile(r"\d[\sT,]+(\d{1,2}:\d{2}(?::\d{2})?)$")
_DATE_INSIDE = re.compile(
    r"(?<!\d)(?:\d{1,2}\s?[./]\s?\d{1,2}\s?[./]\s?(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|"
    r"[«\"]?\d{1,2}[»\"]?\s+[а-яё]{3,9}\.?\s+\d{4})(?:\s+(?:в\s+)?\d{1,2}:\d{2}(?::\d{2})?)?(?![\d])",
    re.IGNORECASE,
)


_WHOSE_DATE = re.compile(
    r"\b(?:(?P<answer>исп|отв(?!етст)|исх|реш|закры|выполн|снят|напр|отпр|дан\b|разъясн|рассм)|"
    r"(?P<other>(?<!в )срок|до\b|план|(?<!с )контрол|обращ|заяв|сообщ|жалоб|запрос|вх\b|пост|зарег|получ|"
    r"поруч|перед|продл))",
    re.IGNORECASE,
)
_PLANNED_FOR = re.compile(r"(?:\bсрок\w*|\bдо|\bплан\w*|\bконтрол\w*)[\s:.]*$", re.IGNORECASE)


class NotAMoment(ValueError):
    """What stands in the cell is no date, or a date that no registry can mean."""


class AmbiguousMoment(NotAMoment):
    """Figures that are a date with the day first and another with the month first."""


class OtherWeekday(NotAMoment):
    """A date beside a day of the week that is not its own."""


class TornMoment(NotAMoment):
    """A date of a spreadsheet that may have its day and month in each other's place."""


class MomentReader:
    """Reads moments of one column; those without a zone are in the office's. Answers are aware, in UTC.

    `order`: what its dates prove; `from_1904`: a number is of days since 1904.
    """

    def __init__(
        self,
        zone: ZoneInfo,
        formats: Sequence[str] = (),
        order: Order = DAY_FIRST,
        *,
        from_1904: bool = False,
    ) -> None:
        self._zone = zone
        self._formats = tuple(formats)
        self._order = order
        self._shift = _DAYS_BEFORE_1904 if from_1904 else 0
        self._known: dict[str, datetime | None] = {}

    def read(self, cell: Cell) -> datetime | None:
        """The cell's moment, None for an empty cell and for none; NotAMoment when it cannot be read."""
        if isinstance(cell, datetime):
            if (cell.year, cell.month, cell.day) in _NEVER:
                return None
            if self._order.torn and cell.day != cell.month:
                raise TornMoment(cell.isoformat())
            return self._aware(_swapped(cell) if self._order.swapped else cell)
        if isinstance(cell, int | float) and not isinstance(cell, bool):
            if not cell:
                return None
            figures = f"{cell:.0f}"
            if _DAY_AS_A_NUMBER.fullmatch(figures):
                return self._aware(self._written(figures))
            return self._aware(_since_1970(figures) or _of_serial(float(cell) + self._shift))
        text = unicodedata.normalize("NFKC", line_of(cell)).translate(_DASHES)
        if not text:
            return None
        if len(text) > _LONGEST:
            raise NotAMoment(text)
        if text not in self._known:
            never = _NEVER_WRITTEN.fullmatch(text)
            self._known[text] = None if never else self._aware(self._of_text(text))
        return self._known[text]

    def _of_text(self, text: str) -> datetime:
        for form in self._formats:
            try:
                return datetime.strptime(text, form)  # noqa: DTZ007 — a zone, when given, is kept
            except ValueError:
                continue
        if _SERIAL.fullmatch(text):
            return _of_serial(float(text.replace(",", ".")))
        if of_epoch := _since_1970(text):
            return of_epoch
        text = date_first(_AT_THE_END.sub("", _BEFORE_A_DATE.sub("", text)))
        local = _MOSCOW_WORD.sub("", _WEEKDAY.sub("", text))
        zone = _MOSCOW if _MOSCOW_WORD.search(text) else None
        if (offset := _OFFSET.search(local)) and not _of_two_times(offset):
            local, zone = local[: offset.start()], _zone(offset)
        moment = self._written(local)
        if (weekday := _WEEKDAY.search(text)) and moment.weekday() != _weekday(weekday):
            raise OtherWeekday(text)
        return moment.replace(tzinfo=zone) if zone is not None and moment.tzinfo is None else moment

    def _written(self, local: str) -> datetime:
        if found := _BY_FIGURES.fullmatch(_YEAR_WORD.sub("", local)):
            return self._of_figures(found)
        if found := _YEAR_FIRST.fullmatch(local):
            return _built(found, int(found["month"]))
        if found := _in_words(local):
            return _built(found, _month(found["name"]))
        if found := _IN_ONE_ROW.fullmatch(local):
            return _built(found, int(found["month"]))
        try:
            return datetime.fromisoformat(local)
        except ValueError:
            if found := _END_OF_DAY.fullmatch(local) or _YEAR_FIRST_DASHED.fullmatch(local):
                return _built(found, int(found["month"]))
            raise NotAMoment(local) from None

    def _of_figures(self, found: re.Match[str]) -> datetime:
        one, other = int(found["day"]), int(found["month"])
        order = self._order.order
        if self._order.dotted is not None and not any(mark in found[0] for mark in "/-\\"):
            order = self._order.dotted
        if order is None and one <= 12 and other <= 12 and one != other:
            raise AmbiguousMoment(found[0])
        if order is DateOrder.MONTH_FIRST or (order is None and other > 12):
            return _built(found, one, day=other)
        return _built(found, other)

    def _aware(self, moment: datetime) -> datetime:
        if not _EARLIEST_YEAR <= moment.year < _LATEST_YEAR:
            raise NotAMoment(moment.isoformat())
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=self._zone)
        return moment.astimezone(UTC)


def _in_words(local: str) -> re.Match[str] | None:
    patterns = (_MONTH_BY_NAME, _NAME_FIRST, _YEAR_THEN_NAME)
    return next((found for one in patterns if (found := one.fullmatch(local))), None)


def _since_1970(text: str) -> datetime | None:
    """A number of seconds or milliseconds, as systems keep moments; None for any other."""
    if not _SINCE_1970.fullmatch(text):
        return None
    seconds = int(text[:10])
    return datetime.fromtimestamp(seconds, UTC) if seconds in _SECONDS else None


def _weekday(found: re.Match[str]) -> int:
    """The day of the week that stands beside a date, Monday is 0."""
    return next(int(name[-1]) for name, said in found.groupdict().items() if said)


def _of_serial(number: float) -> datetime:
    """Excel's serial number; only those of our century, so that a stray number is not taken for a date."""
    if not _SERIALS.start <= number < _SERIALS.stop:
        raise NotAMoment(str(number))
    moment = _SERIAL_ZERO + timedelta(days=number)
    # A double holds a moment to some microseconds: 11:43:54 comes back as 11:43:53.999996.
    return (moment + timedelta(milliseconds=500)).replace(microsecond=0)


def date_inside(text: str, begin: int = 0) -> str:
    """The first date that stands in a text from there on, as it is written; empty where there is none.

    A date that something is planned for («срок 20.11.2026») is passed over where another one stands.
    """
    found = list(_DATE_INSIDE.finditer(text, begin))
    happened = (
        one[0] for one in found if not _PLANNED_FOR.search(text, max(0, one.start() - 20), one.start())
    )
    return next(happened, found[0][0] if found else "")


def answer_date_inside(text: str) -> str:
    """The date of an answer among a mark's words, as it is written; empty where none is said to be its own.

    What stands before a date tells whose it is: «на обращение от 02.11.2026 дан ответ 05.11.2026».
    """
    found, whose, begin = list(_DATE_INSIDE.finditer(text)), [], 0
    for one in found:
        said = [word.lastgroup for word in _WHOSE_DATE.finditer(text, begin, one.start())]
        whose.append(said[-1] if said else None)
        begin = one.end()
    for wanted in ("answer", None):
        if wanted in whose:
            return found[whose.index(wanted)][0]
    return ""


def without_dates(text: str) -> str:
    """The text without the dates that stand in it."""
    return _DATE_INSIDE.sub(" ", text) if any(map(str.isdigit, text)) else text


def time_of(cell: Cell) -> timedelta | None:
    """A time of day by itself, since midnight: a text, or a part of a day as a number."""
    if isinstance(cell, float) and 0 < cell < 1:
        return timedelta(seconds=round(cell * 86400))
    if isinstance(cell, datetime):
        return timedelta(hours=cell.hour, minutes=cell.minute, seconds=cell.second)
    said = _FOUR_FIGURES.sub(r"\1:\2", text) if _FOUR_FIGURES.fullmatch(text := line_of(cell)) else text
    if at_the_end := _TIME_AT_THE_END.search(said):
        said = at_the_end[1]
    found = _TIME_ALONE.fullmatch(said)
    if not found:
        return None
    try:
        return _since_midnight(found)
    except ValueError:
        return None


def _since_midnight(found: re.Match[str]) -> timedelta:
    """The time of day; 24:00 is the day's end. ValueError for what no clock shows."""
    hour, minute, second = _hour(found), int(found["minute"] or 0), int(found["second"] or 0)
    if (hour, minute, second) == (24, 0, 0):
        return timedelta(days=1)
    shown = time(hour, minute, second)
    return timedelta(hours=shown.hour, minutes=shown.minute, seconds=shown.second)


def _hour(found: re.Match[str]) -> int:
    """The hour out of twenty-four."""
    hour, half = int(found["hour"] or 0), (found["half"] or "").upper()
    if not half or hour > 12:
        return hour
    return hour % 12 + (12 if half == "PM" else 0)


def _swapped(moment: datetime) -> datetime:
    """A date of which a spreadsheet took the month for the day."""
    return moment.replace(month=moment.day, day=moment.month) if moment.day <= 12 else moment


def _built(found: re.Match[str], month: int, day: int | None = None) -> datetime:
    year = int(found["year"])
    if year < _EARLIEST_OF_TWO_FIGURES:
        raise NotAMoment(found[0])
    try:
        midnight = datetime(year if year > 99 else year + 2000, month, day or int(found["day"]))  # noqa: DTZ001
        return midnight + _since_midnight(found)  # made aware by the caller, who knows the zone
    except (ValueError, OverflowError):
        raise NotAMoment(found[0]) from None


def _of_two_times(offset: re.Match[str]) -> bool:
    """«14:30-15:00»: from one time to another."""
    until = offset["sign"] == "-" and offset["minutes"] is not None and offset[0].startswith("-")
    return until and ":" in offset[0] and not re.search(r":\d\d:\d\d$", offset.string[: offset.start()])


def _zone(offset: re.Match[str]) -> timezone:
    ahead = timedelta(hours=int(offset["hours"] or 0), minutes=int(offset["minutes"] or 0))
    if ahead >= timedelta(hours=24):
        raise NotAMoment(offset[0])
    ahead = -ahead if offset["sign"] == "-" else ahead
    return timezone(ahead + timedelta(hours=3) if offset["moscow"] else ahead)


def _month(name: str) -> int:
    try:
        return _ROMAN[name.upper()] if name.upper() in _ROMAN else _MONTHS[name.casefold()]
    except KeyError:
        raise NotAMoment(name) from None
