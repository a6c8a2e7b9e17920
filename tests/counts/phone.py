"""A phone of 390 × 844: how high a chat's messages stand, and how far above the bottom a button is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from math import ceil
from typing import Any

WINDOW = 650
"""Pixels of the chat that are seen at once, between the heading and the line where one writes."""

_LINE, _BUBBLE, _GAP, _BUTTON, _FILE = 20, 34, 6, 44, 58
_SIGNS_A_LINE = 41
_FOLDED = 3  # lines of a folded quote (Telegram, «expandable blockquote»)
_QUOTE = re.compile(r"<blockquote expandable>(.*?)</blockquote>", re.DOTALL)

Said = Mapping[str, Any]


def height(message: Said) -> int:
    """Pixels of a message with its buttons, as it first shows itself."""
    shown = str(message.get("html") or message["text"])
    folded = sum(min(_FOLDED, _lines(found)) for found in _QUOTE.findall(shown))
    lines = folded + _lines(_QUOTE.sub("", shown))
    file = _FILE if message.get("document") else 0
    rows = message.get("buttons") or []
    return _BUBBLE + file + lines * _LINE + len(rows) * _BUTTON + _GAP


def above_the_bottom(messages: list[Said], number: int, row: int) -> int:
    """From the bottom of the chat to the middle of a row of buttons under a message."""
    below = sum(height(one) for one in messages if one["message_id"] > number)
    rows = next(one for one in messages if one["message_id"] == number)["buttons"]
    return below + (len(rows) - row) * _BUTTON - _BUTTON // 2


def words(message: Said) -> int:
    """Words of a message and of its buttons."""
    captions = [button["text"] for row in message.get("buttons") or [] for button in row]
    return len(" ".join([str(message["text"]), *captions]).split())


def _lines(html: str) -> int:
    text = unescape(re.sub(r"<[^>]+>", "", html)).strip("\n")
    return sum(max(1, ceil(len(line) / _SIGNS_A_LINE)) for line in text.split("\n")) if text else 0
