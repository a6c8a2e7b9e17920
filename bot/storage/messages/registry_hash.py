"""A hash of all that a registry says of a message: of named columns, with the version of how it is made.

What a row says nothing of is no part of it: a column more changes no hash of rows that leave it empty.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from domain.messages.message import RegistryRow, Status

_VERSION = "2:"
_LENGTH = 32
# The first one was of the row as Python printed it, with these columns. Schema 0031 gave it its version.
FORMER = "1:"
_FORMER_COLUMNS = (
    "channel", "number", "received_at", "registered_at", "topic", "topic_group", "text", "executor", "status",
    "answered_at", "author", "place", "url",
)  # fmt: skip


def registry_hash(row: RegistryRow) -> str:
    """The hash by today's version."""
    columns = [one for one in fields(row) if one.compare]
    said = {one.name: value for one in columns if (value := getattr(row, one.name)) != one.default}
    written = json.dumps(said, default=_written, ensure_ascii=False, sort_keys=True)
    return _versioned(_VERSION, written)


def said_before(row: RegistryRow, kept: str) -> bool:
    """Whether a hash of the former version is of this very row."""
    printed = ", ".join(f"{name}={_printed(getattr(row, name))}" for name in _FORMER_COLUMNS)
    return kept == _versioned(FORMER, f"RegistryRow({printed})")


def _versioned(version: str, text: str) -> str:
    return (version + hashlib.sha256(text.encode()).hexdigest())[:_LENGTH]


def _written(value: Any) -> str:
    assert isinstance(value, datetime)
    return value.astimezone(UTC).isoformat()


def _printed(value: Any) -> str:
    """As Python 3.11 prints it, whichever runs now."""
    return f"<Status.{value.name}: {value.value!r}>" if isinstance(value, Status) else repr(value)
