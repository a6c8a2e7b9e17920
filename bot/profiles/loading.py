"""Reads a profile's file, checks it, and gives the domain its office."""

from __future__ import annotations

import hashlib
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from bot.profiles import schema
from domain.messages.message import RegistryRow
from domain.office.profile import OfficeProfile, Role, Seat

DEFAULT = Path(__file__).parent / "chaikovsky.toml"
_MOST_SEATS = 9
_FIELDS = {*RegistryRow.__dataclass_fields__, "topic_group", "unit", "channel"}
_PLAIN_KINDS = {
    "missing": "missing",
    "unexpected_keyword_argument": "unknown-key",
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
        office = TypeAdapter(schema.OfficeProfile).validate_python(data)
    except ValidationError as error:
        raise ProfileError([_mistake(detail, data) for detail in error.errors()]) from None
    mistakes = list(_disagreements(office))
    if mistakes:
        raise ProfileError(mistakes)
    return office


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


def _disagreements(office: OfficeProfile) -> Iterator[Mistake]:
    """What single fields cannot know: seats, blocks, channels and units that must fit each other."""
    yield from _seats(office)
    yield from _working_time(office)
    blocks, seats = _blocks(office), {seat.number for seat in office.seats}
    for unit in office.units:
        if unit.block not in blocks:
            yield Mistake(f"units.{unit.key}.block", "no-such-block", {"value": unit.block})
    for block in set(office.topics.values()) - blocks:
        yield Mistake(f"topics.{block}", "no-such-block", {"value": block})
    for block in set(office.topic_words) - blocks:
        yield Mistake(f"topic_words.{block}", "no-such-block", {"value": block})
    for code, block in office.classifier.items():
        if block not in blocks:
            yield Mistake(f"classifier.{code}", "no-such-block", {"value": block})
    for seat in set(office.keeping.reveal_to) - seats:
        yield Mistake("keeping.reveal_to", "no-such-seat", {"value": seat})
    keys = [channel.key for channel in office.channels]
    for key in _repeated(keys):
        yield Mistake(f"channels.{key}", "repeated", {"value": key})
    answering = [channel for seat in office.seats for channel in seat.channels]
    for key in keys:
        if answering.count(key) != 1:
            yield Mistake(f"channels.{key}", "one-officer", {"value": answering.count(key)})
    registries = [(f"channels.{one.key}.registry", one.registry) for one in office.channels if one.registry]
    for place, registry in [*registries, ("generic_registry", office.generic_registry)]:
        for name in registry.headers.keys() - _FIELDS:
            yield Mistake(f"{place}.headers.{name}", "unknown-field", {"value": name})


def _seats(office: OfficeProfile) -> Iterator[Mistake]:
    numbers = [seat.number for seat in office.seats]
    if len(numbers) > _MOST_SEATS:
        yield Mistake("seats", "too-many-seats", {"value": len(numbers)})
    if sorted(numbers) != list(range(1, len(numbers) + 1)):
        yield Mistake("seats", "seat-numbers", {"value": ", ".join(map(str, numbers))})
    heads = [seat.number for seat in office.seats if seat.role is Role.HEAD]
    if len(heads) != 1:
        yield Mistake("seats", "one-head", {"value": len(heads)})
    if office.acting_seat not in numbers or office.acting_seat in heads:
        yield Mistake("acting_seat", "bad-acting-seat", {"value": office.acting_seat})
    keys = {channel.key for channel in office.channels}
    for seat in office.seats:
        place = f"seats.{seat.number}"
        yield from _seat(seat, place, office, keys)
    for block in _repeated([seat.block for seat in office.seats if seat.block]):
        yield Mistake(f"blocks.{block}", "one-block-head", {"value": block})
    for block in _blocks(office) - {seat.block for seat in office.seats}:
        yield Mistake(f"blocks.{block}", "no-block-head", {"value": block})


def _seat(seat: Seat, place: str, office: OfficeProfile, channels: set[str]) -> Iterator[Mistake]:
    if (seat.role is Role.BLOCK_HEAD) != (seat.block is not None):
        yield Mistake(f"{place}.block", "block-of-block-head", {"value": seat.block or "—"})
    elif seat.block is not None and seat.block not in _blocks(office):
        yield Mistake(f"{place}.block", "no-such-block", {"value": seat.block})
    for key in seat.channels:
        if key not in channels:
            yield Mistake(f"{place}.channels", "no-such-channel", {"value": key})


def _working_time(office: OfficeProfile) -> Iterator[Mistake]:
    hours = office.working_time
    if not hours.opens < hours.lunch_from <= hours.lunch_to < hours.closes:
        yield Mistake("working_time", "hours-order", {})


def _blocks(office: OfficeProfile) -> set[str]:
    return {block.key for block in office.blocks}


def _repeated(names: list[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]
