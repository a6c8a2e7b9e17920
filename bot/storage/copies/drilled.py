"""What a drill found: whether the newest copy of the database would really bring the office back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.storage.unit_of_work import StoredUnitOfWork
from domain.office.ports import Texts

DRILLS = "copies:drill"
"""Under what the log keeps them."""


@dataclass(frozen=True, slots=True)
class Drilled:
    """The newest drill: when, which copy, how many rows.

    `wrong` is the key of a sentence, empty when all is well; `said` is what that sentence speaks of.
    """

    at: datetime
    copy: str
    rows: int
    wrong: str
    said: Mapping[str, str]

    def told(self, texts: Texts) -> str:
        """The result in words."""
        about = texts(self.wrong, **self.said) if self.wrong else ""
        return texts(
            "drill-failed" if self.wrong else "drill-fine",
            name=self.copy, day=self.at, rows=self.rows, reason=about,
        )  # fmt: skip


async def newest_drill(uow: StoredUnitOfWork) -> Drilled | None:
    """What the newest drill found; None where there was none yet."""
    for one in await uow.history(DRILLS, 1):
        data = one.data
        return Drilled(one.at, data["copy"], data["rows"], data["wrong"], data["said"])
    return None
