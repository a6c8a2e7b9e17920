"""The transaction: all or nothing, once, and an audit log that shows every touch."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import event, select, text, update

from bot.storage.audit import audit
from bot.storage.database import Database
from bot.storage.meetings.tables import meetings
from bot.storage.outbox.delivery import Shown
from bot.storage.transaction import Store
from domain.meetings.agenda import Agenda, AgendaItem
from domain.meetings.meeting import Meeting
from domain.office.act import Act
from domain.office.outbox import Screen
from domain.office.ports import Expectation
from domain.people.roster import Actor, Binding, Roster, Standing
from domain.proposals.proposal import Proposal


class Broken(Exception):
    """Raised by a test in the middle of a transaction."""


async def test_an_update_is_taken_once(database: Database) -> None:
    async with database.write() as uow:
        assert await uow.updates.take(7, 1)
    async with database.write() as uow:
        assert not await uow.updates.take(7, 1)
        assert await uow.updates.take(8, 1)


async def test_a_failed_transaction_leaves_nothing_and_the_update_comes_again(database: Database) -> None:
    with pytest.raises(Broken):
        async with database.write() as uow:
            await uow.updates.take(7, 1)
            await uow.record(None, Act("tried", "test:1"))
            await uow.outbox.text(1, Screen("никогда"))
            raise Broken
    async with database.write() as uow:
        assert await uow.updates.take(7, 1)
        assert await uow.outbox.waiting(10) == []
        assert (await uow.connection.execute(select(audit))).all() == []


async def test_the_audit_log_is_a_chain_that_shows_a_change(database: Database) -> None:
    actor = Actor(1001, Standing.MEMBER, "Имя", seat=1)
    async with database.write() as uow:
        for number in range(5):
            await uow.record(actor, Act("did", f"test:{number}", {"value": number, "слово": "да"}))
    async with database.read() as uow:
        assert await uow.audit.broken_entry() is None
    async with database.write() as uow:
        await uow.connection.execute(update(audit).where(audit.c.id == 3).values(data='{"value":99}'))
    async with database.read() as uow:
        assert await uow.audit.broken_entry() == 3


async def test_the_audit_log_misses_no_entry(database: Database) -> None:
    async with database.write() as uow:
        for number in range(4):
            await uow.record(None, Act("did", f"test:{number}"))
        await uow.connection.execute(text("DELETE FROM audit WHERE id = 2"))
    async with database.read() as uow:
        assert await uow.audit.broken_entry() == 3


async def test_writers_at_the_same_instant_take_turns(database: Database) -> None:
    async with database.write() as uow:
        meeting = Meeting(
            id=0, established=9, agenda=Agenda([AgendaItem(1, "Вопрос", draft_decision="Решить")])
        )
        await uow.meetings.add(meeting)

    async def invite(guest: int) -> None:
        async with database.write() as uow:
            found = await uow.meetings.get(meeting.id)
            assert found is not None
            await asyncio.sleep(0.001)
            found.guests.append(guest)
            await uow.meetings.save(found)
            await uow.record(None, Act("invited", found.entity))

    await asyncio.gather(*(invite(guest) for guest in range(12)))
    async with database.read() as uow:
        found = await uow.meetings.get(meeting.id)
        assert found is not None and sorted(found.guests) == list(range(12))
        assert await uow.audit.broken_entry() is None
        assert len((await uow.connection.execute(select(meetings))).all()) == 1


async def test_expectations_are_one_a_person(database: Database) -> None:
    async with database.write() as uow:
        await uow.expect(1, Expectation("place", {"meeting": 1}))
        await uow.expect(1, Expectation("question", {"meeting": 2}))
        assert await uow.expected(1) == Expectation("question", {"meeting": 2})
        await uow.expect(1, None)
        assert await uow.expected(1) is None


async def test_documents_are_found_by_their_bytes(database: Database) -> None:
    async with database.write() as uow:
        first = await uow.documents.add("protocol:1", "pdf", "protocol-1.pdf", b"one")
        again = await uow.documents.add("protocol:1", "pdf", "protocol-1.pdf", b"two")
        assert first == again
        assert await uow.documents.content(again) == ("protocol-1.pdf", b"two")
        stored = await uow.documents.get("protocol:1", "pdf")
        assert stored is not None and await uow.documents.by_hash(stored.sha256) == stored
        assert await uow.documents.by_hash("0" * 64) is None


async def test_the_same_key_is_put_out_once(database: Database) -> None:
    async with database.write() as uow:
        first = await uow.outbox.card(1, "digest", "digest", {"page": 0}, key="digest:2026-11-24:seat1")
        again = await uow.outbox.card(1, "digest", "digest", {"page": 9}, key="digest:2026-11-24:seat1")
        assert first == again
        assert len(await uow.outbox.waiting(10)) == 1


async def test_touches_add_up_to_one_showing(database: Database) -> None:
    async with database.write() as uow:
        card = await uow.outbox.card(1, "vote", "vote:1:1:1")
        other = await uow.outbox.card(2, "vote", "vote:1:2:1")
        for row in (card, other):
            await uow.outbox.sent(Shown(row, 1, "hash"), row + 100)
        assert await uow.outbox.waiting(10) == []
        for _ in range(10):
            await uow.outbox.touch("vote:1:1:1")
        assert [row.id for row in await uow.outbox.waiting(10)] == [card]
        waiting = (await uow.outbox.take(card)).get(card)
        assert waiting is not None and waiting.version == 11
        await uow.outbox.touch("vote:1:1:1")
        await uow.outbox.shown(Shown(card, waiting.version, "newer"))
        assert [row.id for row in await uow.outbox.waiting(10)] == [card]


async def test_a_card_that_may_have_come_stays_a_possible_repeat_when_it_changes(database: Database) -> None:
    async with database.write() as uow:
        row = await uow.outbox.card(1, "vote", "vote:1:1:1")
        assert await uow.outbox.trying(row, 0)
        await uow.outbox.touch("vote:1:1:1")
        waiting = (await uow.outbox.take(row)).get(row)
        assert waiting is not None and waiting.tries == 1
        await uow.outbox.turn(waiting.card, {"page": 1})
        waiting = (await uow.outbox.take(row)).get(row)
        assert waiting is not None and waiting.tries == 1
        await uow.outbox.sent(Shown(row, waiting.version, "hash"), 7)
        await uow.outbox.touch("vote:1:1:1")
        waiting = (await uow.outbox.take(row)).get(row)
        assert waiting is not None and waiting.tries == 0


async def test_a_retired_card_is_found_and_shown_no_more(database: Database) -> None:
    async with database.write() as uow:
        row = await uow.outbox.card(1, "digest", "digest")
        await uow.outbox.sent(Shown(row, 1, "hash"), 55)
        card = await uow.outbox.find(1, 55)
        assert card is not None
        await uow.outbox.retire(card)
        assert await uow.outbox.find(1, 55) is None
        await uow.outbox.touch("digest")
        assert await uow.outbox.waiting(10) == []


async def test_a_seat_keeps_its_former_holders(database: Database) -> None:
    async with database.write() as uow:
        first = await uow.roster.seat_holder(3, "Первая Держательница", date(2024, 1, 9))
        await uow.roster.bind(Binding(1003, Standing.MEMBER, "Первая Держательница"), first)
        await uow.roster.seat_holder(3, "Второй Держатель", date(2026, 11, 1))
        now, then = await uow.roster.load(), await uow.roster.load_at(datetime(2025, 6, 1, tzinfo=UTC))
    before, after = then.holder(3), now.holder(3)
    assert before is not None and before.name == "Первая Держательница"
    assert after is not None and after.name == "Второй Держатель"
    assert now.binding_of(1003) is None


async def test_a_store_is_made_when_it_is_asked_for_and_once(database: Database) -> None:
    async with database.read() as uow:
        assert not [made for made in vars(uow).values() if isinstance(made, Store)]
        assert uow.meetings is uow.meetings
        assert [made for made in vars(uow).values() if isinstance(made, Store)] == [uow.meetings]


async def test_the_roster_is_read_once_and_anew_after_each_change(database: Database) -> None:
    reads: list[str] = []
    event.listen(
        database.engine.sync_engine, "before_cursor_execute", lambda *given: reads.append(str(given[2]))
    )

    async def load() -> tuple[Roster, int]:
        before = len(reads)
        return await uow.roster.load(), len(reads) - before

    async with database.write() as uow:
        empty, once = await load()
        assert (await load()) == (empty, 0) and once
        holder = await uow.roster.seat_holder(3, "Первая Держательница", date(2024, 1, 9))
        held, again = await load()
        assert again == once and held.holder(3) is not None
        await uow.roster.bind(Binding(1003, Standing.MEMBER, "Первая Держательница"), holder)
        assert (await load())[0].binding(3) is not None
        await uow.roster.speak(1003, "en")
        assert (bound := (await load())[0].binding(3)) and bound.language == "en"
        absence = await uow.roster.add_absence(3, date(2026, 1, 1), date(2027, 1, 1))
        assert len((await load())[0].absences) == 1
        await uow.roster.withdraw_absence(absence)
        assert not (await load())[0].absences
        await uow.roster.unbind(1003)
        assert (await load())[0].binding(3) is None
        await uow.roster.vacate(3, uow.roster.today())
        assert (await load())[0].holder(3) is None


async def test_what_is_kept_by_its_id_is_read_once_where_nothing_is_written(database: Database) -> None:
    async with database.write() as uow:
        number = await uow.proposals.add(Proposal(0, 4, "Дороги"))
    async with database.read() as uow:
        assert await uow.proposals.get(number) is await uow.proposals.get(number)
        assert await uow.tasks.get(number) is None  # another thing of the same number
    async with database.write() as uow:
        found = await uow.proposals.get(number)
        assert found is not None
        found.question = "Тротуары"
        await uow.proposals.save(found)
        again = await uow.proposals.get(number)
        assert again is not found and again == found
