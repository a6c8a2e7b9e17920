"""A profile's file as far as it can be read: what sections say of each other, whatever else is wrong there.

A value of the wrong type is as good as none here: its place is named by the schema.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import time
from typing import Any

_STATUSES = ("answered", "open", "withdrawn", "not_ours", "rejected", "refuted")


@dataclass(frozen=True, slots=True)
class SeatOutline:
    """A seat, by its place in the file."""

    place: str
    number: int | None
    role: str
    block: str
    channels: list[str]
    key: str


@dataclass(frozen=True, slots=True)
class RegistryOutline:
    """How a channel's export, or any table, reads; `statuses` by what they mean."""

    place: str
    headers: list[str]
    signature: list[str]
    date_formats: list[str]
    statuses: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class ChannelOutline:
    """A channel, under its key and its names."""

    key: str
    names: list[str]
    registry: RegistryOutline | None


@dataclass(frozen=True, slots=True)
class UnitOutline:
    """A unit, under its title and its aliases."""

    key: str
    block: str
    names: list[str]


class Outline:
    """The sections of a profile's file."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.blocks = set(table(data.get("blocks")))
        self.seats = [_seat(index, seat) for index, seat in enumerate(tables(data.get("seats")), 1)]
        self.acting_seat = data.get("acting_seat")
        self.secretary = data.get("secretary")
        self.channels = [_channel(index, one) for index, one in enumerate(tables(data.get("channels")), 1)]
        self.units = [_unit(key, table(one)) for key, one in table(data.get("units")).items()]
        self.topics = {block: texts(topics) for block, topics in table(data.get("topics")).items()}
        self.captions = set(table(data.get("captions")))
        self.topic_words = set(table(data.get("topic_words")))
        self.classifier = table(data.get("classifier"))
        keeping = table(data.get("keeping"))
        self.reveal = {
            name: seats for name in ("reveal_to", "on_page") if isinstance(seats := keeping.get(name), list)
        }
        self.generic = _registry("generic_registry", table(data.get("generic_registry")))
        hours = table(data.get("working_time"))
        self.hours = [hours.get(name) for name in ("opens", "lunch_from", "lunch_to", "closes")]

    @property
    def registries(self) -> Iterator[RegistryOutline]:
        """Those of the channels, and the one of any other table."""
        yield from (one.registry for one in self.channels if one.registry)
        yield self.generic

    @property
    def day(self) -> list[time]:
        """The hours of a working day in their order; empty where one of them is none."""
        hours = [hour for hour in self.hours if isinstance(hour, time)]
        return hours if len(hours) == len(self.hours) else []


def text(value: Any) -> str:
    """A text, empty for anything else."""
    return value if isinstance(value, str) else ""


def texts(value: Any) -> list[str]:
    """The texts of a list."""
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def table(value: Any) -> dict[str, Any]:
    """A section, empty for anything else."""
    return value if isinstance(value, dict) else {}


def tables(value: Any) -> list[dict[str, Any]]:
    """The sections of a list."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _seat(index: int, seat: dict[str, Any]) -> SeatOutline:
    number = seat.get("number")
    sound = number if type(number) is int else None
    place = f"seats.{index if sound is None else sound}"
    return SeatOutline(
        place,
        sound,
        text(seat.get("role")),
        text(seat.get("block")),
        texts(seat.get("channels")),
        text(seat.get("key")),
    )


def _channel(index: int, channel: dict[str, Any]) -> ChannelOutline:
    key = text(channel.get("key"))
    names = [key, *(text(channel.get(name)) for name in ("title", "short_title"))]
    registry = channel.get("registry")
    place = f"channels.{key or index}.registry"
    read = _registry(place, registry) if isinstance(registry, dict) else None
    return ChannelOutline(key, [*filter(None, names), *texts(channel.get("aliases"))], read)


def _registry(place: str, registry: dict[str, Any]) -> RegistryOutline:
    return RegistryOutline(
        place,
        list(table(registry.get("headers"))),
        texts(registry.get("signature")),
        texts(registry.get("date_formats")),
        {meaning: texts(registry.get(meaning)) for meaning in _STATUSES},
    )


def _unit(key: str, unit: dict[str, Any]) -> UnitOutline:
    names = [*filter(None, [text(unit.get("title"))]), *texts(unit.get("aliases"))]
    return UnitOutline(key, text(unit.get("block")), names)
