"""Messages found by words in any form, on both engines; the index follows every change by itself."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, event, update

from bot.production_calendar import ProductionCalendar
from bot.storage.database import Database
from bot.storage.messages import search
from bot.storage.messages.tables import messages
from bot.works.imports.placing import place_rows
from domain.messages.listing import Sorting, mark_of
from domain.messages.message import RegistryRow
from domain.messages.sections import MessageFilter, Section, seat_filter
from tests.conftest import SetClock

TEXTS = {
    "101": ("Уборка дорог от снега и наледи", "Снегом завалило весь двор, дворники не чистят."),
    "102": ("Льготные лекарства", "Второй месяц нет лекарства по рецепту"),
    "103": ("Благоустройство", "Ёлка на площади упала"),
    "104": ("Водоснабжение", 'Вода ржавая, "кавычки" и * звёздочки OR NEAR'),
}


async def put_in(database: Database, clock: SetClock, *rows: RegistryRow) -> None:
    async with database.write() as uow:
        placed = place_rows(rows, database.profile, ProductionCalendar(database.profile), {})
        await uow.rows.upsert(placed)


async def found(database: Database, clock: SetClock, words: str) -> set[str]:
    profile = database.profile
    whole = seat_filter(profile, ProductionCalendar(profile), clock.now(), profile.seat(1))
    async with database.read() as uow:
        chosen = replace(whole, words=words)
        page = await uow.messages.page(chosen, Section.ALL, 10, 0)
        assert await uow.messages.count(chosen, Section.ALL, 10) == len(page)
        return {message.number for message in page}


def rows(clock: SetClock) -> list[RegistryRow]:
    came = clock.now() - timedelta(days=1)
    return [
        RegistryRow("pos", number, came, topic=topic, text=text, place="ул. Тайная, 5")
        for number, (topic, text) in TEXTS.items()
    ]


async def test_a_number_is_found_alone(database: Database, clock: SetClock) -> None:
    came = clock.now() - timedelta(days=1)
    about = RegistryRow("pos", "105", came, text="Ёлка у дома 5, письмо У-5")
    await put_in(database, clock, RegistryRow("pos", "У-5", came, text="Яма"), about)
    for written in ("У-5", "№ у-5", "Y-5"):
        assert await found(database, clock, written) == {"У-5"}
    assert await found(database, clock, "письмо У-5") == {"105"}


async def test_a_number_is_found_by_its_beginning(database: Database, clock: SetClock) -> None:
    came = clock.now() - timedelta(days=1)
    numbers = ("У-512", "У-77", "4 815 162", "00481577", "АБ-2026/1234", "59-17/О")
    await put_in(database, clock, *(RegistryRow("pos", one, came, text="Яма у дома 4815") for one in numbers))
    await put_in(database, clock, RegistryRow("pos", "300", came, text="Письмо 4815, касса 300"))
    for written, wanted in {
        "У-": {"У-512", "У-77"}, "у –": {"У-512", "У-77"}, "y-5": {"У-512"}, "№ У‑51": {"У-512"},
        "у - 5": {"У-512"}, "аб-20": {"АБ-2026/1234"}, "AБ-2026/": {"АБ-2026/1234"}, "1234": {"АБ-2026/1234"},
        "4815": {*numbers, "300"}, "48157": {"00481577"}, "0048157": {"00481577"}, "300": {"300"},
        "№ 4 815 1": {"4 815 162"}, "4815 16": {"4 815 162"}, "59–17": {"59-17/О"}, "59-17/o": {"59-17/О"},
        "У-9": set(), "яма -": set(numbers),
    }.items():  # fmt: skip
        assert await found(database, clock, written) == wanted, written


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("снег", {"101"}),
        ("снега двора", {"101"}),
        ("дворник", {"101"}),
        ("рецепты на лекарства", {"102"}),
        ("елка", {"103"}),
        ("ёлки", {"103"}),
        ("площадью", {"103"}),
        ("104", {"104"}),
        ("ржавой воды", {"104"}),
        ("снег лекарство", set()),
        ("Тайная", set()),  # an address is hidden in chats and not searched
        ("снегом_завалило", {"101"}),
        ("1_000", set()),
        ('"*) (near', {"104"}),
        ("' NEAR(", {"104"}),
    ],
)
async def test_words_are_found_in_any_form(
    database: Database, clock: SetClock, words: str, numbers: set[str]
) -> None:
    await put_in(database, clock, *rows(clock))
    assert await found(database, clock, words) == numbers


async def test_the_index_follows_every_change(database: Database, clock: SetClock) -> None:
    first, *others = rows(clock)
    await put_in(database, clock, first, *others)
    await put_in(database, clock, replace(first, topic="Дороги", text="Яма на дороге"))
    assert await found(database, clock, "снег") == set()
    assert await found(database, clock, "ямы") == {"101"}
    async with database.write() as uow:
        await uow.connection.execute(update(messages).where(messages.c.number == "101").values(text=""))
        await uow.connection.execute(delete(messages).where(messages.c.number == "103"))
    assert await found(database, clock, "яма") == set()
    assert await found(database, clock, "ёлка") == set()
    assert await found(database, clock, "дорога") == {"101"}


# Counts, not times: how much is looked at for what most messages have


_MINUTES = st.integers(0, 400)
_WORDS = ("снег", "двор", "яма")


@pytest.mark.parametrize("slices", [(1, 2), (300, 4_800)], ids=str)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    told=st.lists(st.tuples(_MINUTES, st.sets(st.sampled_from(_WORDS)), st.booleans()), max_size=14),
    asked=st.lists(st.sampled_from(_WORDS), min_size=1, max_size=2),
    limit=st.integers(1, 5),
)
async def test_pages_are_those_of_a_plain_look(
    database: Database,
    clock: SetClock,
    monkeypatch: pytest.MonkeyPatch,
    slices: tuple[int, ...],
    told: list[tuple[int, set[str], bool]],
    asked: list[str],
    limit: int,
) -> None:
    monkeypatch.setattr(search, "_FIRST", slices[0])
    monkeypatch.setattr(search, "_ONE_BY_ONE", slices[1])
    async with database.write() as uow:
        await uow.connection.execute(delete(messages))
    came = clock.now() - timedelta(days=2)
    await put_in(
        database,
        clock,
        *(
            RegistryRow(
                "pos", str(number), came + timedelta(seconds=20 * minute), text=" ".join(sorted(words)),
                answered_at=clock.now() if answered else None,
            )
            for number, (minute, words, answered) in enumerate(told, 1000)
        ),
    )  # fmt: skip
    now = clock.now()
    chosen = MessageFilter(now, now, now, now, words=" ".join(asked))
    for section in (Section.ALL, Section.ANSWERED, Section.OPEN):
        plain = [
            str(number)
            for number, (_, words, answered) in sorted(
                enumerate(told, 1000), key=lambda one: (one[1][0], one[0]), reverse=True
            )
            if set(asked) <= words
            and section in (Section.ALL, Section.ANSWERED if answered else Section.OPEN)
        ]
        async with database.read() as uow:
            walked: list[str] = []
            after = None
            while page := await uow.messages.page_after(chosen, section, Sorting.RECEIVED_LAST, after, limit):
                walked += [one.number for one in page]
                after = mark_of(page[-1], Sorting.RECEIVED_LAST)
            assert walked == plain
            assert await uow.messages.count(chosen, section, limit) == min(limit, len(plain))
            turned = await uow.messages.page(chosen, section, limit, 2)
            assert len(turned) == len(plain[2 : 2 + limit])
            if section is not Section.OPEN:
                assert [one.number for one in turned] == plain[2 : 2 + limit]


async def test_what_all_have_is_looked_at_no_further_than_it_is_shown(
    database: Database, clock: SetClock
) -> None:
    """Steps of SQLite's machine for one page and its count, with six times as many messages."""
    if not database.sqlite:
        return
    steps = []
    for some in (range(400), range(400, 2_400)):
        came = clock.now() - timedelta(days=300)
        await put_in(
            database,
            clock,
            *(RegistryRow("pos", str(n), came + timedelta(hours=n), text="Снег во дворе") for n in some),
        )
        steps.append(await _steps(database, clock, "снега двора"))
    assert steps[1] < 1.2 * steps[0], steps


async def _steps(database: Database, clock: SetClock, words: str) -> int:
    now, said = clock.now(), list[tuple[str, Any]]()
    engine, chosen = database.engine.sync_engine, MessageFilter(now, now, now, now, words=words)

    def hear(*given: Any) -> None:
        said.append(given[2:4])

    event.listen(engine, "before_cursor_execute", hear)
    async with database.read() as uow:
        assert len(await uow.messages.page(chosen, Section.ALL, 6, 0)) == 6
        assert await uow.messages.count(chosen, Section.ALL, 200) == 200
    event.remove(engine, "before_cursor_execute", hear)
    taken = 0

    def step() -> None:
        nonlocal taken
        taken += 1

    bare = sqlite3.connect(str(database.url.database))
    bare.set_progress_handler(step, 1)
    for statement, values in said:
        bare.execute(statement, tuple(values)).fetchall()
    bare.close()
    return taken
