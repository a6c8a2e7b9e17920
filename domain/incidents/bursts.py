"""Bursts of open messages of one topic from one place: found in one pass over the last days' messages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from domain.incidents.incident import Incident, IncidentState, house_span
from domain.messages.place import Street, street_key, street_of
from domain.messages.words import normalise
from domain.office.profile import IncidentRules

Key = tuple[str | None, str, str, str]
"""Block, topic, settlement, street, as they are compared."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """An open message of no incident, as far as a burst is told by it; `place` as its registry wrote it."""

    message: int
    channel: str
    block: str | None
    topic: str
    settlement: str
    place: str


@dataclass(frozen=True, slots=True)
class Burst:
    """Messages that may be one incident; `street` empty: from all of the settlement."""

    block: str | None
    topic: str
    settlement: str
    street: str
    houses: str
    channels: tuple[str, ...]
    messages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a look at the last days has found: bursts, and what joins incidents that are known."""

    bursts: list[Burst] = field(default_factory=list)
    grown: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))


def find(sightings: Iterable[Sighting], known: Sequence[Incident], rules: IncidentRules) -> Found:
    """Bursts among the messages, and those that join what is known; each message is looked at once."""
    found = Found()
    incidents = {_key_of(one): one for one in known}  # the newest of a key has the last word
    # One that was given to another block is still where the same messages belong.
    gathered = {_key_of(one)[1:]: one for one in known if one.state is IncidentState.GATHERED}
    streets: dict[Key, list[tuple[Sighting, Street]]] = defaultdict(list)
    for one in sightings:
        topic = normalise(one.topic)
        if not topic or not one.settlement:
            continue
        street = street_of(one.place)
        key = (one.block, topic, one.settlement, street_key(street.name))
        incident = incidents.get(key) or incidents.get((*key[:3], ""))
        incident = incident or gathered.get(key[1:]) or gathered.get((*key[1:3], ""))
        if incident is not None and one.message <= incident.last_message:
            if incident.state is not IncidentState.OFFERED:
                continue  # taken out, or never wanted
        elif incident is not None and incident.state is IncidentState.GATHERED:
            found.grown[incident.id].append(one.message)
            continue
        streets[key].append((one, street))
    settlements: dict[Key, list[tuple[Sighting, Street]]] = defaultdict(list)
    for key, seen in streets.items():
        if key[3] and len(seen) >= rules.least:
            found.bursts.append(_burst(seen, street=True))
        else:
            settlements[(*key[:3], "")] += seen
    found.bursts.extend(
        _burst(seen, street=False) for seen in settlements.values() if len(seen) >= rules.least_in_settlement
    )
    return found


def same(burst: Burst, incident: Incident) -> bool:
    """Whether the burst is what was offered before."""
    return _key_of(incident) == (
        burst.block, normalise(burst.topic), burst.settlement, street_key(burst.street)
    )  # fmt: skip


def _key_of(incident: Incident) -> Key:
    return incident.block, normalise(incident.topic), incident.settlement, street_key(incident.street)


def _burst(seen: Sequence[tuple[Sighting, Street]], *, street: bool) -> Burst:
    first = seen[0][0]
    names = Counter(one.name for _, one in seen)
    houses = [one.house for _, one in seen if one.house is not None]
    return Burst(
        block=first.block,
        topic=Counter(one.topic for one, _ in seen).most_common(1)[0][0],
        settlement=first.settlement,
        street=names.most_common(1)[0][0] if street else "",
        houses=house_span(houses) if street else "",
        channels=tuple(sorted({one.channel for one, _ in seen})),
        messages=tuple(one.message for one, _ in seen),
    )
