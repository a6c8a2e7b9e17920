"""What single values of a profile cannot know: its seats, blocks, channels and units must fit each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime

from bot.profiles.mistakes import Mistake
from bot.profiles.outline import ChannelOutline, Outline, RegistryOutline, SeatOutline
from domain.messages.message import RegistryRow
from domain.messages.words import normalise
from domain.office.profile import Role

_MOST_SEATS = 9
_FIELDS = {*RegistryRow.__dataclass_fields__, "topic_group", "unit", "channel"}
_SOME_DAY = datetime(2026, 11, 24, 15, 30)  # noqa: DTZ001 — written and read back by a format alone


def disagreements(office: Outline) -> Iterator[Mistake]:
    """Every mistake that two places of the file make together."""
    yield from _seats(office)
    yield from _blocks(office)
    yield from _topics(office)
    yield from _channels(office)
    yield from _units(office)
    for registry in office.registries:
        yield from _registry(registry)
    day = office.day
    if day and not day[0] < day[1] <= day[2] < day[3]:
        yield Mistake("working_time", "hours-order", {})


def _seats(office: Outline) -> Iterator[Mistake]:
    if not office.seats:  # the schema says that
        return
    numbers = [seat.number for seat in office.seats if seat.number is not None]
    if len(office.seats) > _MOST_SEATS:
        yield Mistake("seats", "too-many-seats", {"value": len(office.seats)})
    whole = len(numbers) == len(office.seats)
    if whole and sorted(numbers) != list(range(1, len(numbers) + 1)):
        yield Mistake("seats", "seat-numbers", {"value": ", ".join(map(str, numbers))})
    keys = Counter(seat.key for seat in office.seats if seat.key)
    for key in [key for key, count in keys.items() if count > 1]:
        yield Mistake("seats", "seat-keys", {"value": key})
    heads = [seat.number for seat in office.seats if seat.role == Role.HEAD]
    if len(heads) != 1:
        yield Mistake("seats", "one-head", {"value": len(heads)})
    if type(office.acting_seat) is int and (
        office.acting_seat in heads or (whole and office.acting_seat not in numbers)
    ):
        yield Mistake("acting_seat", "bad-acting-seat", {"value": office.acting_seat})
    for seat in office.seats:
        yield from _seat(seat, office)
    if isinstance(office.secretary, dict):
        yield from _secretary(office.secretary, numbers if whole else None)
    for name, shown_to in office.reveal.items():
        for number in shown_to:
            if type(number) is int and whole and number not in numbers:
                yield Mistake(f"keeping.{name}", "no-such-seat", {"value": number})


def _secretary(secretary: dict[str, object], numbers: list[int] | None) -> Iterator[Mistake]:
    """Whoever keeps the protocol is a seat, or a person by name: one of the two."""
    seat, name = secretary.get("seat"), secretary.get("name")
    if bool(name) == (seat is not None):
        yield Mistake("secretary", "seat-or-name", {"seat": "seat", "name": "name"})
    if type(seat) is int and numbers is not None and seat not in numbers:
        yield Mistake("secretary.seat", "no-such-seat", {"value": seat})


def _seat(seat: SeatOutline, office: Outline) -> Iterator[Mistake]:
    if seat.role in set(Role) and (seat.role == Role.BLOCK_HEAD) != bool(seat.block):
        yield Mistake(f"{seat.place}.block", "block-of-block-head", {"value": seat.block or "—"})
    elif seat.block and seat.block not in office.blocks:
        yield Mistake(f"{seat.place}.block", "no-such-block", {"value": seat.block})
    known = {channel.key for channel in office.channels}
    for key in seat.channels:
        if key not in known:
            yield Mistake(f"{seat.place}.channels", "no-such-channel", {"value": key})


def _blocks(office: Outline) -> Iterator[Mistake]:
    """Each has one head, and nothing belongs to one that is not there."""
    led = [seat.block for seat in office.seats if seat.block]
    for block in _repeated(led):
        yield Mistake(f"blocks.{block}", "one-block-head", {"value": block})
    for block in sorted(office.blocks - set(led)):
        yield Mistake(f"blocks.{block}", "no-block-head", {"value": block})
    named = [
        *((f"units.{unit.key}.block", unit.block) for unit in office.units if unit.block),
        *((f"topics.{block}", block) for block in office.topics),
        *((f"topic_words.{block}", block) for block in sorted(office.topic_words)),
        *((f"classifier.{code}", block) for code, block in office.classifier.items()),
    ]
    for place, block in named:
        if isinstance(block, str) and block not in office.blocks:
            yield Mistake(place, "no-such-block", {"value": block})
    for key in sorted(office.captions - office.blocks - {unit.key for unit in office.units}):
        yield Mistake(f"captions.{key}", "nothing-to-caption", {"value": key})


def _topics(office: Outline) -> Iterator[Mistake]:
    """A message of a topic goes to one block."""
    placed = ((f"topics.{block}", topic) for block, topics in office.topics.items() for topic in topics)
    yield from _shared(placed, "topic-in-two")


def _channels(office: Outline) -> Iterator[Mistake]:
    """Each has one officer, and a file is known for one channel's by its name and by its headers."""
    keys = [channel.key for channel in office.channels if channel.key]
    for key in _repeated(keys):
        yield Mistake(f"channels.{key}", "repeated", {"value": key})
    answering = [key for seat in office.seats for key in seat.channels]
    for key in dict.fromkeys(keys):
        if answering.count(key) != 1:
            yield Mistake(f"channels.{key}", "one-officer", {"value": answering.count(key)})
    named = ((f"channels.{one.key}.aliases", name) for one in office.channels for name in one.names)
    yield from _shared(named, "alias-of-two")
    signed = ((f"channels.{one.key}.registry.signature", _signature(one)) for one in office.channels)
    yield from _shared(signed, "signature-of-two")


def _signature(channel: ChannelOutline) -> str:
    return "; ".join(sorted(map(normalise, channel.registry.signature))) if channel.registry else ""


def _units(office: Outline) -> Iterator[Mistake]:
    """An executor's name in a file means one unit."""
    named = ((f"units.{unit.key}", name) for unit in office.units for name in unit.names)
    yield from _shared(named, "alias-of-two")


def _registry(registry: RegistryOutline) -> Iterator[Mistake]:
    for name in registry.headers:
        if name not in _FIELDS:
            yield Mistake(f"{registry.place}.headers.{name}", "unknown-field", {"value": name})
    if registry.headers and "number" not in registry.headers:
        yield Mistake(f"{registry.place}.headers", "no-number", {})
    for form in registry.date_formats:
        if not _reads_a_day(form):
            yield Mistake(f"{registry.place}.date_formats", "bad-date-format", {"value": form})
    words = ((f"{registry.place}.{one}", word) for one, found in registry.statuses.items() for word in found)
    yield from _shared(words, "status-of-two")


def _reads_a_day(form: str) -> bool:
    """Whether a day written by this format is read back as the same."""
    try:
        return datetime.strptime(_SOME_DAY.strftime(form), form).date() == _SOME_DAY.date()  # noqa: DTZ007
    except ValueError:
        return False


def _shared(named: Iterable[tuple[str, str]], key: str) -> Iterator[Mistake]:
    """Words that stand at two places, without regard to case and punctuation; at one place is no harm."""
    places: dict[str, dict[str, str]] = defaultdict(dict)
    for place, word in named:
        places[normalise(word)].setdefault(place, word)
    for word, found in places.items():
        first, *others = found
        for other in others if word else ():
            yield Mistake(other, key, {"value": found[other], "other": first})


def _repeated(names: list[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]
