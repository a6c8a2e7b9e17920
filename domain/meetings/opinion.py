"""A separate opinion (особое мнение): a member who was present puts it on the record after the closing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(slots=True)
class Opinion:
    """What a seat's holder holds on an item, 0 being the whole meeting; `files` is how many came along.

    `holder` is the id of the person; None in what was written before persons were kept.
    """

    seat: int
    item: int
    text: str
    at: datetime
    files: int = 0
    holder: int | None = None

    @property
    def name(self) -> str:
        """What its files belong to, within its meeting."""
        whose = f"opinion:{self.seat}:{self.item}"
        return whose if self.holder is None else f"{whose}:{self.holder}"
