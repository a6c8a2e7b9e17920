"""Personal data in topics and texts: kept apart, not found, not left in a chat; on both engines."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.production_calendar import ProductionCalendar
from bot.storage.database import Database
from bot.storage.messages.placed import PlacedRow
from bot.storage.outbox.delivery import Shown
from bot.storage.outbox.tables import outbox
from bot.works.imports.laying_by import lay_by
from domain.messages.masking import Mask
from domain.messages.message import ImportRecord, ImportState, KnownMessage, RegistryRow
from domain.messages.routing import Place
from domain.office.outbox import Screen
from tests.conftest import SetClock
from tests.storage.messages.test_message_search import found, put_in

_CHAT = 77


def _row(clock: SetClock, **said: str) -> RegistryRow:
    told = {
        "topic": "Шум в квартире Сидорова П.П.",
        "text": "Сосед Петров стучит, звоните 8 902 631 22 33",
        **said,
    }
    return RegistryRow("pos", "101", clock.now() - timedelta(days=1), **told)  # type: ignore[arg-type]


_EXECUTOR = "МУП «Водоканал», Сидорова А.П., 8 902 631 22 33"


async def _kept(database: Database) -> KnownMessage:
    async with database.read() as uow:
        message = await uow.messages.get(1)
    assert message is not None
    return message


async def test_what_is_shown_and_what_came_are_kept_apart(database: Database, clock: SetClock) -> None:
    row = _row(clock)
    await put_in(database, clock, row)
    kept = await _kept(database)
    assert (kept.topic, kept.text) == ("Шум в квартире •••", "Сосед ••• стучит, звоните •••")
    assert (kept.whole_topic, kept.whole_text) == (row.topic, row.text)


async def test_what_hides_nothing_is_kept_once(database: Database, clock: SetClock) -> None:
    await put_in(database, clock, _row(clock, topic="Дороги", text="Яма на перекрёстке"))
    kept = await _kept(database)
    assert (kept.topic, kept.whole_topic, kept.text, kept.whole_text) == (
        "Дороги",
        "",
        "Яма на перекрёстке",
        "",
    )


async def test_an_executor_keeps_the_unit_and_not_the_person(database: Database, clock: SetClock) -> None:
    row = _row(clock, executor=_EXECUTOR)
    await put_in(database, clock, row)
    kept = await _kept(database)
    assert (kept.executor, kept.whole_executor) == ("МУП «Водоканал», •••, •••", _EXECUTOR)


def test_what_a_file_repeats_is_masked_once(clock: SetClock, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    masked = Mask.masked

    def counted(mask: Mask, text: str) -> str:
        asked.append(text)
        return masked(mask, text)

    monkeypatch.setattr(Mask, "masked", counted)
    for number in range(3):
        row = _row(clock, topic="Лужи у дома Сидорова П.П.", text=f"Яма {number}")
        columns = PlacedRow(row, clock.now(), Place(None, None), "пос. Прикамский").columns()
        assert (columns["topic"], columns["settlement"]) == ("Лужи у дома •••", "пос. Прикамский")
    assert asked == ["Лужи у дома Сидорова П.П.", "Яма 0", "пос. Прикамский", "Яма 1", "Яма 2"]


async def test_a_search_by_what_is_hidden_finds_nothing(database: Database, clock: SetClock) -> None:
    await put_in(database, clock, _row(clock, executor=_EXECUTOR))
    assert await found(database, clock, "стучит") == {"101"}
    for words in ("Петров", "Сидорова", "89026312233", "902 631", "8 902 631 22 33"):
        assert await found(database, clock, words) == set(), words


async def test_the_same_file_again_changes_nothing_and_one_without_texts_keeps_them(
    database: Database, clock: SetClock
) -> None:
    row = _row(clock, executor=_EXECUTOR)
    await put_in(database, clock, row)
    calendar = ProductionCalendar(database.profile)
    without = RegistryRow(
        "pos", "101", row.received_at, topic=row.topic, told=frozenset({"number", "received_at", "topic"})
    )
    async with database.write() as uow:
        record = ImportRecord(0, 0, 0, "", "x.csv", ImportState.AT_KEYBOARD)
        first, second = await uow.imports.add(record), await uow.imports.add(record)
    for import_id, again in ((first, row), (second, without)):
        await lay_by(database, database.profile, calendar, import_id, [again])
        async with database.write() as uow:
            novelty = await uow.rows.novelty(import_id)
            assert (novelty.new, novelty.changed, novelty.same) == (0, 0, 1)
            await uow.rows.merge(import_id)
    kept = await _kept(database)
    assert (kept.whole_text, kept.whole_executor) == (row.text, row.executor)


async def test_reasons_are_kept_without_names(database: Database, clock: SetClock) -> None:
    await put_in(database, clock, _row(clock))
    async with database.write() as uow:
        await uow.messages.give_reason(1, "Заявитель Петров Пётр Ильич не пустил в квартиру 15")
    assert (await _kept(database)).delay_reason == "Заявитель ••• не пустил в квартиру •••"


async def test_a_chat_is_left_without_cards_of_some_kinds(database: Database, clock: SetClock) -> None:
    async with database.write() as uow:
        cards = [await uow.outbox.card(_CHAT, kind, f"{kind}:1") for kind in ("message", "digest", "meeting")]
        other = await uow.outbox.card(_CHAT + 1, "message", "message:1")
        unsent = await uow.outbox.card(_CHAT, "message", "message:2")
    async with database.write() as uow:
        for number, card in enumerate((*cards, other), 1):
            await uow.outbox.sent(Shown(card, 1, "hash"), number)
        await uow.outbox.retire_chat(_CHAT)
        await uow.outbox.blank(_CHAT, ("message", "digest"), Screen("стёрто"))
    async with database.read() as uow:
        waiting = {card.id for card in await uow.outbox.waiting(10)}
        rows = (await uow.connection.execute(select(outbox.c.id, outbox.c.kind, outbox.c.content))).all()
    assert waiting == set(cards[:2])
    texts = {row.id for row in rows if row.kind == "text"}
    assert texts == set(cards[:2])
    assert all(row.content["text"] == "стёрто" for row in rows if row.id in texts)
    assert unsent not in waiting
