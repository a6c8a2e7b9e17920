"""A registry's row with its place in the office, as the columns of a message."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.names import masked, masked_value
from bot.storage.messages.registry_hash import registry_hash
from domain.messages.message import OUT_OF_CONTROL, RegistryRow
from domain.messages.number import canonical_number
from domain.messages.place import address_of
from domain.messages.routing import Place


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A registry's row with the deadline and the place in the office it gets; `settlement` by its place."""

    row: RegistryRow
    deadline_at: datetime
    place: Place
    settlement: str = ""

    def columns(self, same_as: str | None = None) -> dict[str, Any]:
        """The message's columns; made of the row alone, so that a thread can do it.

        The topic, the text and the executor are kept without personal data, so that whatever lists, searches
        or prints them shows none, and as they came beside it for those who may see it.
        `same_as` is the hash that is kept where the row says what is known.
        """
        row = self.row
        topic, text, executor = masked_value(row.topic), masked(row.text), masked_value(row.executor)
        return {
            "channel": row.channel,
            "number": row.number,
            "number_key": canonical_number(row.number),
            "received_at": row.received_at,
            "registered_at": row.registered_at,
            "topic": topic,
            "whole_topic": row.topic if topic != row.topic else "",
            "topic_group": row.topic_group,
            "text": text,
            "whole_text": row.text if text != row.text else "",
            "executor": executor,
            "whole_executor": row.executor if executor != row.executor else "",
            "author": row.author,
            "place": row.place,
            "url": row.url,
            "settlement": masked_value(self.settlement),
            "address": address_of(row.place),
            "registry_hash": registry_hash(row) if same_as is None else same_as,
            "block": self.place.block,
            "block_presumed": self.place.presumed,
            "unit": self.place.unit,
            "deadline_at": self.deadline_at,
            "answered_at": row.received_at if row.status in OUT_OF_CONTROL else row.answered_at,
            "said_status": row.said_status,
            "important": row.important,
            "interim_at": row.interim_at,
            "refuted_at": row.refuted_at,
            "outside": row.status.value if row.status in OUT_OF_CONTROL else "",
        }
