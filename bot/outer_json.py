"""JSON from outside, without what no text of ours may hold."""

from __future__ import annotations

import json
import re
from typing import Any

_UNFIT = re.compile("[\x00\ud800-\udfff]")
# As JSON escapes them; emoji are escaped alike, so this finds more than there is to leave out.
_SUSPECT = re.compile(r"\\u(?:0000|d[89a-f])", re.IGNORECASE)


def read_json(content: str | bytes) -> Any:
    """What the JSON says. Raises ValueError where it is none.

    NUL, which PostgreSQL keeps in no text, and halves of surrogate pairs, which UTF-8 cannot carry, are left
    out of every string: here, at the door, so that nothing further in has to think of them.
    """
    text = content.decode() if isinstance(content, bytes) else content
    read = json.loads(text)
    return _fit(read) if _SUSPECT.search(text) else read


def _fit(value: Any) -> Any:
    if isinstance(value, str):
        return _UNFIT.sub("", value)
    if isinstance(value, list):
        return [_fit(one) for one in value]
    if isinstance(value, dict):
        return {key: _fit(one) for key, one in value.items()}
    return value
