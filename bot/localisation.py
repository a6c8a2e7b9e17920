"""The locale: Fluent sentences with plurals, dates and times by CLDR, arguments escaped for Telegram HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from datetime import UTC, date, datetime, time
from functools import cache, partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import MAX_PART_LENGTH

from bot.called import called

LOCALES = Path(__file__).parent.parent / "locales"

_DATE_PATTERNS = {
    "ru": {
        "DAY": "d MMMM",
        "FULLDAY": "d MMMM y 'г'.",
        "WEEKDAY": "EEEE",
        "SHORTDAY": "dd.MM",
        "DAYNAME": "EEE",
        "MONTH": "LLLL y",
        "SHORTMONTH": "LLL y",
    },
    "en": {
        "DAY": "d MMMM",
        "FULLDAY": "d MMMM y",
        "WEEKDAY": "EEEE",
        "SHORTDAY": "dd.MM",
        "DAYNAME": "EEE",
        "MONTH": "LLLL y",
        "SHORTMONTH": "LLL y",
    },
}

_OF_ANOTHER_YEAR = {
    "d MMMM": {"ru": "d MMMM y 'г'.", "en": "d MMMM y"},
    "dd.MM": {"ru": "dd.MM.y", "en": "dd.MM.y"},
}
# Bundles are shared by offices, each of which has a clock of its own.
_THIS_YEAR: ContextVar[int | None] = ContextVar("this year", default=None)

LANGUAGES = tuple(_DATE_PATTERNS)

# Fluent has a sentence begin at the beginning of a line; another that it names stands in braces.
_SENTENCE = re.compile(r"^([a-zA-Z][\w-]*) *=.*?(?=^[a-zA-Z][\w-]* *=|\Z)", re.MULTILINE | re.DOTALL)
_NAMED = re.compile(r"\{ *([a-zA-Z][\w-]*)[. }]")


class UnknownText(LookupError):
    """The locale has no such sentence: a mistake of ours, never of the user's."""


class Locale:
    """Sentences of one language for one office; moments are shown in the office's zone.

    `now`: the office's clock, by which days of another year are shown with it; without one no year is.
    """

    def __init__(
        self,
        language: str,
        zone: ZoneInfo,
        folder: Path = LOCALES,
        *,
        now: Callable[[], datetime] | None = None,
    ) -> None:
        self.language = language
        self.zone = zone
        self._now = now
        self._sentences = _sentences(language, zone, folder)

    def __call__(self, key: str, **arguments: Any) -> str:
        """The sentence with this key; strings among the arguments are escaped unless `literal`."""
        pattern = self._sentences.pattern(key)
        _THIS_YEAR.set(self._now().astimezone(self.zone).year if self._now else None)
        said, long = _without_long(_escaped(arguments))
        text, errors = self._sentences.bundle.format_pattern(pattern, said)
        if errors:
            raise UnknownText(f"{key}: {errors[0]}")
        sentence = str(text)
        for mark, value in long.items():
            sentence = sentence.replace(mark, value)
        # A date that ends a sentence has the full stop already: «25 ноября 2026 г.».
        return sentence.replace("\u00a0г..", "\u00a0г.")

    def has(self, key: str) -> bool:
        """Whether the locale has this sentence."""
        return key in self._sentences.written

    def keys(self, prefix: str) -> list[str]:
        """The keys of sentences that begin so."""
        return [key for key in self._sentences.written if key.startswith(prefix)]


class _Sentences:
    """All sentences of a language; each is read when it is first asked for."""

    def __init__(self, language: str, zone: ZoneInfo, folder: Path) -> None:
        functions: dict[str, Callable[..., Any]] = {
            name: partial(_date, language, zone, pattern)
            for name, pattern in _DATE_PATTERNS[language].items()
        }
        functions["WEEKDAYTITLE"] = lambda day: _date(language, zone, "EEEE", day).capitalize()
        functions["TIME"] = partial(_time, language, zone)
        functions["CLOCK"] = partial(_clock, language, zone)
        functions["UNIX"] = lambda moment: str(int(moment.timestamp()))
        functions["PROGRAM"] = called
        self.bundle = FluentBundle([language], use_isolating=False, functions=functions)
        self.written = {
            sentence[1]: sentence[0]
            for path in sorted((folder / language).rglob("*.ftl"))
            for sentence in _SENTENCE.finditer(path.read_text("utf-8"))
        }

    def pattern(self, key: str) -> Any:
        """What the sentence with this key is made by. Raises UnknownText."""
        if key not in self.written:
            raise UnknownText(key)
        self._read(key)
        return self.bundle.get_message(key).value

    def _read(self, key: str) -> None:
        if not self.bundle.has_message(key):
            self.bundle.add_resource(FluentResource(self.written[key]))
            for named in _NAMED.findall(self.written[key]):
                if named in self.written:
                    self._read(named)


# Offices of one process that speak alike share them.
_sentences = cache(_Sentences)


def _local(zone: ZoneInfo, value: Any) -> datetime | date:
    if isinstance(value, datetime):
        return value.astimezone(zone) if value.tzinfo else value.replace(tzinfo=UTC)
    return date(value.year, value.month, value.day)


def _date(language: str, zone: ZoneInfo, pattern: str, value: Any) -> str:
    day = _local(zone, value)
    if _THIS_YEAR.get() not in (None, day.year) and pattern in _OF_ANOTHER_YEAR:
        pattern = _OF_ANOTHER_YEAR[pattern][language]
    return format_date(day, pattern, locale=language).replace(" г.", "\u00a0г.")


def _time(language: str, zone: ZoneInfo, value: Any) -> str:
    moment = _local(zone, value)
    assert isinstance(moment, datetime)  # a sentence asks for the time of moments only
    return format_time(moment, "HH:mm", locale=language)


def _clock(language: str, zone: ZoneInfo, value: Any, before: str) -> str:
    """The time of day after these words; nothing at midnight sharp, as what is of a day alone is kept."""
    of_day = _local(zone, value)
    assert isinstance(of_day, datetime)
    return "" if of_day.time() == time() else f"{before}{_time(language, zone, value)}"


def _escaped(arguments: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _argument(value) for name, value in arguments.items()}


def _without_long(arguments: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """The arguments with a mark for each that is too long for the library, and what the marks stand for."""
    said, long = dict(arguments), dict[str, str]()
    for name, value in arguments.items():
        if isinstance(value, str) and len(value) > MAX_PART_LENGTH:
            said[name] = mark = f"\ue000{name}\ue001"
            long[mark] = value
    return said, long


def _argument(value: Any) -> Any:
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return html.escape(value, quote=False)
    return value
