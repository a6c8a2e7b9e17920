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


class Texts(Protocol):
    """The locale."""

    def __call__(self, key: str, **arguments: Any) -> str:
        """The sentence with this key; arguments are escaped for Telegram HTML unless they are `Markup`."""


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
