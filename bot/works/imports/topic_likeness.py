"""Which known topic an unknown one is like: rare words weigh, and forms of a word count as the word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log, sqrt

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

# Chosen on four fifths of the example registries' topics; how the last fifth fares is printed by
# `python -m tests.benchmarks.routing`. Below the threshold a topic stays in «Не распределено», where a person
# looks at it, so the threshold is low enough to spare work and keeps out words that merely sound alike.
THRESHOLD = 0.45
_SAME_WORD = 0.88  # «дорог» and «дорогах», «вакцинация» and «вакцинированного»
_SHORTEST = 3


class SoftTopics:
    """Known topics by their words (soft TF-IDF: a word's weight falls with the topics that have it).

    A known topic's score is the geometric mean of how much of it is found in the unknown one and of their
    cosine: known topics are short, unknown ones may say much besides.
    """

    def __init__(self, topics: Iterable[str]) -> None:
        self._words = {topic: _words(topic) for topic in topics}
        self._having = Counter(word for words in self._words.values() for word in set(words))
        self._known = {
            topic: {word: self._weight(self._alike(word)) for word in words}
            for topic, words in self._words.items()
            if words
        }
        self._topics_with: dict[str, list[str]] = {}
        for topic, words in self._known.items():
            for word in words:
                self._topics_with.setdefault(word, []).append(topic)

    def closest(self, topic: str) -> str | None:
        """The known topic with the highest score from the threshold on."""
        alike = {word: self._alike(word) for word in _words(topic)}
        size = sum(self._weight(forms) ** 2 for forms in alike.values())
        likest: dict[str, float] = {}
        for forms in alike.values():
            for word, likeness in forms.items():
                likest[word] = max(likest.get(word, 0.0), likeness)
        candidates = {known for word in likest for known in self._topics_with[word]}
        scores = {known: self._score(self._known[known], likest, size) for known in candidates}
        best = max(scores, key=lambda known: (scores[known], known), default=None)
        return best if best is not None and scores[best] >= THRESHOLD else None

    def _score(self, known: Mapping[str, float], likest: Mapping[str, float], size: float) -> float:
        common = sum(weight**2 * likest.get(word, 0.0) for word, weight in known.items())
        own = sum(weight**2 for weight in known.values())
        if not common:
            return 0.0
        return sqrt(common / own * common / sqrt(own * size))

    def _alike(self, word: str) -> dict[str, float]:
        """Words of the known topics that are this word in some form."""
        found = process.extract(
            word, self._having.keys(), scorer=JaroWinkler.similarity, score_cutoff=_SAME_WORD, limit=None
        )
        return {form: likeness for form, likeness, _ in found}

    def _weight(self, forms: Iterable[str]) -> float:
        having = sum(self._having[form] for form in forms)
        return log((1 + len(self._words)) / (1 + having))


def _words(topic: str) -> list[str]:
    return [word for word in topic.split() if len(word) >= _SHORTEST]
