"""Three hundred made-up messages of a small town's citizens, as its registries would give them.

Texts and names are data (`seed_texts.toml`). The same moment and profile give the same messages, and on any
working day every block has some overdue, some due today and some due soon.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, cycle, islice, repeat
from pathlib import Path
from random import Random
from typing import Any

from bot.sandbox.seed_moments import Habit, MomentFinder, Moments
from domain.messages.deadline import Urgency
from domain.messages.message import RegistryRow, Status
from domain.messages.routing import Router
from domain.office.profile import Channel, OfficeProfile

MESSAGES = 300
_SEED = 59
_LATE_ANSWERS = 0.12
# How many wait in a block: overdue, due today, due soon, later. The busiest block first, then the next ones.
_WAITING = ((6, 4, 6, 9), (5, 3, 4, 5), (5, 3, 3, 3), (4, 2, 3, 3), (5, 2, 3, 2), (4, 2, 3, 2))
_STANDINGS = (Urgency.OVERDUE, Urgency.TODAY, Urgency.SOON, Urgency.LATER)
_NOBODYS = (Urgency.SOON, Urgency.OVERDUE, Urgency.LATER, Urgency.SOON, Urgency.LATER)


@dataclass(frozen=True, slots=True)
class _Complaint:
    topic: str
    group: str
    unit: str
    text: str


@dataclass(frozen=True, slots=True)
class _Draft:
    channel: Channel
    complaint: _Complaint
    moments: Moments


def made_up_messages(now: datetime, profile: OfficeProfile) -> list[RegistryRow]:
    """The messages of the 45 days before `now` (aware), in the order in which they came.

    The complaints are of the shipped office: of a topic that the profile does not route none is made.
    """
    return _Writer(now, profile).write()


class _Writer:
    """Chooses what is complained of, where and when; then puts it into words."""

    def __init__(self, now: datetime, profile: OfficeProfile) -> None:
        self._profile = profile
        self._random = Random(_SEED)  # noqa: S311 — made-up data keep no secret
        self._moments = MomentFinder(now, profile, self._random)
        self._data: dict[str, Any] = tomllib.loads(
            Path(__file__).with_name("seed_texts.toml").read_text("utf-8")
        )
        self._channels = [channel for channel in profile.channels if channel.key in self._data["channels"]]
        self._written: set[str] = set()

    def write(self) -> list[RegistryRow]:
        drafts = [self._draft(complaint, wanted) for complaint, wanted in self._plan()]
        drafts.sort(key=lambda draft: draft.moments.received_at)
        numbers = {
            channel.key: self._numbers(self._data["channels"][channel.key]) for channel in self._channels
        }
        return [self._row(draft, next(numbers[draft.channel.key])) for draft in drafts]

    def _plan(self) -> Iterator[tuple[_Complaint, Urgency]]:
        """What is to be complained of and how it is to stand, in an order of its own."""
        blocks = self._by_block()
        nobodys = [
            _Complaint(entry["topic"], "", "", text)
            for entry in self._data["nobody"]
            for text in entry["texts"]
        ]
        yield from zip(self._random.sample(nobodys, len(_NOBODYS)), _NOBODYS, strict=True)
        left = MESSAGES - len(_NOBODYS)
        size = sum(len(complaints) for complaints in blocks)
        rows = chain(_WAITING, repeat(_WAITING[-1]))
        for complaints, counts in zip(blocks, rows, strict=False):
            share = round(left * len(complaints) / size)
            left, size = left - share, size - len(complaints)
            waiting = [
                standing for standing, count in zip(_STANDINGS, counts, strict=True) for _ in range(count)
            ]
            late = round((share - len(waiting)) * _LATE_ANSWERS)
            answered = share - len(waiting) - late
            wanted = waiting + [Urgency.ANSWERED_LATE] * late + [Urgency.ANSWERED] * answered
            yield from zip(islice(cycle(complaints), share), wanted, strict=True)

    def _by_block(self) -> list[list[_Complaint]]:
        """Complaints of each block of the profile, shuffled, the busiest block first."""
        router = Router(self._profile)
        found: dict[str, list[_Complaint]] = {}
        for entry in self._data["complaints"]:
            block = router.block_of(entry["topic"])
            if block is not None:
                several = [
                    _Complaint(entry["topic"], entry["group"], self._executor(entry["unit"], block), text)
                    for text in entry["texts"]
                ]
                found.setdefault(block, []).extend(several)
        for complaints in found.values():
            self._random.shuffle(complaints)
        return sorted(found.values(), key=len, reverse=True)

    def _executor(self, key: str, block: str) -> str:
        """The unit's title; where another office has no such unit, any of the block's."""
        titles = {unit.key: unit.title for unit in self._profile.units if unit.block == block}
        return titles.get(key) or next(iter(titles.values()), "")

    def _draft(self, complaint: _Complaint, wanted: Urgency) -> _Draft:
        """The message in a channel where it can stand as wanted: on a day off nothing is due today."""
        for standing in (wanted, Urgency.SOON, Urgency.ANSWERED):
            for channel in self._channels_at_random():
                entry = self._data["channels"][channel.key]
                habit = Habit(entry["evenings"], entry["weekends"])
                moments = self._moments.find(channel.rule_for(complaint.topic), habit, standing)
                if moments is not None:
                    return _Draft(channel, complaint, moments)
        raise AssertionError("in 45 days something is answered")

    def _channels_at_random(self) -> list[Channel]:
        """All channels, those with a greater share more often first."""
        shares = [self._data["channels"][channel.key]["share"] for channel in self._channels]
        order = [self._random.random() ** (1 / share) for share in shares]
        return [
            channel
            for _, channel in sorted(zip(order, self._channels, strict=True), key=lambda pair: -pair[0])
        ]

    def _numbers(self, entry: dict[str, Any]) -> Iterator[int]:
        number = entry["first_number"]
        while True:
            yield number
            number += self._random.randint(1, entry["number_step"])

    def _row(self, draft: _Draft, number: int) -> RegistryRow:
        entry = self._data["channels"][draft.channel.key]
        author = self._author(entry)
        text, place = self._words(draft.complaint.text, "formal" if entry.get("formal") else "plain")
        answered_at = draft.moments.answered_at
        return RegistryRow(
            channel=draft.channel.key,
            number=f"{number}-{author[0]}" if entry.get("lettered") else str(number),
            received_at=draft.moments.received_at,
            registered_at=draft.moments.registered_at,
            topic=draft.complaint.topic,
            topic_group=draft.complaint.group,
            text=text,
            executor=draft.complaint.unit,
            status=Status.OPEN if answered_at is None else Status.ANSWERED,
            answered_at=answered_at,
            author=author,
            place=place,
            url="" if entry.get("formal") else f"https://example.org/{draft.channel.key}/{number}",
        )

    def _author(self, entry: dict[str, Any]) -> str:
        if not entry.get("formal"):
            return self._pick("nicknames")
        name = f"{self._pick('surnames')} {self._pick('initials')}"
        if entry.get("phone"):
            # No such area code is given out.
            name += f", +7 (000) 000-{self._random.randrange(100):02}-{self._random.randrange(100):02}"
        return name

    def _words(self, template: str, manner: str) -> tuple[str, str]:
        """The text and its place. A text that has been written is put in other words."""
        while True:
            street, village = self._pick("streets"), self._pick("villages")
            house = self._random.randint(1, 74)
            address = f"{street}, {house}"
            words = self._data["words"][manner]
            text = template.format(
                address=address,
                street=street,
                house=house,
                village=village,
                days=self._random.randint(5, 20),
                hour=f"{self._random.randint(6, 8)}:{self._random.randrange(60):02}",
                route=self._random.randint(2, 17),
                number=self._random.randint(1, 12),
                sum=f"{self._random.randint(1, 9)} {self._random.randrange(1000):03}",
                cadastre=f"59:00:0000000:{self._random.randint(100, 999)}",
            )
            opening, ending = self._random.choice(words["openings"]), self._random.choice(words["endings"])
            stop = "." if ending and text[-1].isalnum() else ""
            text = f"{opening}{text}{stop}{ending}"
            if text not in self._written:
                self._written.add(text)
                return text, f"{village}, {address}" if "{village}" in template else address

    def _pick(self, what: str) -> str:
        chosen: str = self._random.choice(self._data[what])
        return chosen
