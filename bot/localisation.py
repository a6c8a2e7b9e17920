"""The locale: Fluent sentences with plurals, dates and times by CLDR, arguments escaped for Telegram HTML."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from datetime import UTC, date, datetime, time
from functools import cache, partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Message, Resource

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
    },
    "en": {
        "DAY": "d MMMM",
        "FULLDAY": "d MMMM y",
        "WEEKDAY": "EEEE",
        "SHORTDAY": "dd.MM",
        "DAYNAME": "EEE",
        "MONTH": "LLLL y",
    },
}

_OF_ANOTHER_YEAR = {
    "d MMMM": {"ru": "d MMMM y 'г'.", "en": "d MMMM y"},
    "dd.MM": {"ru": "dd.MM.y", "en": "dd.MM.y"},
}
# Bundles are shared by offices, each of which has a clock of its own.
_THIS_YEAR: ContextVar[int | None] = ContextVar("this year", default=None)

LANGUAGES = tuple(_DATE_PATTERNS)


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
        self._folder = folder
        self._now = now
        self._bundle = _bundle(language, zone, folder)

    def __call__(self, key: str, **arguments: Any) -> str:
        """The sentence with this key; strings among the arguments are escaped unless `literal`."""
        if not self._bundle.has_message(key):
            raise UnknownText(key)
        message = self._bundle.get_message(key)
        if message.value is None:
            raise UnknownText(key)
        _THIS_YEAR.set(self._now().astimezone(self.zone).year if self._now else None)
        text, errors = self._bundle.format_pattern(message.value, _escaped(arguments))
        if errors:
            raise UnknownText(f"{key}: {errors[0]}")
        # A date that ends a sentence has the full stop already: «25 ноября 2026 г.».
        return str(text).replace("\u00a0г..", "\u00a0г.")

    def has(self, key: str) -> bool:
        """Whether the locale has this sentence."""
        return bool(self._bundle.has_message(key))

    def keys(self, prefix: str) -> list[str]:
        """The keys of sentences that begin so."""
        entries = (entry for resource in _resources(self.language, self._folder) for entry in resource.body)
        names = (entry.id.name for entry in entries if isinstance(entry, Message))
        return [name for name in names if name.startswith(prefix)]


@cache
def _bundle(language: str, zone: ZoneInfo, folder: Path) -> FluentBundle:
    """The sentences read and compiled once: offices of one process that speak alike share them."""
    functions: dict[str, Callable[..., Any]] = {
        name: partial(_date, language, zone, pattern) for name, pattern in _DATE_PATTERNS[language].items()
    }
    functions["WEEKDAYTITLE"] = lambda day: _date(language, zone, "EEEE", day).capitalize()
    functions["TIME"] = partial(_time, language, zone)
    functions["UNIX"] = lambda moment: str(int(moment.timestamp()))
    functions["PROGRAM"] = called
    bundle = FluentBundle([language], use_isolating=False, functions=functions)
    for resource in _resources(language, folder):
        bundle.add_resource(resource)
    return bundle


@cache
def _resources(language: str, folder: Path) -> tuple[Resource, ...]:
    return tuple(
        FluentResource(path.read_text("utf-8")) for path in sorted((folder / language).rglob("*.ftl"))
    )


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


def _escaped(arguments: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _argument(value) for name, value in arguments.items()}


def _argument(value: Any) -> Any:
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return html.escape(value, quote=False)
    return value
