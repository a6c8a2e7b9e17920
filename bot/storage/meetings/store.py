"""Meetings, each kept whole: a meeting is read, changed and written as one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Text, bindparam, case, cast, exists, func, insert, or_, select, update

from bot.storage.documents import documents
from bot.storage.meetings.content import read, written
from bot.storage.meetings.past import StoredPastMeetings
from bot.storage.meetings.tables import meetings
from bot.storage.outbox.store import StoredOutbox
from bot.storage.outbox.tables import outbox
from bot.storage.proposals.tables import proposals
from bot.storage.protocols.tables import protocols
from bot.storage.transaction import Store, Transaction, read_once
from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MEETING_AHEAD, MeetingState
from domain.office.shown import Thing
from domain.proposals.proposal import ProposalState

# Statements of every tap: built once.
_BY_ID = select(meetings.c.content).where(meetings.c.id == bindparam("meeting"))
_SAVE = (
    update(meetings)
    .where(meetings.c.id == bindparam("meeting"))
    .values({name: bindparam(name) for name in ("state", "year", "number", "starts_at", "content")})
)


class StoredMeetings(Store):
    """Meetings in the database."""

    def __init__(self, transaction: Transaction) -> None:
        super().__init__(transaction)
        self._as_read: dict[int, _Listing] = {}
        self._asked: dict[int, _Asked] = {}

    @read_once
    async def get(self, meeting_id: int) -> Meeting | None:
        content = await self.connection.scalar(self.locked(_BY_ID), {"meeting": meeting_id})
        return self._read(content) if content is not None else None

    async def add(self, meeting: Meeting) -> int:
        result = await self.connection.execute(
            insert(meetings).values(**_columns(meeting)).returning(meetings.c.id)
        )
        meeting.id = int(result.scalar_one())
        await self.save(meeting)
        return meeting.id

    async def save(self, meeting: Meeting) -> None:
        await self.connection.execute(_SAVE, {"meeting": meeting.id, **_columns(meeting)})
        if meeting.state in (MeetingState.CLOSED, MeetingState.NOT_HELD):
            self.ask_work()
        await StoredPastMeetings(self.transaction).keep(meeting)
        self.changed(meeting.entity)
        voted = meeting.agenda.last_voted()
        if voted is not None:
            self.changed(meeting.vote_entity(voted))
        if meeting.state is MeetingState.CLOSED:
            protocol = select(protocols.c.id).where(protocols.c.meeting_id == meeting.id)
            self.changed(f"protocol:{await self.connection.scalar(protocol)}")
        await self._list_anew(meeting)
        self._greet_anew(meeting)

    async def save_ballot(self, meeting: Meeting, item: AgendaItem) -> None:
        await self.connection.execute(_SAVE, {"meeting": meeting.id, **_columns(meeting)})
        self.changed(meeting.entity, meeting.vote_entity(item))

    def _greet_anew(self, meeting: Meeting) -> None:
        """The greetings of those of whom it wants something else than when it was read."""
        now, before = _asked(meeting), self._asked.get(meeting.id, {})
        if meeting.state is MeetingState.DRAFT or now == before:
            return
        self._asked[meeting.id] = now
        for seat in now.keys() | before.keys():
            if now.get(seat) != before.get(seat):
                self.changed(f"start:{seat}")

    async def _list_anew(self, meeting: Meeting) -> None:
        """Where meetings are named or offered, if this one is named otherwise than when it was read."""
        now, before = _listing(meeting), self._as_read.get(meeting.id)
        if now == before:
            return
        self._as_read[meeting.id] = now
        if before is not None and _disperses(before, now):
            await StoredOutbox(self.transaction).unpin(meeting.entity)
        if meeting.state is not MeetingState.DRAFT:
            self.changed(Thing.MEETINGS)
        if MeetingState.DRAFT in (meeting.state, before and before[0]):
            # Greetings of the head, of whoever acts for them and of the assistants count the drafts.
            self.changed(*(f"start:{seat}" for seat in (0, self.profile.head_seat, self.profile.acting_seat)))
        waiting = proposals.c.state.in_([ProposalState.WAITING.value, ProposalState.POSTPONED.value])
        concerned = select(proposals.c.id).where(or_(waiting, proposals.c.meeting_id == meeting.id))
        for number in await self.connection.scalars(concerned):
            self.changed(f"proposal:{number}")

    def _read(self, content: str) -> Meeting:
        meeting = read(content)
        self._as_read[meeting.id], self._asked[meeting.id] = _listing(meeting), _asked(meeting)
        return meeting

    async def next_number(self, year: int) -> int:
        last = await self.connection.scalar(
            select(func.max(meetings.c.number)).where(meetings.c.year == year)
        )
        return int(last or 0) + 1

    async def nearest(self) -> Meeting | None:
        found = await self.current()
        return found[0] if found else None

    async def current(self) -> Sequence[Meeting]:
        local = self.clock.now().astimezone(self.profile.time_zone)
        today = local.replace(hour=0, minute=0, second=0, microsecond=0)
        going_on = meetings.c.state == MeetingState.OPEN.value
        order = case((going_on, 0), (meetings.c.starts_at >= today, 1), else_=2)
        return await self._meetings(
            select(meetings.c.content)
            .where(meetings.c.state.in_([state.value for state in MEETING_AHEAD]))
            .order_by(order, meetings.c.starts_at)
        )

    async def closed_since(self, moment: datetime) -> Sequence[Meeting]:
        return await self._meetings(
            select(meetings.c.content).where(
                meetings.c.state == MeetingState.CLOSED.value, meetings.c.starts_at >= moment
            )
        )

    async def ahead(self) -> Sequence[Meeting]:
        return await self._meetings(
            select(meetings.c.content)
            .where(meetings.c.state.in_([MeetingState.CONVENED.value, MeetingState.DRAFT.value]))
            .order_by(meetings.c.state, meetings.c.starts_at, meetings.c.id)
        )

    async def draft_of(self, chat_id: int, card: str) -> Meeting | None:
        subject = "meeting:" + cast(meetings.c.id, Text)
        found = await self._meetings(
            select(meetings.c.content)
            .join(outbox, outbox.c.subject == subject)
            .where(
                meetings.c.state == MeetingState.DRAFT.value,
                outbox.c.chat_id == chat_id,
                outbox.c.kind == card,
                outbox.c.live,
            )
            .order_by(meetings.c.id.desc())
            .limit(1)
        )
        return found[0] if found else None

    async def _meetings(self, statement: Any) -> list[Meeting]:
        rows = (await self.connection.execute(self.locked(statement, of=meetings))).scalars()
        return [self._read(content) for content in rows]

    # Work for the worker

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


# How a meeting is named in lists.
_Listing = tuple[MeetingState, int | None, datetime | None, int, str]
_Asked = dict[int, tuple[object, int]]
"""By seats: what they have answered, and the question that is being voted on; under 0 guests with answers."""


def _listing(meeting: Meeting) -> _Listing:
    first = next(iter(meeting.agenda), None)
    count, question = len(meeting.agenda), first.question if first else ""
    return meeting.state, meeting.number, meeting.due_at, count, question


def _disperses(before: _Listing, now: _Listing) -> bool:
    """Whether nobody gathers any longer for the time that was: it is over, called off, or at another time."""
    (former, _, was_due, *_), (state, _, due, *_) = before, now
    return former in MEETING_AHEAD and (state not in MEETING_AHEAD or due != was_due)


def _asked(meeting: Meeting) -> _Asked:
    voting = meeting.voting_item()
    item = voting.number if voting else 0
    asked: _Asked = {seat: (meeting.answers.get(seat), item) for seat in meeting.participants}
    guests = [(account, meeting.guest_answers.get(account)) for account in meeting.guests]
    return asked | {0: (tuple(guests), item)}


def _columns(meeting: Meeting) -> dict[str, Any]:
    return {
        "state": meeting.state.value,
        "year": meeting.year,
        "number": meeting.number,
        # An adjourned meeting stands in lists by when it goes on.
        "starts_at": meeting.due_at if meeting.state is MeetingState.ADJOURNED else meeting.starts_at,
        "content": written(meeting),
    }
