"""Where in a text an expression may find anything: at the words that have its hint."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import reduce
from operator import or_

from domain.messages.masking.words import Word

_BEGINNING = re.compile(r"(?<![^\W\d_])[^\W\d_]")


def hints_in(words: Sequence[Word]) -> int:
    """Those of any of the words."""
    return reduce(or_, [word.hints for word in words], 0)


def begun(
    pattern: re.Pattern[str], text: str, words: Sequence[Word], hint: int, opening: str = ""
) -> Iterator[re.Match[str]]:
    """What `pattern.finditer(text)` finds, where whatever it finds begins with a word that has the hint.

    `opening`: signs of which one may stand before that word.
    """
    last = 0
    for word in words:
        if word.hints & hint:
            for start in _beginnings(text, word, opening):
                if start >= last and (found := pattern.match(text, start)):
                    last = found.end()
                    yield found


def _beginnings(text: str, word: Word, opening: str) -> Iterator[int]:
    """Of the word with its sign, of the word, and of each of those that dashes join."""
    if word.start and text[word.start - 1] in opening:
        yield word.start - 1
    yield word.start
    if not word.text.isalnum():
        for found in _BEGINNING.finditer(text, word.start + 1, word.end):
            yield found.start()
