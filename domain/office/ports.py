"""What every part needs: time, words, and one office at run time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol


class Clock(Protocol):
    """Where time comes from."""

    def now(self) -> datetime:
        """The moment, aware, UTC."""


class Links(Protocol):
    """Links into the messenger that the office lives in."""

    def to_bot(self, payload: str) -> str:
        """Opens the bot, which is given this."""

    def to_post(self, channel: str, number: int) -> str:
        """Opens a post of a public channel, which is named without «@»."""

    def channel_in(self, text: str) -> str:
        """The channel's name in a link to it; anything else as it is."""


class Texts(Protocol):
    """The locale."""

    def __call__(self, key: str, **arguments: Any) -> str:
        """The sentence with this key; arguments are escaped for Telegram HTML unless `literal`."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a person's next words in their private chat mean."""

    kind: str
    content: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document kept as it was sent; `sha256` is of the file."""

    id: int
    entity: str
    kind: str
    file_name: str
    sha256: str
