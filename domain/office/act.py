"""What was done, as the audit log keeps it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Act:
    """One thing done to one entity: ids, states and hashes of texts, never personal data."""

    kind: str
    entity: str
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Recorded:
    """An act as the audit log tells it: when, who by their seat (None: the bot itself), what."""

    at: datetime
    seat: int | None
    acting: bool
    kind: str
    data: Mapping[str, Any]


def text_hash(text: str) -> str:
    """A short hash that stands for people's words in the audit log."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]
