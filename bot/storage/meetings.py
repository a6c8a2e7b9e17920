"""Meetings and protocols, each kept whole: a meeting is read, changed and written as one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Text, bindparam, case, cast, exists, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.tables import documents, meetings, outbox, protocols, receipts
from bot.storage.upsert import upsert
from domain.meeting import Meeting
from domain.ports import Clock, StoredProtocol
from domain.preparation import MeetingState
from domain.protocol import ProtocolRecord, Signature, canonical, fingerprint

_meeting = TypeAdapter(Meeting)
_record = TypeAdapter(ProtocolRecord)
_signature = TypeAdapter(Signature)

# Statements of every tap: built once.
_BY_ID = select(meetings.c.content).where(meetings.c.id == bindparam("meeting"))
_LOCKED = _BY_ID.with_for_update()
_SAVE = (
    update(meetings)
    .where(meetings.c.id == bindparam("meeting"))
    .values({name: bindparam(name) for name in ("state", "year", "number", "starts_at", "content")})
)


class StoredMeetings:
    """Meetings and protocols in the database."""

    def __init__(
        self, connection: AsyncConnection, clock: Clock, ask_work: Callable[[], None], *, locking: bool
    ) -> None:
        self.connection = connection
        self.clock = clock
        self.ask_work = ask_work
        # Replicas writing to one meeting take turns; SQLite's one writer is turn enough.
        self.locking = locking and connection.dialect.name == "postgresql"

    async def get(self, meeting_id: int) -> Meeting | None:
        """The meeting, locked until the transaction ends."""
        statement = _LOCKED if self.locking else _BY_ID
        content = await self.connection.scalar(statement, {"meeting": meeting_id})
        return _meeting.validate_json(content) if content is not None else None

    async def add(self, meeting: Meeting) -> int:
        """Keep a new meeting; its id."""
        result = await self.connection.execute(
            insert(meetings).values(**_columns(meeting)).returning(meetings.c.id)
        )
        meeting.id = int(result.scalar_one())
        await self.save(meeting)
        return meeting.id

    async def save(self, meeting: Meeting) -> None:
        """Keep the meeting's new state."""
        await self.connection.execute(_SAVE, {"meeting": meeting.id, **_columns(meeting)})
        if meeting.state in (MeetingState.CLOSED, MeetingState.NOT_HELD):
            self.ask_work()

    async def next_number(self, year: int) -> int:
        """The next number of a meeting in this year, from 1."""
        last = await self.connection.scalar(
            select(func.max(meetings.c.number)).where(meetings.c.year == year)
        )
        return int(last or 0) + 1

    async def nearest(self) -> Meeting | None:
        """The meeting that goes on, else the nearest convened one."""
        found = await self.current()
        return found[0] if found else None

    async def current(self) -> Sequence[Meeting]:
        """Every meeting convened or open: the open one first, then by time."""
        going_on = case((meetings.c.state == MeetingState.OPEN.value, 0), else_=1)
        return await self._meetings(
            select(meetings.c.content)
            .where(meetings.c.state.in_([MeetingState.CONVENED.value, MeetingState.OPEN.value]))
            .order_by(going_on, meetings.c.starts_at)
        )

    async def past(self, limit: int, offset: int = 0) -> Sequence[Meeting]:
        """Closed and not held meetings, newest first."""
        return await self._meetings(
            select(meetings.c.content)
            .where(meetings.c.state.in_([MeetingState.CLOSED.value, MeetingState.NOT_HELD.value]))
            .order_by(meetings.c.starts_at.desc())
            .limit(limit)
            .offset(offset)
        )

    async def draft_of(self, chat_id: int) -> Meeting | None:
        """The draft whose card is open in this chat, if any."""
        subject = "meeting:" + cast(meetings.c.id, Text)
        found = await self._meetings(
            select(meetings.c.content)
            .join(outbox, outbox.c.subject == subject)
            .where(
                meetings.c.state == MeetingState.DRAFT.value,
                outbox.c.chat_id == chat_id,
                outbox.c.kind == "convening",
                outbox.c.live,
            )
            .order_by(meetings.c.id.desc())
            .limit(1)
        )
        return found[0] if found else None

    async def _meetings(self, statement: Any) -> list[Meeting]:
        if self.locking:
            statement = statement.with_for_update(of=meetings)
        rows = (await self.connection.execute(statement)).scalars()
        return [_meeting.validate_json(content) for content in rows]

    # Protocols

    async def add_protocol(self, meeting_id: int, record: ProtocolRecord, year: int) -> StoredProtocol:
        """Fix the record of a meeting."""
        sha256 = fingerprint(record)
        result = await self.connection.execute(
            insert(protocols)
            .values(
                meeting_id=meeting_id,
                year=year,
                number=record.number,
                record=canonical(record).decode(),
                sha256=sha256,
                drawn_at=self.clock.now(),
            )
            .returning(protocols.c.id)
        )
        return StoredProtocol(int(result.scalar_one()), meeting_id, record.number, year, record, sha256, None)

    async def next_protocol_number(self, year: int) -> int:
        """The next number of a protocol in this year, from 1 (rules, section 5)."""
        last = await self.connection.scalar(
            select(func.max(protocols.c.number)).where(protocols.c.year == year)
        )
        return int(last or 0) + 1

    async def protocol(self, protocol_id: int) -> StoredProtocol | None:
        """The protocol with this id."""
        return await self._protocol(protocols.c.id == protocol_id)

    async def protocol_of(self, meeting_id: int) -> StoredProtocol | None:
        """The meeting's protocol, once drawn up."""
        return await self._protocol(protocols.c.meeting_id == meeting_id)

    async def protocol_by_hash(self, sha256: str) -> StoredProtocol | None:
        """The protocol whose record has this SHA-256, or begins so (at least 16 digits)."""
        return await self._protocol(protocols.c.sha256.startswith(sha256.lower(), autoescape=True))

    async def sign(self, protocol_id: int, signature: Signature) -> None:
        """Keep the signature; a signed protocol never changes."""
        await self.connection.execute(
            update(protocols)
            .where(protocols.c.id == protocol_id, protocols.c.signature.is_(None))
            .values(signature=_signature.dump_json(signature).decode(), signed_at=signature.signed_at)
        )
        self.ask_work()

    async def unsigned(self) -> Sequence[StoredProtocol]:
        """Protocols that wait for a signature."""
        rows = await self.connection.execute(
            select(protocols).where(protocols.c.signature.is_(None)).order_by(protocols.c.id)
        )
        return [_stored_protocol(row) for row in rows]

    async def without_protocol(self) -> Meeting | None:
        """A closed meeting whose protocol is not drawn up yet."""
        found = await self._meetings(
            select(meetings.c.content)
            .where(
                meetings.c.state == MeetingState.CLOSED.value,
                ~exists().where(protocols.c.meeting_id == meetings.c.id),
            )
            .order_by(meetings.c.id)
            .limit(1)
        )
        return found[0] if found else None

    async def without_act(self) -> Meeting | None:
        """A meeting that was not held and has no act yet."""
        entity = "meeting:" + cast(meetings.c.id, Text)
        found = await self._meetings(
            select(meetings.c.content)
            .where(
                meetings.c.state == MeetingState.NOT_HELD.value,
                ~exists().where(documents.c.entity == entity),
            )
            .order_by(meetings.c.id)
            .limit(1)
        )
        return found[0] if found else None

    async def without_document(self, kind: str, *, signed: bool) -> StoredProtocol | None:
        """A protocol, signed or whichever, that has no document of this kind yet."""
        entity = "protocol:" + cast(protocols.c.id, Text)
        missing = ~exists().where(documents.c.entity == entity, documents.c.kind == kind)
        return await self._protocol(missing & protocols.c.signature.is_not(None) if signed else missing)

    async def confirm_receipt(self, protocol_id: int, unit: str, user_id: int) -> bool:
        """Record a unit's receipt; False when it was recorded before."""
        statement = upsert(self.connection, receipts).values(
            protocol_id=protocol_id, unit=unit, user_id=user_id, confirmed_at=self.clock.now()
        )
        result = await self.connection.execute(statement.on_conflict_do_nothing())
        return result.rowcount > 0

    async def receipts(self, protocol_id: int) -> Mapping[str, datetime]:
        """Units that confirmed, and when."""
        rows = await self.connection.execute(
            select(receipts.c.unit, receipts.c.confirmed_at).where(receipts.c.protocol_id == protocol_id)
        )
        return {row.unit: row.confirmed_at for row in rows}

    async def _protocol(self, condition: Any) -> StoredProtocol | None:
        statement = select(protocols).where(condition).order_by(protocols.c.id).limit(1)
        if self.locking:
            statement = statement.with_for_update()
        row = (await self.connection.execute(statement)).first()
        return _stored_protocol(row) if row else None


def _stored_protocol(row: Any) -> StoredProtocol:
    signature = _signature.validate_json(row.signature) if row.signature else None
    record = _record.validate_json(row.record)
    return StoredProtocol(row.id, row.meeting_id, row.number, row.year, record, row.sha256, signature)


def _columns(meeting: Meeting) -> dict[str, Any]:
    year = meeting.starts_at.year if meeting.starts_at and meeting.number else None
    return {
        "state": meeting.state.value,
        "year": year,
        "number": meeting.number,
        "starts_at": meeting.starts_at,
        "content": _meeting.dump_json(meeting).decode(),
    }
