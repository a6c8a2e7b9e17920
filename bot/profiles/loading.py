"""Reads a profile's file, checks it, and gives the domain its office."""

from __future__ import annotations

import hashlib
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from bot.profiles.schema import ChannelShape, DeadlineShape, ProfileShape, RegistryShape, SeatShape
from domain.messages.message import RegistryRow
from domain.office.profile import (
    Block,
    Channel,
    DeadlineRule,
    Decree,
    Extension,
    MessageKeeping,
    OfficeProfile,
    Quorum,
    RegistryMapping,
    Role,
    Seat,
    Unit,
    WorkingTime,
)

DEFAULT = Path(__file__).parent / "chaikovsky.toml"
_MOST_SEATS = 9
_FIELDS = {*RegistryRow.__dataclass_fields__, "topic_group", "unit", "channel"}
_PLAIN_KINDS = {
    "missing": "missing",
    "extra_forbidden": "unknown-key",
    "unknown-zone": "unknown-zone",
    "bad-share": "bad-share",
}


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake by its place in the file; `key` names the locale's `profile-*` sentence."""

    place: str
    key: str
    arguments: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Note:
    """Something `bot check` reminds of: a number that the office has yet to confirm."""

    place: str
    key: str
    arguments: Mapping[str, Any] = field(default_factory=dict)


class ProfileError(Exception):
    """The profile is refused; `mistakes` are all of them."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__("; ".join(f"{mistake.place}: {mistake.key}" for mistake in mistakes))
        self.mistakes = mistakes


def profile_text(path: Path | None = None) -> str:
    """The profile's file as it stands; the shipped one by default. Raises ProfileError."""
    try:
        return (path or DEFAULT).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise ProfileError([Mistake(str(path), "no-file")]) from None


def fingerprint(content: str) -> str:
    """SHA-256 of a profile's text, hexadecimal."""
    return hashlib.sha256(content.encode()).hexdigest()


def load_profile(path: Path | None = None) -> OfficeProfile:
    """The office of a profile's file; the shipped one by default. Raises ProfileError."""
    return read_profile(profile_text(path))


def read_profile(content: str) -> OfficeProfile:
    """The office that a profile's text describes. Raises ProfileError with every mistake."""
    try:
        data = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise ProfileError([Mistake("toml", "bad-toml", {"reason": str(error)})]) from None
    try:
        shape = ProfileShape.model_validate(data)
    except ValidationError as error:
        raise ProfileError([_mistake(detail, data) for detail in error.errors()]) from None
    mistakes = list(_disagreements(shape))
    if mistakes:
        raise ProfileError(mistakes)
    return _office(shape)


def notes(profile: OfficeProfile) -> list[Note]:
    """Numbers whose source is yet to be confirmed."""
    return [
        Note(f"channels.{channel.key}.deadline", "confirm", {"channel": channel.title, "text": rule.confirm})
        for channel in profile.channels
        for rule in (channel.rule, *channel.topic_rules.values())
        if rule.confirm
    ]


def _mistake(detail: Any, data: dict[str, Any]) -> Mistake:
    place, here = [], data
    for part in detail["loc"]:
        here = _step(here, part)
        name = here.get("key") if isinstance(here, dict) and isinstance(part, int) else None
        place.append(str(name or (part + 1 if isinstance(part, int) else part)))
    key = _PLAIN_KINDS.get(detail["type"], "wrong-value")
    return Mistake(".".join(place), key, {"value": _shown(detail["input"]), "expected": detail["msg"]})


def _step(here: Any, part: Any) -> Any:
    try:
        return here[part]
    except (KeyError, IndexError, TypeError):
        return None


def _shown(value: Any) -> str:
    text = "…" if isinstance(value, dict | list) else str(value)
    return text if len(text) < 60 else f"{text[:59]}…"


def _disagreements(shape: ProfileShape) -> Iterator[Mistake]:
    """What single fields cannot know: seats, blocks, channels and units that must fit each other."""
    yield from _seats(shape)
    yield from _working_time(shape)
    blocks, seats = set(shape.blocks), {seat.number for seat in shape.seats}
    for key, unit in shape.units.items():
        if unit.block not in blocks:
            yield Mistake(f"units.{key}.block", "no-such-block", {"value": unit.block})
    for block in shape.topics.keys() - blocks:
        yield Mistake(f"topics.{block}", "no-such-block", {"value": block})
    for seat in set(shape.keeping.reveal_to) - seats:
        yield Mistake("keeping.reveal_to", "no-such-seat", {"value": seat})
    keys = [channel.key for channel in shape.channels]
    for key in _repeated(keys):
        yield Mistake(f"channels.{key}", "repeated", {"value": key})
    answering = [channel for seat in shape.seats for channel in seat.channels]
    for key in keys:
        if answering.count(key) != 1:
            yield Mistake(f"channels.{key}", "one-officer", {"value": answering.count(key)})
    registries = [(f"channels.{one.key}.registry", one.registry) for one in shape.channels if one.registry]
    for place, registry in [*registries, ("generic_registry", shape.generic_registry)]:
        for name in registry.headers.keys() - _FIELDS:
            yield Mistake(f"{place}.headers.{name}", "unknown-field", {"value": name})


def _seats(shape: ProfileShape) -> Iterator[Mistake]:
    numbers = [seat.number for seat in shape.seats]
    if len(numbers) > _MOST_SEATS:
        yield Mistake("seats", "too-many-seats", {"value": len(numbers)})
    if sorted(numbers) != list(range(1, len(numbers) + 1)):
        yield Mistake("seats", "seat-numbers", {"value": ", ".join(map(str, numbers))})
    heads = [seat.number for seat in shape.seats if seat.role is Role.HEAD]
    if len(heads) != 1:
        yield Mistake("seats", "one-head", {"value": len(heads)})
    if shape.acting_seat not in numbers or shape.acting_seat in heads:
        yield Mistake("acting_seat", "bad-acting-seat", {"value": shape.acting_seat})
    keys = {channel.key for channel in shape.channels}
    for seat in shape.seats:
        place = f"seats.{seat.number}"
        yield from _seat(seat, place, shape, keys)
    for block in _repeated([seat.block for seat in shape.seats if seat.block]):
        yield Mistake(f"blocks.{block}", "one-block-head", {"value": block})
    for block in shape.blocks.keys() - {seat.block for seat in shape.seats}:
        yield Mistake(f"blocks.{block}", "no-block-head", {"value": block})


def _seat(seat: SeatShape, place: str, shape: ProfileShape, channels: set[str]) -> Iterator[Mistake]:
    if (seat.role is Role.BLOCK_HEAD) != (seat.block is not None):
        yield Mistake(f"{place}.block", "block-of-block-head", {"value": seat.block or "—"})
    elif seat.block is not None and seat.block not in shape.blocks:
        yield Mistake(f"{place}.block", "no-such-block", {"value": seat.block})
    for key in seat.channels:
        if key not in channels:
            yield Mistake(f"{place}.channels", "no-such-channel", {"value": key})


def _working_time(shape: ProfileShape) -> Iterator[Mistake]:
    hours = shape.working_time
    if not hours.opens < hours.lunch_from <= hours.lunch_to < hours.closes:
        yield Mistake("working_time", "hours-order", {})


def _repeated(names: list[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]


def _office(shape: ProfileShape) -> OfficeProfile:
    hours = shape.working_time
    return OfficeProfile(
        key=shape.key,
        name=shape.name,
        short_name=shape.short_name,
        city=shape.city,
        time_zone=ZoneInfo(shape.time_zone),
        locale=shape.locale,
        decree=Decree(shape.decree.number, shape.decree.date, shape.decree.title),
        seats=tuple(
            Seat(seat.number, seat.position, seat.role, seat.duty, seat.block, seat.channels)
            for seat in sorted(shape.seats, key=lambda seat: seat.number)
        ),
        acting_seat=shape.acting_seat,
        quorum=Quorum(shape.quorum.share, shape.quorum.of),
        majority_of=shape.majority.of,
        tie_decided_by=shape.tie.decided_by,
        blocks=tuple(Block(key, title) for key, title in shape.blocks.items()),
        channels=tuple(_channel(channel) for channel in shape.channels),
        units=tuple(Unit(key, unit.title, unit.block, unit.aliases) for key, unit in shape.units.items()),
        topics=MappingProxyType({topic: block for block, topics in shape.topics.items() for topic in topics}),
        working_time=WorkingTime(
            hours.opens, hours.closes, hours.lunch_from, hours.lunch_to, hours.short_day_hours
        ),
        digest_at=shape.digest_at,
        due_soon_days=shape.due_soon_days,
        receipt_days=shape.receipt_days,
        protocol_template=shape.protocol_template,
        escalate_after=shape.escalate_after,
        check_in_minutes=shape.check_in_minutes,
        opinion_hours=shape.opinion_hours,
        generic_registry=_registry(shape.generic_registry),
        extra_days_off=shape.calendar.days_off,
        extra_working_days=shape.calendar.working_days,
        keeping=MessageKeeping(shape.keeping.reveal_to, shape.keeping.blank_after_years),
        repeat_days=shape.figures.repeat_days,
    )


def _channel(shape: ChannelShape) -> Channel:
    return Channel(
        key=shape.key,
        title=shape.title,
        short_title=shape.short_title,
        rule=_rule(shape.deadline),
        topic_rules=MappingProxyType(
            {topic.strip().casefold(): _rule(rule) for topic, rule in shape.topic_deadlines.items()}
        ),
        registry=_registry(shape.registry) if shape.registry else None,
        aliases=shape.aliases,
        as_appeal=_rule(shape.appeal_deadline) if shape.appeal_deadline else None,
        forwarding=_rule(shape.forwarding) if shape.forwarding else None,
        registration=_rule(shape.registration) if shape.registration else None,
    )


def _rule(shape: DeadlineShape) -> DeadlineRule:
    extension = shape.extension
    return DeadlineRule(
        amount=shape.amount,
        unit=shape.unit,
        counts_from=shape.counts_from,
        day_off=shape.day_off,
        extension=(
            Extension(extension.amount, extension.times, extension.tell_citizen, extension.source)
            if extension
            else None
        ),
        source=shape.source,
        confirm=shape.confirm,
    )


def _registry(shape: RegistryShape) -> RegistryMapping:
    return RegistryMapping(
        headers=MappingProxyType(dict(shape.headers)),
        signature=shape.signature,
        date_formats=shape.date_formats,
        answered=shape.answered,
        open=shape.open,
    )
