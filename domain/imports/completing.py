"""A registry's row completed by what is known of its message: a column that a file has not says nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from domain.messages.message import RegistryRow

_PLAIN = ("text", "executor", "topic", "topic_group", "author", "place", "url", "registered_at")
# What a file must have columns for to say all that a row can say.
_ALL = frozenset((*_PLAIN, "received_at", "answered_at"))


@dataclass(frozen=True, slots=True)
class KnownRow:
    """A message as its row would be now, and the hash of what its registry last said."""

    row: RegistryRow
    registry_hash: str


def tells_all(told: frozenset[str] | None) -> bool:
    """Whether a file with columns for these fields leaves nothing to complete."""
    return told is None or told >= _ALL


def completed(row: RegistryRow, known: RegistryRow) -> RegistryRow:
    """The row with the fields that its file has no column for as they are known."""
    told = row.told
    if told is None or tells_all(told):
        return row
    fields: dict[str, Any] = {name: getattr(known, name) for name in _PLAIN if name not in told}
    if "answered_at" not in told:
        fields |= {"answered_at": known.answered_at, "status": known.status}
    if "received_at" not in told and _received_before_registration(known, row):
        fields["received_at"] = known.received_at
    return replace(row, **fields)


def _received_before_registration(known: RegistryRow, row: RegistryRow) -> bool:
    """A receipt that some file told of; one put in from a registration goes with its registration."""
    return known.received_at != known.registered_at and known.received_at <= row.received_at
