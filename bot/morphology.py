"""Russian words in all their forms: what an engine without a morphology of its own is searched by."""

from __future__ import annotations

import threading
from typing import Any

_LIKELY = 0.1  # readings of a word less likely than this are left out
_MOST_FORMS = 120
_AUXILIARY = frozenset({"PREP", "CONJ", "PRCL"})


class WordForms:
    """The dictionary is loaded when first asked, which takes half a second: not on the event loop."""

    def __init__(self) -> None:
        self._analyser: Any = None
        self._loading = threading.Lock()

    def of(self, word: str) -> list[str]:
        """The word and its forms, in lower case, with «ё» and with «е» for it."""
        found = {word}
        for reading in self._analyse(word):
            if reading.score >= _LIKELY:
                found.update(form.word for form in reading.lexeme)
        found |= {form.replace("ё", "е") for form in found}
        return sorted(found)[:_MOST_FORMS]

    def auxiliary(self, word: str) -> bool:
        """Whether the word is a preposition, a conjunction or a particle, which nobody looks for."""
        return self._analyse(word)[0].tag.POS in _AUXILIARY

    def _analyse(self, word: str) -> Any:
        with self._loading:
            if self._analyser is None:
                from pymorphy3 import MorphAnalyzer  # noqa: PLC0415 — see above

                self._analyser = MorphAnalyzer()
        return self._analyser.parse(word)
