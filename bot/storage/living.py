"""The profile against the database: what lives by it, which profile was in force, what those before had."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from sqlalchemy import Column, ColumnElement, case, func, select, true, update
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.profiles import ProfileError, read_profile
from bot.storage.database import Database
from bot.storage.messages.tables import messages
from bot.storage.migrating import absent, current_revision
from bot.storage.people.tables import bindings, holders, invitations
from bot.storage.proposals.tables import proposals
from bot.storage.tasks.tables import tasks
from bot.storage.unit_of_work import StoredUnitOfWork
from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState
from domain.meetings.regular import RegularMeeting
from domain.office.act import Act
from domain.office.changing import (
    Change,
    Gathering,
    Invited,
    Living,
    changes,
    lost,
    moved_seats,
    remembering,
)
from domain.office.ports import Clock
from domain.office.profile import OfficeProfile
from domain.people.invitation import REVOKED
from domain.people.roster import Standing
from domain.proposals.proposal import ProposalState
from domain.requests.materials import MaterialRequest
from domain.tasks.task import TaskState

_TO_BE_CONSIDERED = (ProposalState.WAITING.value, ProposalState.POSTPONED.value)


class ProfileClash(Exception):
    """The profile does not fit what lives in the database; `changes` say what must be done first."""

    def __init__(self, changes: Sequence[Change]) -> None:
        super().__init__(", ".join(change.key for change in changes))
        self.changes = changes


async def remembered(url: str, profile: OfficeProfile, clock: Clock) -> OfficeProfile:
    """The profile with what earlier ones in the database had; as it is where the database cannot be read."""
    address = make_url(url)
    if await asyncio.to_thread(absent, address):  # a file that is not there is not made by looking
        return profile
    database = Database(url, profile, clock)
    try:
        if await current_revision(address) is None:  # nor is what is not ours put into our mode of writing
            return profile
        async with database.read() as uow:
            stored = await uow.profiles.every()
    except (SQLAlchemyError, OSError):
        return profile
    finally:
        await database.close()
    earlier = await asyncio.to_thread(lambda: [one for one in map(_read, stored) if one is not None])
    return replace(profile, former=remembering(profile, earlier))


async def profile_changes(uow: StoredUnitOfWork, content: str) -> list[Change]:
    """What the profile with this text changes in the office as it lives; empty where it is in force."""
    before = await in_force(uow)
    if before is None or before == content:
        return []
    return changes(_read(before), uow.profile, await _living(uow))


async def end_invitations(uow: StoredUnitOfWork) -> None:
    """Nobody comes by an invitation to what is no more; called while seats have their former numbers."""
    before = await in_force(uow)
    for one in lost(_read(before), uow.profile, await _invited(uow)) if before is not None else ():
        await uow.roster.update_invitation(one.invitation, REVOKED)
        await uow.record(None, Act("invitation-revoked", f"invitation:{one.invitation}"))


async def _invited(uow: StoredUnitOfWork) -> list[Invited]:
    return [Invited(one.id, one.seat, one.unit) for one in await uow.roster.pending()]


async def move_seats(uow: StoredUnitOfWork) -> Mapping[int, int]:
    """Who and what stands on seats that are numbered anew goes along; the former numbers → the present ones.

    What is over stays under the number that it had.
    """
    before = await in_force(uow)
    moves = moved_seats(_read(before), uow.profile) if before is not None else {}
    held = holders.c.ended_at.is_(None) & holders.c.until.is_(None)
    for table, still in (
        (holders, held),
        (tasks, tasks.c.state != TaskState.ACCEPTED.value),
        (proposals, true()),
        (invitations, true()),
    ):
        seat = table.c.seat
        if moves:
            await uow.connection.execute(
                update(table).where(seat.in_(moves), still).values(seat=case(moves, value=seat))
            )
    return moves


async def in_force(uow: StoredUnitOfWork) -> str | None:
    """The text of the profile that served last; None in a new office."""
    for act in await uow.history(f"profile:{uow.profile.key}", 1):
        if (text := await uow.profiles.text_of(act.data.get("fingerprint", ""))) is not None:
            return text
    stored = await uow.profiles.every()
    return stored[0] if stored else None


def _read(content: str) -> OfficeProfile | None:
    """An earlier profile; None where it was written for an older program."""
    with suppress(ProfileError):
        return read_profile(content)
    return None


async def _living(uow: StoredUnitOfWork) -> Living:
    waiting = messages.c.answered_at.is_(None) & (messages.c.outside == "")
    unfinished = tasks.c.state != TaskState.ACCEPTED.value
    contacts = (bindings.c.standing == Standing.UNIT.value) & bindings.c.unbound_at.is_(None)
    held = holders.c.ended_at.is_(None) & holders.c.until.is_(None)
    rows = await uow.connection.execute(select(holders.c.seat, holders.c.name).where(held))
    return Living(
        holders={row.seat: row.name for row in rows},
        contacts=await _counts(uow, bindings.c.unit, contacts),
        channel_messages=await _counts(uow, messages.c.channel, waiting),
        block_messages=await _counts(uow, messages.c.block, waiting),
        unit_messages=await _counts(uow, messages.c.unit, waiting),
        seat_tasks=await _counts(uow, tasks.c.seat, unfinished),
        unit_tasks=await _counts(uow, tasks.c.unit, unfinished),
        seat_proposals=await _counts(uow, proposals.c.seat, proposals.c.state.in_(_TO_BE_CONSIDERED)),
        gatherings=[
            *map(_meeting, await uow.meetings.current()),
            *[one async for one in _protocols(uow)],
            *map(_regular, await uow.regulars.active()),
            *map(_materials, await uow.materials.sent()),
        ],
        invited=await _invited(uow),
    )


async def _counts(
    uow: StoredUnitOfWork, column: Column[Any], condition: ColumnElement[bool]
) -> Mapping[Any, int]:
    statement = select(column, func.count()).where(condition, column.is_not(None)).group_by(column)
    rows = await uow.connection.execute(statement.order_by(column))
    return {row[0]: row[1] for row in rows}


def _meeting(meeting: Meeting) -> Gathering:
    seats, units = _named(meeting.agenda)
    is_open = meeting.state in (MeetingState.OPEN, MeetingState.ADJOURNED)
    return Gathering(meeting.number or 0, is_open, seats.union(meeting.participants), units)


async def _protocols(uow: StoredUnitOfWork) -> AsyncIterator[Gathering]:
    """Meetings that are over while their paper is not drawn up, or not signed: tasks come of it then."""
    for undrawn in (await uow.meetings.without_protocol(), await uow.meetings.without_act()):
        if undrawn is not None:
            yield replace(_meeting(undrawn), open=True, kind="protocol")
    for protocol in await uow.protocols.unsigned():
        meeting = await uow.meetings.get(protocol.meeting_id)
        assert meeting is not None  # a protocol refers to its meeting
        yield Gathering(protocol.number, False, *_named(meeting.agenda), kind="protocol")


def _regular(regular: RegularMeeting) -> Gathering:
    return Gathering(regular.id, False, *_named(regular.agenda), kind="regular")


def _materials(request: MaterialRequest) -> Gathering:
    return Gathering(request.id, False, frozenset(request.seats), kind="materials")


def _named(agenda: Iterable[AgendaItem]) -> tuple[frozenset[int], frozenset[str]]:
    """Seats and units that the questions name, their points' among them."""
    seats: set[int] = set()
    units: set[str] = set()
    for item in agenda:
        seats |= {*item.motion.seats, *item.standing.seats}
        seats |= {item.speaker_seat} if item.speaker_seat else set()
        units |= item.motion.units | item.standing.units
    return frozenset(seats), frozenset(units)
