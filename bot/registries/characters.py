"""Characters that no workbook may hold (XML 1.0, 2.2 Char): one list for what comes in and what goes out."""

from __future__ import annotations

import re

UNFIT = "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ud800-\\udfff\\ufffe\\uffff"
"""For a set of a regular expression."""

_UNFIT = re.compile(f"[{UNFIT}]")


def fit(text: str) -> str:
    """The text without them."""
    return _UNFIT.sub("", text)
