"""Whose message it is: through its topic, else through its executor, else nobody's (rules, section 6)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from domain.office.profile import OfficeProfile

_NOT_WORDS = re.compile(r"[^\w]+")


def normalise(text: str) -> str:
    """The words of a topic or a title, without case, punctuation and «ё»."""
    return _NOT_WORDS.sub(" ", text.casefold().replace("ё", "е")).strip()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message belongs; `presumed` when its topic is only like a known one («предположительно»)."""

    block: str | None
    unit: str | None
    presumed: bool = False


class TopicLikeness(Protocol):
    """Known topics against one that nobody has named yet."""

    def closest(self, topic: str) -> str | None:
        """The known topic it is surely enough like; None: none is. Topics go in and out normalised."""


class Router:
    """Finds a message's block and unit. `remembered` holds choices made by hand: normalised topic → block.

    `likeness` is made of the known topics when the first unknown one comes; without it none is presumed.
    """

    def __init__(
        self,
        profile: OfficeProfile,
        remembered: Mapping[str, str] | None = None,
        likeness: Callable[[Iterable[str]], TopicLikeness] | None = None,
    ) -> None:
        self._topics = {normalise(topic): block for topic, block in profile.topics.items()}
        self._topics.update(remembered or {})
        self._units = {
            normalise(name): unit.key for unit in profile.units for name in (unit.title, *unit.aliases)
        }
        self._blocks = {unit.key: unit.block for unit in profile.units}
        self._executors: dict[str, str | None] = {}
        self._make_likeness = likeness
        self._likeness: TopicLikeness | None = None
        self._presumed: dict[str, str | None] = {}

    def place(self, topic: str, executor: str = "", topic_group: str = "") -> Place:
        """The block by what is certain: topic, its group, executor; else by the topic that is most like."""
        unit, block = self.unit_of(executor), self.block_of(topic, executor, topic_group)
        if block is not None:
            return Place(block, unit)
        for name in (topic, topic_group):
            block = self._presume(normalise(name))
            if block is not None:
                return Place(block, unit, presumed=True)
        return Place(None, unit)

    def block_of(self, topic: str, executor: str = "", topic_group: str = "") -> str | None:
        """The block by the topic, else by the topic's group, else by the executor; None: nobody's."""
        for name in (topic, topic_group):
            block = self._topics.get(normalise(name))
            if block is not None:
                return block
        unit = self.unit_of(executor)
        return self._blocks[unit] if unit else None

    def unit_of(self, executor: str) -> str | None:
        """The unit that the executor's words name, in full or within them; the longest name wins."""
        if executor not in self._executors:
            words = f" {normalise(executor)} "
            named = [name for name in self._units if name and f" {name} " in words]
            self._executors[executor] = self._units[max(named, key=len)] if named else None
        return self._executors[executor]

    def _presume(self, topic: str) -> str | None:
        if not topic or self._make_likeness is None:
            return None
        if topic not in self._presumed:
            if self._likeness is None:
                self._likeness = self._make_likeness(self._topics)
            alike = self._likeness.closest(topic)
            self._presumed[topic] = self._topics[alike] if alike is not None else None
        return self._presumed[topic]
