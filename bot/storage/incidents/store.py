"""Incidents in the database, and the messages that are of them or may be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, select, update

from bot.storage.incidents.tables import incidents
from bot.storage.kept import KeptRows
from bot.storage.messages.selecting import known_messages, out_of_control
from bot.storage.messages.tables import messages
from bot.storage.shape import Shape
from domain.incidents.bursts import Sighting
from domain.incidents.incident import Incident, IncidentState, Standing
from domain.messages.message import KnownMessage
from domain.office.shown import Thing

_SEEN = ("id", "channel", "block", "topic", "settlement", "place")


class StoredIncidents(KeptRows[Incident]):
    """Incidents, a row each."""

    table = incidents
    kind = Shape(Incident)
    shown_in = (Thing.MESSAGES,)

    def columns(self, thing: Incident) -> dict[str, Any]:
        lists = {"channels": list(thing.channels), "offered": list(thing.offered)}
        return {**super().columns(thing), **lists}

    async def recent(self, since: datetime) -> Sequence[Incident]:
        """Those that were seen or decided since, in their order; more than these no message joins."""
        return await self.found(self.rows().where(incidents.c.seen_at >= since).order_by(incidents.c.id))

    async def sightings(self, since: datetime, limit: int) -> Sequence[Sighting]:
        """Open messages of no incident that came since, the newest `limit` of them, in their order."""
        waiting = and_(
            messages.c.received_at >= since,
            messages.c.answered_at.is_(None),
            messages.c.incident_id.is_(None),
            messages.c.topic != "",
        )
        rows = await self.connection.execute(
            select(*(messages.c[name] for name in _SEEN))
            .where(waiting)
            .order_by(messages.c.received_at.desc(), messages.c.id.desc())
            .limit(limit)
        )
        return [Sighting(*row) for row in reversed(rows.all())]

    async def standing(self, incident: Incident, now: datetime) -> Standing:
        is_open = messages.c.answered_at.is_(None)
        overdue = and_(is_open, messages.c.deadline_at < now)
        counted = (case((one, 1)) for one in (is_open, overdue, out_of_control()))
        row: Any = (
            await self.connection.execute(
                select(
                    func.count(),
                    *(func.count(one) for one in counted),
                    func.min(case((is_open, messages.c.deadline_at))),
                ).where(_of(incident))
            )
        ).one()
        return Standing(*row)

    async def messages(self, incident: Incident, limit: int, offset: int = 0) -> Sequence[KnownMessage]:
        rows = await self.connection.execute(
            known_messages()
            .where(_of(incident))
            .order_by(messages.c.answered_at.is_not(None), messages.c.deadline_at, messages.c.id)
            .limit(limit)
            .offset(offset)
        )
        return [KnownMessage(*row) for row in rows]

    async def join(self, incident: Incident, message_ids: Sequence[int]) -> Sequence[int]:
        free = and_(
            messages.c.id.in_(message_ids),
            messages.c.answered_at.is_(None),
            messages.c.incident_id.is_(None),
        )
        joined = await self.connection.scalars(
            update(messages).where(free).values(incident_id=incident.id).returning(messages.c.id)
        )
        found = sorted(joined)
        self._changed(incident, *found)
        return found

    async def leave(self, message_id: int) -> None:
        self.changed(Thing.MESSAGES, f"message:{message_id}")
        statement = update(messages).where(messages.c.id == message_id).values(incident_id=None)
        left = await self.connection.scalar(select(messages.c.incident_id).where(messages.c.id == message_id))
        self.changed(f"incident:{left}")
        await self.connection.execute(statement)

    async def part(self, incident: Incident) -> None:
        parted = await self.connection.scalars(
            update(messages)
            .where(messages.c.incident_id == incident.id)
            .values(incident_id=None)
            .returning(messages.c.id)
        )
        self._changed(incident, *parted)

    def _changed(self, incident: Incident, *message_ids: int) -> None:
        self.changed(Thing.MESSAGES, incident.entity, *(f"message:{number}" for number in message_ids))


def _of(incident: Incident) -> ColumnElement[bool]:
    """Its messages; of one that is offered those that wait of what was offered."""
    if incident.state is not IncidentState.OFFERED:
        return messages.c.incident_id == incident.id
    still = and_(messages.c.answered_at.is_(None), messages.c.incident_id.is_(None))
    return and_(messages.c.id.in_(incident.offered), still)
