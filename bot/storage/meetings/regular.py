"""Regular meetings, each kept whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select

from bot.storage.kept import KeptRows
from bot.storage.meetings.tables import regular_meetings
from bot.storage.shape import Shape
from domain.meetings.regular import RegularMeeting
from domain.office.shown import Thing


class StoredRegularMeetings(KeptRows[RegularMeeting]):
    """Regular meetings in the database."""

    table = regular_meetings
    kind = Shape(RegularMeeting)
    shown_in = (Thing.REGULARS,)

    async def active(self) -> Sequence[RegularMeeting]:
        return await self.found(self.rows().where(regular_meetings.c.active).order_by(regular_meetings.c.id))

    async def add(self, thing: RegularMeeting) -> int:
        await super().add(thing)
        await self.save(thing)  # now with its id
        return thing.id

    def rows(self) -> Any:
        return self.locked(select(regular_meetings.c.content))

    def made(self, row: Mapping[str, Any]) -> RegularMeeting:
        kept: RegularMeeting = self.kind.read(row["content"])
        return kept

    def columns(self, thing: RegularMeeting) -> dict[str, Any]:
        return {"active": thing.active, "content": self.kind.written(thing)}
