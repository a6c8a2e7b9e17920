"""Holders, accounts, absences, invitations and the office's group."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import and_, bindparam, delete, func, insert, or_, select, update

from bot.storage.people.tables import (
    absences,
    bindings,
    holders,
    invitations,
    office_chats,
    page_links,
    page_sessions,
)
from bot.storage.transaction import Store
from bot.storage.upsert import upsert
from domain.office.shown import Thing
from domain.people.invitation import CLAIMED, OPEN, REVOKED
from domain.people.roster import Absence, Binding, Holder, Roster, Standing
from domain.people.store import Invitation


class StoredRoster(Store):
    """The roster in the database."""

    _today: Roster | None = None

    def today(self) -> date:
        """The day in the office's zone."""
        return self.clock.now().astimezone(self.profile.time_zone).date()

    async def load(self) -> Roster:
        if self._today is None:
            self._today = await self.load_at(self.clock.now())
        return self._today

    async def load_at(self, moment: datetime) -> Roster:
        """The composition at a moment; accounts as they are bound now."""
        day = moment.astimezone(self.profile.time_zone).date()
        at = {"day": day, "moment": moment}
        held = await self.connection.execute(_HELD, at)
        bound = await self.connection.execute(_BOUND)
        away = await self.connection.execute(_AWAY, at)
        return Roster(
            profile=self.profile,
            day=day,
            holders=tuple(
                Holder(row.id, row.seat, row.name, row.since, row.until, row.after) for row in held
            ),
            bindings=tuple(_binding(row) for row in bound),
            absences=tuple(Absence(*row) for row in away),
        )

    async def names(self) -> dict[int, str]:
        """Everyone who has ever held a seat, by the holder's id."""
        rows = await self.connection.execute(select(holders.c.id, holders.c.name))
        return {row.id: row.name for row in rows}

    async def identify(self, user_id: int) -> Binding | None:
        row = (await self.connection.execute(_BY_USER, {"user": user_id})).first()
        return _binding(row) if row else None

    async def seat_holder(self, seat: int, name: str, since: date) -> int:
        await self.vacate(seat, since)
        result = await self._change(
            insert(holders).values(seat=seat, name=name, since=since).returning(holders.c.id)
        )
        return int(result.scalar_one())

    async def vacate(self, seat: int, day: date) -> None:
        current = select(holders.c.id).where(holders.c.seat == seat, holders.c.until.is_(None))
        ids = list((await self.connection.execute(current)).scalars())
        if ids:
            await self._unbind(bindings.c.holder_id.in_(ids))
            ended = (
                {"until": day - timedelta(days=1)}
                if day < self.today()
                else {"until": self.today(), "ended_at": self.clock.now()}
            )
            await self._change(update(holders).where(holders.c.id.in_(ids)).values(**ended))

    async def bind(self, binding: Binding, holder_id: int | None = None) -> None:
        if holder_id is not None and binding.standing is not Standing.ASSISTANT:
            await self._unbind(bindings.c.holder_id == holder_id)
        await self._unbind(bindings.c.user_id == binding.user_id)
        await self._change(
            insert(bindings).values(
                user_id=binding.user_id,
                standing=binding.standing.value,
                name=binding.name,
                position=binding.position,
                holder_id=holder_id,
                unit=binding.unit,
                bound_at=self.clock.now(),
            )
        )

    async def speak(self, user_id: int, language: str) -> None:
        active = bindings.c.unbound_at.is_(None)
        await self._change(
            update(bindings).where(bindings.c.user_id == user_id, active).values(language=language)
        )

    async def unbind(self, user_id: int) -> None:
        held = select(bindings.c.holder_id).where(
            bindings.c.user_id == user_id,
            bindings.c.unbound_at.is_(None),
            bindings.c.standing == Standing.MEMBER.value,
        )
        await self._unbind(or_(bindings.c.user_id == user_id, bindings.c.holder_id.in_(held)))

    async def _unbind(self, condition: Any) -> None:
        """Whoever is unbound is out of the office's page at once."""
        gone = select(bindings.c.user_id).where(condition, bindings.c.unbound_at.is_(None))
        for entries in (page_links, page_sessions):
            await self.connection.execute(delete(entries).where(entries.c.user_id.in_(gone)))
        await self._change(
            update(bindings)
            .where(condition, bindings.c.unbound_at.is_(None))
            .values(unbound_at=self.clock.now())
        )

    async def _change(self, statement: Any) -> Any:
        """Write to what the roster is made of."""
        self.changed(Thing.PEOPLE)
        self._today = None
        return await self.connection.execute(statement)

    async def add_absence(self, seat: int, first: date, last: date) -> int:
        holder = (
            select(holders.c.id)
            .where(holders.c.seat == seat, or_(holders.c.until.is_(None), holders.c.until >= self.today()))
            .order_by(holders.c.since.desc())
            .limit(1)
        )
        result = await self._change(
            insert(absences)
            .values(
                holder_id=holder.scalar_subquery(),
                first_day=first,
                last_day=last,
                recorded_at=self.clock.now(),
            )
            .returning(absences.c.id)
        )
        return int(result.scalar_one())

    async def end_absence(self, absence: Absence) -> None:
        if absence.first >= self.today():
            await self.withdraw_absence(absence.id)
            return
        yesterday = self.today() - timedelta(days=1)
        await self._change(update(absences).where(absences.c.id == absence.id).values(last_day=yesterday))

    async def withdraw_absence(self, absence_id: int) -> None:
        await self._change(
            update(absences).where(absences.c.id == absence_id).values(withdrawn_at=self.clock.now())
        )

    async def add_invitation(self, token_hash: str, invitation: Invitation) -> int:
        self.changed(Thing.INVITATIONS)
        result = await self.connection.execute(
            insert(invitations)
            .values(
                token_hash=token_hash,
                standing=invitation.standing.value,
                seat=invitation.seat,
                unit=invitation.unit,
                meeting_id=invitation.meeting_id,
                invited_by=invitation.invited_by,
                created_at=self.clock.now(),
                expires_at=invitation.expires_at,
                state=invitation.state,
            )
            .returning(invitations.c.id)
        )
        return int(result.scalar_one())

    async def invitation_by_token(self, token_hash: str) -> Invitation | None:
        return await self._invitation(invitations.c.token_hash == token_hash)

    async def invitation(self, invitation_id: int) -> Invitation | None:
        return await self._invitation(invitations.c.id == invitation_id)

    async def pending(self) -> Sequence[Invitation]:
        found = await self.connection.execute(
            select(invitations)
            .where(invitations.c.state.in_([OPEN, CLAIMED]))
            .where(or_(invitations.c.state == CLAIMED, invitations.c.expires_at >= self.clock.now()))
            .order_by(invitations.c.id)
        )
        return [_read(row) for row in found]

    async def end_links(self, seat: int) -> None:
        self.changed(Thing.INVITATIONS)
        await self.connection.execute(
            update(invitations)
            .where(
                invitations.c.seat == seat,
                invitations.c.standing == Standing.MEMBER.value,
                invitations.c.state == OPEN,
            )
            .values(state=REVOKED)
        )

    async def _invitation(self, condition: Any) -> Invitation | None:
        statement = select(invitations).where(condition)
        if self.connection.dialect.name == "postgresql":
            statement = statement.with_for_update()
        row = (await self.connection.execute(statement)).first()
        return _read(row) if row is not None else None

    async def update_invitation(
        self, invitation_id: int, state: str, *, user_id: int | None = None, name: str | None = None
    ) -> None:
        values: dict[str, Any] = {"state": state}
        if user_id is not None:
            values["user_id"] = user_id
        if name is not None:
            values["name"] = name
        self.changed(f"claim:{invitation_id}", Thing.INVITATIONS)
        await self.connection.execute(
            update(invitations).where(invitations.c.id == invitation_id).values(**values)
        )

    async def office_chat(self) -> int | None:
        chat: int | None = await self.connection.scalar(
            select(office_chats.c.chat_id).where(office_chats.c.unbound_at.is_(None))
        )
        return chat

    async def move_office_chat(self, old: int, new: int) -> None:
        title = await self.connection.scalar(
            select(office_chats.c.title).where(office_chats.c.chat_id == old)
        )
        await self.bind_office_chat(new, str(title or ""))

    async def office_topic(self) -> int | None:
        topic: int | None = await self.connection.scalar(
            select(office_chats.c.topic).where(office_chats.c.unbound_at.is_(None))
        )
        return topic

    async def bind_office_chat(self, chat_id: int, title: str, topic: int | None = None) -> None:
        now = self.clock.now()
        self.changed(Thing.PEOPLE)
        await self.connection.execute(
            update(office_chats).where(office_chats.c.unbound_at.is_(None)).values(unbound_at=now)
        )
        values = {"title": title, "topic": topic, "bound_at": now, "unbound_at": None}
        statement = upsert(self.connection, office_chats).values(chat_id=chat_id, **values)
        await self.connection.execute(
            statement.on_conflict_do_update(index_elements=["chat_id"], set_=values)
        )


# Statements of every tap: built once.
_CURRENT = and_(
    holders.c.since <= bindparam("day"),
    or_(holders.c.until.is_(None), holders.c.until >= bindparam("day")),
    or_(holders.c.ended_at.is_(None), holders.c.ended_at > bindparam("moment")),
)
_FORMER = holders.alias()
_AFTER = select(func.max(_FORMER.c.ended_at)).where(
    _FORMER.c.seat == holders.c.seat, _FORMER.c.id < holders.c.id
)
_HELD = (
    select(holders, _AFTER.scalar_subquery().label("after"))
    .where(_CURRENT)
    .order_by(holders.c.seat, holders.c.id)
)
_BOUND = (
    select(bindings, holders.c.seat)
    .join(holders, isouter=True)
    .where(bindings.c.unbound_at.is_(None))
    .order_by(bindings.c.id)
)
_BY_USER = _BOUND.where(bindings.c.user_id == bindparam("user"))
_AWAY = (
    select(absences.c.id, holders.c.seat, absences.c.first_day, absences.c.last_day)
    .join(holders)
    .where(_CURRENT, absences.c.withdrawn_at.is_(None), absences.c.last_day >= bindparam("day"))
    .order_by(absences.c.first_day)
)


def _read(row: Any) -> Invitation:
    return Invitation(
        id=row.id,
        standing=Standing(row.standing),
        state=row.state,
        expires_at=row.expires_at,
        seat=row.seat,
        unit=row.unit,
        meeting_id=row.meeting_id,
        invited_by=row.invited_by,
        user_id=row.user_id,
        name=row.name or "",
    )


def _binding(row: Any) -> Binding:
    standing = Standing(row.standing)
    assists = standing is Standing.ASSISTANT
    return Binding(
        user_id=row.user_id,
        standing=standing,
        name=row.name,
        seat=None if assists else row.seat,
        assists=row.seat if assists else None,
        unit=row.unit,
        position=row.position,
        language=row.language,
    )
