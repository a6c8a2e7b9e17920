"""Past meetings: found by number, date and words, and counted by member; SQL on tables kept beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Integer, cast, delete, func, insert, or_, select, update

from bot.storage.meetings.content import read
from bot.storage.meetings.tables import meeting_words, meetings, participation_exports, participations
from bot.storage.people.tables import holders
from bot.storage.transaction import Store
from domain.figures.period import Period
from domain.meetings.meeting import Meeting
from domain.meetings.participation import MemberFigures
from domain.meetings.participation import participations as taken_part
from domain.meetings.preparation import MeetingState
from domain.meetings.search import Search, words_of
from domain.meetings.store import FiguresAsked

OVER = (MeetingState.CLOSED, MeetingState.NOT_HELD, MeetingState.CANCELLED)
_COUNTED = ("invited", "present", "late", "votes_held", "voted", "abstained", "aloud")


class StoredPastMeetings(Store):
    """Meetings that are over, in the database."""

    async def keep(self, meeting: Meeting) -> None:
        """Note a meeting that is over, anew each time it is saved."""
        if meeting.state not in OVER or meeting.starts_at is None:
            return
        for table in (meeting_words, participations):
            await self.connection.execute(delete(table).where(table.c.meeting_id == meeting.id))
        day = meeting.starts_at.astimezone(self.profile.time_zone).date()
        words = words_of(meeting, f"{day:%d.%m.%Y}")
        await self.connection.execute(insert(meeting_words).values(meeting_id=meeting.id, words=words))
        if meeting.state is MeetingState.CANCELLED:
            return
        held = await self.connection.execute(
            select(holders.c.seat, holders.c.id).where(
                holders.c.since <= day, or_(holders.c.until.is_(None), holders.c.until >= day)
            )
        )
        holder_of = {row.seat: row.id for row in held}
        rows = [
            {
                **{name: getattr(one, name) for name in ("seat", *_COUNTED)},
                "meeting_id": meeting.id,
                "starts_at": meeting.starts_at,
                "holder_id": one.holder or holder_of.get(one.seat),
            }
            for one in taken_part(meeting)
        ]
        if rows:
            await self.connection.execute(insert(participations), rows)

    async def not_noted(self) -> int | None:
        """The id of the oldest meeting that is over and was saved before such meetings were noted."""
        statement = (
            select(meetings.c.id)
            .join(meeting_words, isouter=True)
            .where(
                meetings.c.state.in_([state.value for state in OVER]),
                meetings.c.starts_at.is_not(None),
                meeting_words.c.meeting_id.is_(None),
            )
            .order_by(meetings.c.id)
            .limit(1)
        )
        meeting_id: int | None = await self.connection.scalar(statement)
        return meeting_id

    async def count(self, search: Search) -> int:
        return int(await self.connection.scalar(self._found(search, func.count())) or 0)

    async def page(self, search: Search, limit: int, offset: int) -> Sequence[Meeting]:
        rows = await self.connection.execute(
            self._found(search, meetings.c.content)
            .order_by(meetings.c.starts_at.desc(), meetings.c.id.desc())
            .limit(limit)
            .offset(offset)
        )
        return [read(row.content) for row in rows]

    def _found(self, search: Search, column: Any) -> Any:
        statement = select(column).select_from(meetings).where(meetings.c.state.in_([s.value for s in OVER]))
        if search.number is not None:
            return statement.where(meetings.c.number == search.number)
        if search.words:
            statement = statement.join(meeting_words)
        for word in search.words:
            statement = statement.where(meeting_words.c.words.contains(word, autoescape=True))
        return statement

    async def figures(self, period: Period) -> Sequence[MemberFigures]:
        zone = self.profile.time_zone
        counted = [func.sum(cast(participations.c[name], Integer)).label(name) for name in _COUNTED]
        rows = await self.connection.execute(
            select(participations.c.seat, func.coalesce(holders.c.name, "").label("name"), *counted)
            .join(holders, holders.c.id == participations.c.holder_id, isouter=True)
            .where(
                participations.c.starts_at >= period.starts(zone),
                participations.c.starts_at < period.ends(zone),
            )
            .group_by(participations.c.seat, participations.c.holder_id, holders.c.name, holders.c.since)
            .order_by(participations.c.seat, holders.c.since.desc())
        )
        return [MemberFigures(**row._mapping) for row in rows]

    async def meetings_in(self, period: Period) -> int:
        zone = self.profile.time_zone
        return int(
            await self.connection.scalar(
                select(func.count(participations.c.meeting_id.distinct())).where(
                    participations.c.starts_at >= period.starts(zone),
                    participations.c.starts_at < period.ends(zone),
                )
            )
            or 0
        )

    async def ask_figures(self, chat_id: int, period: Period) -> int:
        self.ask_work()
        result = await self.connection.execute(
            insert(participation_exports)
            .values(
                chat_id=chat_id,
                first_day=period.first,
                last_day=period.last,
                asked_at=self.clock.now(),
            )
            .returning(participation_exports.c.id)
        )
        return int(result.scalar_one())

    async def next_asked(self) -> FiguresAsked | None:
        """The oldest table that was asked for and not made."""
        table = participation_exports
        row = (
            await self.connection.execute(select(table).where(~table.c.made).order_by(table.c.id).limit(1))
        ).first()
        return FiguresAsked(row.id, row.chat_id, Period(row.first_day, row.last_day)) if row else None

    async def asked_made(self, asked_id: int) -> None:
        """The table was made and sent."""
        table = participation_exports
        await self.connection.execute(update(table).where(table.c.id == asked_id).values(made=True))
