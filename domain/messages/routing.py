"""Whose message it is: through its topic, else through its executor, else nobody's (rules, section 6)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from domain.messages.topic_words import Guess, Scores, TopicWords, guess
from domain.messages.words import normalise
from domain.office.profile import OfficeProfile

_CODE = re.compile(r"(?<![\d.])\d{4}(?:\.\d{4}){1,4}(?![\d.]*\d)")
_LONGEST_TEXT = 2_000  # characters of a text that are looked at: what it is about is said at its beginning
# What speaks for a block besides the words of the topic, in the weight of one such word.
_OF_CODE, _OF_GROUP, _OF_REMEMBERED, _OF_TEXT = 1.0, 1.0, 1.5, 0.5
_WORD = 2.0
_TEXT_AHEAD = 2.0  # how many times more a text alone has to say for its block than for the next one


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message belongs; `presumed` when nobody has named its topic («предположительно»)."""

    block: str | None
    unit: str | None
    presumed: bool = False


class TopicLikeness(Protocol):
    """Known topics against one that nobody has named yet."""

    def closest(self, topic: str) -> str | None:
        """The known topic it is surely enough like; None: none is. Topics go in and out normalised."""


class Router:
    """Finds a message's block and unit. `remembered` holds choices made by hand: normalised topic → block.

    A choice of a block that the office has no more is as if it had not been made.
    `likeness` is made of the known topics when the first unknown one comes; without it words alone count.
    """

    def __init__(
        self,
        profile: OfficeProfile,
        remembered: Mapping[str, str] | None = None,
        likeness: Callable[[Iterable[str]], TopicLikeness] | None = None,
    ) -> None:
        self._topics = {normalise(topic): block for topic, block in profile.topics.items()}
        blocks = {block.key for block in profile.blocks}
        self._remembered = {name: block for name, block in (remembered or {}).items() if block in blocks}
        self._topics.update(self._remembered)
        self._units = {
            normalise(name): unit.key for unit in profile.units for name in (unit.title, *unit.aliases)
        }
        self._blocks = {unit.key: unit.block for unit in profile.units}
        self._words = TopicWords(profile.topic_words)
        self._classifier = profile.classifier
        self._executors: dict[str, str | None] = {}
        self._make_likeness = likeness
        self._likeness: TopicLikeness | None = None
        self._said: dict[tuple[str, str], Scores] = {}

    def place(self, topic: str, executor: str = "", topic_group: str = "", text: str = "") -> Place:
        """The block by what is certain: topic, its group, executor; else by what speaks for it."""
        unit, block = self.unit_of(executor), self.block_of(topic, executor, topic_group)
        if block is not None:
            return Place(block, unit)
        block = self.guess(topic, topic_group, text).block
        return Place(block, unit, presumed=block is not None)

    def block_of(self, topic: str, executor: str = "", topic_group: str = "") -> str | None:
        """The block by the topic, else by the topic's group, else by the executor; None: nobody's."""
        for name in (topic, topic_group):
            block = self._topics.get(normalise(name)) or self._topics.get(normalise(_CODE.sub("", name)))
            if block is not None:
                return block
        unit = self.unit_of(executor)
        return self._blocks[unit] if unit else None

    def unit_of(self, executor: str) -> str | None:
        """The unit that the executor's words name, in full or within them; the longest name wins.

        None where units of two blocks are named beside each other.
        """
        if executor not in self._executors:
            words = f" {normalise(executor)} "
            named = [name for name in self._units if name and f" {name} " in words]
            longest = max(named, key=len, default="")
            apart = [name for name in named if name == longest or name not in longest]
            of_one = len({self._blocks[self._units[name]] for name in apart}) == 1
            self._executors[executor] = self._units[longest] if of_one else None
        return self._executors[executor]

    def guess(self, topic: str, topic_group: str = "", text: str = "") -> Guess:
        """The block that most speaks for; the two likeliest where that is not enough.

        The text is asked only where the topic, its group and its code do not say enough.
        """
        if (topic, topic_group) not in self._said:
            self._said[topic, topic_group] = self._scores(topic, topic_group)
        said = self._said[topic, topic_group]
        found = guess(said)
        if found.block is not None or not text:
            return found
        scores = dict(said)
        for block, score in self._words.scores(text[:_LONGEST_TEXT]).items():
            scores[block] = scores.get(block, 0.0) + _OF_TEXT * score
        return guess(scores, ahead=_TEXT_AHEAD)

    def _scores(self, topic: str, topic_group: str) -> Scores:
        """What the topic says: its words, those of its group, its code, and the known topic it is like."""
        bare, group = (_CODE.sub("", name) for name in (topic, topic_group))
        scores = self._words.scores(bare)
        for block, score in self._words.scores(group).items():
            scores[block] = scores.get(block, 0.0) + _OF_GROUP * score
        code = self._by_code(topic, topic_group)
        if code is not None:
            scores[code] = scores.get(code, 0.0) + _WORD * _OF_CODE
        alike = self._alike(normalise(bare))
        if alike is not None and (alike in self._remembered or guess(scores).block is None):
            block, weight = self._topics[alike], _OF_REMEMBERED if alike in self._remembered else 1.0
            scores[block] = scores.get(block, 0.0) + _WORD * weight
        return scores

    def _by_code(self, *names: str) -> str | None:
        """The block of the code of the national classifier of appeals, by its longest known beginning."""
        found = next((match[0] for name in names if (match := _CODE.search(name))), "")
        while found and found not in self._classifier:
            found = found.rpartition(".")[0]
        return self._classifier.get(found)

    def _alike(self, topic: str) -> str | None:
        if not topic or self._make_likeness is None:
            return None
        if self._likeness is None:
            self._likeness = self._make_likeness(self._topics)
        return self._likeness.closest(topic)
