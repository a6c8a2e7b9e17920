"""One number, one message (rules, section 6): a number in the one form in which it is compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LONGEST = 80
# Capital letters that look the same in both alphabets.
_ALIKE = str.maketrans("ABCEHKMOPTXY", "АВСЕНКМОРТХУ")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_FORMULA = re.compile(r'=\s*"([^"]*)"')
_NAMED = re.compile(r"^(?:НОМЕР\b|N(?=[\s.\d])|NO\.?(?=\s*\d))[\s.]*")
_IN_WORDS = re.compile(r"[^\W\d_]{4}")
_WHOLE_AS_FRACTION = re.compile(r"\d+[.,]0+")


@lru_cache(maxsize=8192)
def canonical_number(written: str) -> str:
    """The number without what a spreadsheet or a hand may make of it.

    «№ 4 815 162», «4815162.0», «="004815162"» and the same in full-width or Arabic digits are one.
    """
    text = "".join(_plain(char) for char in unicodedata.normalize("NFKC", written.replace("№", " ")))
    text = _FORMULA.sub(r"\1", text.strip().lstrip("'"))
    text = _DASHES.sub("-", text).upper().replace("Ё", "Е")
    text = "".join(_NAMED.sub("", text.strip()).split())
    if _WHOLE_AS_FRACTION.fullmatch(text):
        text = re.split("[.,]", text)[0]
    if text.isdecimal():
        return (text.lstrip("0") or "0")[:LONGEST]
    return text.translate(_ALIKE)[:LONGEST]


def may_name(written: str) -> bool:
    """Whether what stands for a number is of words that may name somebody: it is seen in every chat."""
    return " " in written and _IN_WORDS.search(written) is not None


def _plain(char: str) -> str:
    """A character as it counts: none of those that nobody sees, any script's digit as ours."""
    if unicodedata.category(char) in ("Cf", "Cc", "Cs", "Cn", "Mn") and not char.isspace():
        return ""
    digit = unicodedata.decimal(char, None)
    return char if digit is None else str(digit)
