"""A profile that changes under an office at work: what is taken over, what must be done first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from domain.office.profile import Former, OfficeProfile, Seat

_NAMED = 20  # of what has changed of a kind


@dataclass(frozen=True, slots=True)
class Gathering:
    """What names seats and units and is not over; `number` in its year, of other kinds its own.

    `kind` is `meeting`, `regular` (a regular meeting's standing questions), `materials` (a request) or
    `protocol` (one that is not signed, `open` while it is not even drawn up).
    """

    number: int
    open: bool
    seats: frozenset[int] = frozenset()
    units: frozenset[str] = frozenset()
    kind: str = "meeting"


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation to a seat or a unit that nobody has been let in by yet."""

    invitation: int
    seat: int | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Living:
    """What refers to the profile and is not over: names of holders by seat, counts of the rest by key."""

    holders: Mapping[int, str] = field(default_factory=dict)
    contacts: Mapping[str, int] = field(default_factory=dict)
    channel_messages: Mapping[str, int] = field(default_factory=dict)
    block_messages: Mapping[str, int] = field(default_factory=dict)
    unit_messages: Mapping[str, int] = field(default_factory=dict)
    seat_tasks: Mapping[int, int] = field(default_factory=dict)
    unit_tasks: Mapping[str, int] = field(default_factory=dict)
    seat_proposals: Mapping[int, int] = field(default_factory=dict)
    gatherings: Sequence[Gathering] = ()
    invited: Sequence[Invited] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the profile, by the sentence `profile-change-<key>`; `refused` until that is done."""

    key: str
    said: Mapping[str, Any]
    refused: bool = True


def changes(before: OfficeProfile | None, now: OfficeProfile, living: Living) -> list[Change]:
    """What is refused, else what is taken over. `before` is None where nobody knows the former profile."""
    if before is not None and before.key != now.key:  # whoever sits there was let in by another office
        return [Change("office", {"before": before.key, "now": now.key})]
    refused = [
        *_seats(before, now, living),
        *_gatherings(before, now, living),
        *_gone(now, living),
    ]
    return refused or list(_taken(before, now, living))


def _seats(before: OfficeProfile | None, now: OfficeProfile, living: Living) -> Iterator[Change]:
    """A holder keeps their seat: it may neither go nor become another under them (п. 3.1, Состав)."""
    there = {seat.number: seat for seat in now.seats}
    was = {seat.number: seat for seat in before.seats} if before else {}
    moves, others = moved_seats(before, now), _others(before, now)
    for number, name in living.holders.items():
        said = {"seat": number, "name": name}
        if number in others:
            positions = {"before": was[number].position, "now": there[number].position}
            yield Change("seat-another", {**said, **positions})
        elif number not in there and number not in moves:
            yield Change("seat-gone", said)
    for kind, counts in (("tasks", living.seat_tasks), ("proposals", living.seat_proposals)):
        for number, count in counts.items():
            if number in others or (number not in there and number not in moves):
                yield Change(f"seat-{kind}", {"seat": number, "count": count})


def _others(before: OfficeProfile | None, now: OfficeProfile) -> set[int]:
    """Numbers that stand for another seat than before, whether anybody holds it or not."""
    if before is None:
        return set()
    there, moves = {seat.number: seat for seat in now.seats}, moved_seats(before, now)
    return {
        seat.number
        for seat in before.seats
        if seat.number in there and seat.number not in moves and _is_another(seat, there[seat.number], before)
    }


def _is_another(was: Seat, now: Seat, before: OfficeProfile) -> bool:
    """Whether a number stands for another seat now: not for the same one under a new name of its position."""
    if was.key and now.key:
        return was.key != now.key
    if was.position == now.position:
        return False
    others = {seat.position for seat in before.seats}
    return now.position in others or (was.role, was.block) != (now.role, now.block)


def moved_seats(before: OfficeProfile | None, now: OfficeProfile) -> Mapping[int, int]:
    """Seats known by a key that have another number now: the former → the present one."""
    present = {seat.key: seat.number for seat in now.seats if seat.key}
    was = [seat for seat in before.seats if seat.key in present] if before else []
    return {seat.number: present[seat.key] for seat in was if seat.number != present[seat.key]}


def _gatherings(before: OfficeProfile | None, now: OfficeProfile, living: Living) -> Iterator[Change]:
    """Nobody is named by a number of another's; a meeting ends by the rules it began with (п. 4.3.1, 4.6)."""
    seats, units = {seat.number for seat in now.seats}, {unit.key for unit in now.units}
    moved = moved_seats(before, now).keys() | _others(before, now)
    for one in living.gatherings:
        if one.open and before and _composition(before) != _composition(now):
            yield Change(f"{one.kind}-open", {"number": one.number})
        elif one.seats & moved:
            yield Change(f"{one.kind}-moves", {"number": one.number})
        elif one.seats - seats or one.units - units:
            missing = [*map(str, sorted(one.seats - seats)), *sorted(one.units - units)]
            yield Change(f"{one.kind}-names", {"number": one.number, "missing": ", ".join(missing)})


def _composition(profile: OfficeProfile) -> Any:
    seats = [(seat.number, seat.role) for seat in profile.seats]
    return seats, profile.acting_seat, profile.quorum, profile.majority, profile.tie


def _gone(now: OfficeProfile, living: Living) -> Iterator[Change]:
    """Blocks, channels and units that are no more while something of theirs is open."""
    for kind, keys, counts in (
        ("block", {block.key for block in now.blocks}, living.block_messages),
        ("channel", {channel.key for channel in now.channels}, living.channel_messages),
        ("unit", {unit.key for unit in now.units}, living.unit_messages),
    ):
        for key, count in counts.items():
            if key not in keys:
                yield Change(f"{kind}-messages", {"of": key, "count": count})
    units = {unit.key for unit in now.units}
    for key, count in living.unit_tasks.items():
        if key not in units:
            yield Change("unit-tasks", {"of": key, "count": count})
    for key, count in living.contacts.items():
        if key not in units:
            yield Change("unit-contacts", {"of": key, "count": count})


def lost(before: OfficeProfile | None, now: OfficeProfile, invited: Sequence[Invited]) -> list[Invited]:
    """Those invited to what is no more, or to a number that is another seat's."""
    seats, units = {seat.number for seat in now.seats}, {unit.key for unit in now.units}
    moved, others = moved_seats(before, now), _others(before, now)
    return [
        one
        for one in invited
        if (one.seat is not None and one.seat not in moved and (one.seat in others or one.seat not in seats))
        or (one.unit is not None and one.unit not in units)
    ]


def _taken(before: OfficeProfile | None, now: OfficeProfile, living: Living) -> Iterator[Change]:
    """What was added, taken out and changed, each by its keys."""
    if before is None:
        return
    if ended := lost(before, now, living.invited):
        named = ", ".join(dict.fromkeys(str(one.seat or one.unit) for one in ended))
        yield Change("taken", {"kind": "invitations", "what": "ended", "keys": named}, refused=False)
    if moves := moved_seats(before, now):
        named = ", ".join(f"{number} → {to}" for number, to in moves.items())
        yield Change("taken", {"kind": "seats", "what": "moved", "keys": named}, refused=False)
    for kind in ("seats", "blocks", "channels", "units", "topics"):
        was, there = _by_key(before, kind), _by_key(now, kind)
        both = was.keys() & there.keys()
        for what, keys in (
            ("added", there.keys() - was.keys()),
            ("removed", was.keys() - there.keys()),
            ("changed", {key for key in both if was[key] != there[key]}),
        ):
            if keys:
                named = ", ".join([*sorted(map(str, keys))[:_NAMED], *(["…"] if len(keys) > _NAMED else [])])
                yield Change("taken", {"kind": kind, "what": what, "keys": named}, refused=False)


def _by_key(profile: OfficeProfile, kind: str) -> Mapping[Any, Any]:
    return profile.topics if kind == "topics" else {_key(one): one for one in getattr(profile, kind)}


def remembering(now: OfficeProfile, earlier: Sequence[OfficeProfile]) -> Former:
    """What earlier profiles, the newest first, had and this one has not."""
    found: dict[str, tuple[Any, ...]] = {}
    for kind in ("seats", "blocks", "channels", "units"):
        known = {_key(one) for one in getattr(now, kind)}
        kept: dict[Any, Any] = {}
        for profile in earlier:
            kept = {_key(one): one for one in getattr(profile, kind)} | kept
        found[kind] = tuple(one for key, one in kept.items() if key not in known)
    return Former(**found)


def _key(one: Any) -> Any:
    return one.number if isinstance(one, Seat) else one.key
