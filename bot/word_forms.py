"""Russian words in all their forms: what an engine without a morphology of its own is searched by."""

from __future__ import annotations

import threading
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer

_LIKELY = 0.1  # readings of a word less likely than this are left out
_MOST_FORMS = 120
_AUXILIARY = frozenset({"PREP", "CONJ", "PRCL"})
_LOADING = threading.Lock()


def analyser() -> MorphAnalyzer:
    """The dictionary, one a process; loaded when first asked, which takes half a second: not on the loop."""
    with _LOADING:
        return _load()


@cache
def _load() -> MorphAnalyzer:
    from pymorphy3 import MorphAnalyzer  # noqa: PLC0415 — see above

    return MorphAnalyzer()


class WordForms:
    """Asks the dictionary, and so is used off the event loop."""

    def of(self, word: str) -> list[str]:
        """The word and its forms, in lower case, with «ё» and with «е» for it."""
        found = {word}
        for reading in _readings(word):
            if reading.score >= _LIKELY:
                found.update(form.word for form in reading.lexeme)
        found |= {form.replace("ё", "е") for form in found}
        return sorted(found)[:_MOST_FORMS]

    def auxiliary(self, word: str) -> bool:
        """Whether the word is a preposition, a conjunction or a particle, which nobody looks for."""
        return _readings(word)[0].tag.POS in _AUXILIARY


def _readings(word: str) -> Any:
    return analyser().parse(word)
