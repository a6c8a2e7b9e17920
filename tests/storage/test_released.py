"""What every released schema held is carried forward, and the program of today works on it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import create_async_engine

from bot.production_calendar import ProductionCalendar
from bot.storage.checking import orphans, stuck
from bot.storage.database import Database
from bot.storage.migrating import migrate, newest_revision
from bot.storage.unit_of_work import StoredUnitOfWork
from domain.meetings.preparation import MeetingState
from domain.messages.sections import Section, seat_filter
from domain.office.act import Act
from domain.office.profile import OfficeProfile
from domain.proposals.proposal import Proposal
from handlers import CONVERSATIONS
from tests.conftest import SetClock
from tests.storage.released import Rows, contents, laid, released
from tests.storage.test_migrations import differences

# When the databases were left: Thursday, in the middle of the third meeting's first vote.
THEN = datetime(2026, 11, 26, 10, 10, tzinfo=UTC)
# Each goes through every later migration: the oldest tells most. On PostgreSQL some.
CASES = [
    pytest.param(revision, "sqlite", marks=[pytest.mark.long] if revision != released()[0] else [])
    for revision in released()
] + [pytest.param(revision, "postgresql", marks=pytest.mark.long) for revision in released()[::8]]
# What migrations change of rows; the test below looks at it.
CHANGED = {("messages", "settlement"), ("messages", "address"), ("messages", "registry_hash")}


async def held(url: str) -> dict[str, Rows]:
    """All that a database holds."""
    engine = create_async_engine(url)
    async with engine.connect() as connection:
        found = await connection.run_sync(contents)
    await engine.dispose()
    return found


@pytest.mark.parametrize(("revision", "server"), CASES, indirect=["server"])
async def test_data_of_a_released_schema_are_carried_forward(
    revision: str, server: str | None, kept: dict[str, Path], tmp_path: Path, profile: OfficeProfile
) -> None:
    url = await laid(kept[revision], server, tmp_path / "office.db")
    before = await held(url)
    assert await migrate(make_url(url)) == (revision, newest_revision())
    after = await held(url)
    keeps_every_row(before, after)
    database = Database(url, profile, SetClock(THEN))
    async with database.engine.connect() as connection:
        assert await connection.run_sync(differences) == []
    async with database.read() as uow:
        await nothing_is_wrong(uow, after)
        await reads_everything(uow, after)
        await finds_what_it_held(uow)
    async with database.write() as uow:
        # New rows get new keys, and the chain goes on.
        proposal = await uow.proposals.add(Proposal(0, 4, "Уборка дворов"))
        assert proposal not in {row["id"] for row in after["proposals"]}
        assert await uow.dispatches.confirm("protocol:2", "zhkh", 1010)
        await uow.record(None, Act("did", "test:1"))
    async with database.read() as uow:
        assert await uow.audit.broken_entry() is None
    await database.close()


def keeps_every_row(before: dict[str, Rows], after: dict[str, Rows]) -> None:
    """What was there is there, but for what a migration says it moves."""
    for receipt in before.pop("receipts", []):
        of_paper = (f"protocol:{receipt['protocol_id']}", receipt["unit"])
        moved = [row for row in after["dispatches"] if (row["entity"], row["unit"]) == of_paper]
        assert [(row["confirmed_at"], row["confirmed_by"]) for row in moved] == [
            (receipt["confirmed_at"], receipt["user_id"])
        ]
    for row in before["outbox"]:  # a document's words stand where a text's do
        row["content"]["text"] = row["content"].get("caption", row["content"].get("text"))
    for row in after["outbox"]:
        row["content"].setdefault("text", None)
    for name, rows in before.items():
        assert len(after[name]) == len(rows), name
        for old, new in zip(rows, after[name], strict=True):
            same = {key: value for key, value in old.items() if (name, key) not in CHANGED}
            came = as_it_came(new)
            assert {key: came[key] for key in same} == same, name


def as_it_came(row: dict[str, Any]) -> dict[str, Any]:
    """A row as it came, where something in it is hidden since."""
    whole = {name: row[f"whole_{name}"] for name in ("topic", "text", "executor") if row.get(f"whole_{name}")}
    return {**row, **whole}


async def nothing_is_wrong(uow: StoredUnitOfWork, after: dict[str, Rows]) -> None:
    """As `mcu check` looks, and the papers that people signed to the byte."""
    assert await uow.audit.broken_entry() is None
    assert len(after["audit"]) > 80
    assert await orphans(uow.connection) == []
    assert await stuck(uow.connection, uow.clock) == 0
    assert await uow.outbox.failures() == []
    signed = [row for row in after["documents"] if row["kind"] == "signed"]
    assert len(signed) == 2
    for paper in signed:
        assert hashlib.sha256(paper["content"]).hexdigest() == paper["sha256"]
        found = await uow.documents.by_hash(paper["sha256"])
        assert found is not None and found.entity == paper["entity"]


async def reads_everything(uow: StoredUnitOfWork, after: dict[str, Rows]) -> None:
    """Every stored document comes back as the domain knows it."""
    for row in after["meetings"]:
        meeting = await uow.meetings.get(row["id"])
        assert meeting is not None and (meeting.state, meeting.number) == (row["state"], row["number"])
    for row in after["protocols"]:
        protocol = await uow.protocols.get(row["id"])
        assert protocol is not None and protocol.signature is not None
        # The record as it was kept is what its printed hash says; as today's programs know it, it has more.
        assert hashlib.sha256(row["record"].encode()).hexdigest() == row["sha256"]
        assert await uow.protocols.by_hash(row["sha256"]) == protocol
        await uow.dispatches.of(protocol.entity)
    messages = await uow.messages.several([row["id"] for row in after["messages"]])
    assert [(one.channel, one.number, one.deadline_at) for one in messages] == [
        (row["channel"], row["number"], row["deadline_at"]) for row in after["messages"]
    ]
    stores = {
        "tasks": uow.tasks,
        "proposals": uow.proposals,
        "reports": uow.reports,
        "imports": uow.imports,
        "material_requests": uow.materials,
        "publications": uow.publications,
        "attachments": uow.attachments,
    }
    for name, store in stores.items():
        for row in after[name]:
            assert await store.get(row["id"]) is not None, name  # type: ignore[attr-defined]
    for row in after["invitations"]:
        invitation = await uow.roster.invitation(row["id"])
        assert invitation is not None and invitation.state == row["state"]
    for row in after["expectations"]:
        assert await uow.expected(row["user_id"]) is not None
    for row in after["outbox"]:
        # What it shows can be shown: a live card by its kind, all else by its words.
        assert row["kind"] in CONVERSATIONS.cards or row["kind"] == "menu" or "text" in row["content"], row


async def finds_what_it_held(uow: StoredUnitOfWork) -> None:
    """The office as its people left it."""
    roster = await uow.roster.load()
    assert [roster.binding(seat.number) is not None for seat in uow.profile.seats] == [True] * 9
    assert len(roster.absences) == 1
    first, second, third = [await uow.meetings.get(number) for number in (1, 2, 3)]
    assert first is not None and second is not None and third is not None
    assert [meeting.state for meeting in (first, second, third)] == [
        MeetingState.CLOSED,
        MeetingState.CLOSED,
        MeetingState.OPEN,
    ]
    results = [item.votes[-1].result for item in first.agenda]
    assert [result and (result.outcome, result.tally.votes_for) for result in results] == [
        ("adopted", 4),
        ("adopted", 3),
        ("not_adopted", 2),
    ]
    (going_on,) = third.agenda[0].votes
    assert {seat: ballot.choice for seat, ballot in going_on.ballots.items()} == {
        1: "for",
        2: "for",
        3: "against",
    }
    # The unit has confirmed the first protocol; the second, sent the day before, is waited for.
    waited = await uow.dispatches.unconfirmed(THEN)
    assert [(dispatch.entity, dispatch.unit) for dispatch in waited] == [("protocol:2", "zhkh")]
    profile, now = uow.profile, uow.now().astimezone(uow.profile.time_zone)
    whole = seat_filter(profile, ProductionCalendar(profile), now, profile.seat(profile.head_seat))
    counts = await uow.messages.counts(whole, now)
    assert counts.overdue > 50 and counts.soon
    snow = await uow.messages.page(replace(whole, words="снегом"), Section.ALL, 100, 0)
    assert len(snow) > 5


@pytest.mark.parametrize("server", ["sqlite", "postgresql"], indirect=True)
async def test_messages_get_the_settlement_and_house_that_later_programs_would_have_given(
    server: str | None, kept: dict[str, Path], tmp_path: Path
) -> None:
    later = await held(await laid(kept["0028"], None, tmp_path / "later.db"))
    known = {row["place"]: (row["settlement"], row["address"]) for row in later["messages"]}
    known[""] = ("", "")
    url = await laid(kept["0001"], server, tmp_path / "office.db")
    await migrate(make_url(url))
    rows = (await held(url))["messages"]
    assert [row["place"] for row in rows if (row["settlement"], row["address"]) != known[row["place"]]] == []
    assert len({row["settlement"] for row in rows}) > 5
