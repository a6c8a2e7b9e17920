"""Whose message it is: through its topic, else through its executor, else nobody's (rules, section 6)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from domain.profile import OfficeProfile

_NOT_WORDS = re.compile(r"[^\w]+")


def normalise(text: str) -> str:
    """The words of a topic or a title, without case, punctuation and «ё»."""
    return _NOT_WORDS.sub(" ", text.casefold().replace("ё", "е")).strip()


class Router:
    """Finds a message's block and unit. `remembered` holds choices made by hand: normalised topic → block."""

    def __init__(self, profile: OfficeProfile, remembered: Mapping[str, str] | None = None) -> None:
        self._topics = {normalise(topic): block for topic, block in profile.topics.items()}
        self._topics.update(remembered or {})
        self._units = {
            normalise(name): unit.key for unit in profile.units for name in (unit.title, *unit.aliases)
        }
        self._blocks = {unit.key: unit.block for unit in profile.units}
        self._executors: dict[str, str | None] = {}

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
