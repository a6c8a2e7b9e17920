"""Two people tap at the same instant: one order wins, and the record agrees with what both were shown."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from bot.storage.audit import audit
from bot.storage.database import Database
from domain.meetings import convening, votes
from domain.meetings.agenda import Agenda, AgendaItem
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState
from domain.meetings.voting import Choice, Outcome
from domain.office.act import Act
from domain.office.refusal import Refusal
from domain.people.roster import Duties
from tests.conftest import SetClock
from tests.domain.meetings.test_meeting import HEAD, PROFILE
from tests.rebuilding import agrees, rebuild

ROUNDS = 6


async def tap(database: Database, meeting_id: int, act: Callable[[Meeting], Act]) -> str:
    """One person's tap in a transaction of its own; what they were shown."""
    try:
        async with database.write() as uow:
            meeting = await uow.meetings.get(meeting_id)
            assert meeting is not None
            await asyncio.sleep(0.002)
            done = act(meeting)
            await uow.meetings.save(meeting)
            await uow.record(None, done)
    except Refusal as refusal:
        return refusal.key
    return done.kind


async def convened(database: Database, clock: SetClock, *seats: int) -> int:
    """A convened meeting at its time with these seats checked in."""
    start = clock.now()
    meeting = Meeting(
        0,
        9,
        starts_at=start,
        participants=list(range(1, 10)),
        agenda=Agenda([AgendaItem(1, "Вопрос", draft_decision="Решить")]),
    )
    async with database.write() as uow:
        await uow.meetings.add(meeting)
        acts = [
            convening.convene(meeting, HEAD, await uow.meetings.next_number(2026), start - timedelta(days=1))
        ]
        acts += [meeting.check_in(seat, start, PROFILE) for seat in seats]
        await uow.meetings.save(meeting)
        for act in acts:
            await uow.record(None, act)
    return meeting.id


async def told(database: Database, meeting_id: int) -> Meeting:
    """The meeting, once the log has told the same of it."""
    async with database.read() as uow:
        meeting = await uow.meetings.get(meeting_id)
        assert meeting is not None
        rows = await uow.connection.execute(
            select(audit.c.kind, audit.c.data).where(audit.c.entity == meeting.entity).order_by(audit.c.id)
        )
        agrees(rebuild((row.kind, json.loads(row.data)) for row in rows), meeting)
        assert await uow.audit.broken_entry() is None
    return meeting


@pytest.mark.parametrize("opens_first", [True, False])
async def test_opening_and_leaving_at_once(database: Database, clock: SetClock, opens_first: bool) -> None:
    now = clock.now()
    for _ in range(ROUNDS):
        meeting_id = await convened(database, clock, 1, 2, 3, 4, 5)
        taps = [
            tap(database, meeting_id, lambda meeting: meeting.open(HEAD, now, PROFILE)),
            tap(database, meeting_id, lambda meeting: meeting.check_out(5, now)),
        ]
        shown = await asyncio.gather(*(taps if opens_first else reversed(taps)))
        meeting = await told(database, meeting_id)
        assert "meeting-checked-out" in shown and meeting.present() == [1, 2, 3, 4]
        if "meeting-opened" in shown:
            assert meeting.state is MeetingState.OPEN
        else:
            assert "no-quorum" in shown and meeting.state is MeetingState.CONVENED


def _voted(seat: int, choice: Choice, now: datetime) -> Callable[[Meeting], Act]:
    return lambda meeting: votes.cast(meeting, 1, seat, choice, now)


@pytest.mark.parametrize("closes_first", [True, False])
async def test_closing_and_voting_at_once(database: Database, clock: SetClock, closes_first: bool) -> None:
    now = clock.now()
    for _ in range(ROUNDS):
        meeting_id = await convened(database, clock, 1, 2, 3, 4, 5)
        await tap(database, meeting_id, lambda meeting: meeting.open(HEAD, now, PROFILE))
        await tap(database, meeting_id, lambda meeting: votes.open_vote(meeting, 1, HEAD, now, PROFILE))
        for seat, choice in {1: Choice.AGAINST, 2: Choice.FOR, 3: Choice.FOR, 4: Choice.AGAINST}.items():
            await tap(database, meeting_id, _voted(seat, choice, now))
        taps = [
            tap(database, meeting_id, lambda meeting: votes.close_vote(meeting, 1, HEAD, now, PROFILE)),
            tap(database, meeting_id, lambda meeting: votes.cast(meeting, 1, 5, Choice.FOR, now)),
        ]
        shown = await asyncio.gather(*(taps if closes_first else reversed(taps)))
        meeting = await told(database, meeting_id)
        result = meeting.item(1).result
        assert "meeting-vote-closed" in shown and result is not None
        if "meeting-vote-cast" in shown:
            assert result.tally.votes_for == 3 and result.outcome is Outcome.ADOPTED
        else:
            assert "vote-closed" in shown
            assert result.tally.votes_for == 2 and result.outcome is Outcome.NOT_ADOPTED


async def test_two_taps_of_one_member_from_two_cards_are_one_vote(
    database: Database, clock: SetClock
) -> None:
    meeting_id, now = await convened(database, clock, 1, 2, 3, 4, 5), clock.now()
    head = Duties(1, acting=False)
    await tap(database, meeting_id, lambda meeting: meeting.open(head, now, PROFILE))
    await tap(database, meeting_id, lambda meeting: votes.open_vote(meeting, 1, head, now, PROFILE))
    shown = await asyncio.gather(
        *(
            tap(database, meeting_id, lambda meeting: votes.cast(meeting, 1, 3, Choice.FOR, now))
            for _ in range(3)
        )
    )
    assert sorted(shown) == ["meeting-vote-cast", "same-vote", "same-vote"]
    vote = (await told(database, meeting_id)).item(1).open_vote
    assert vote is not None and list(vote.ballots) == [3]
