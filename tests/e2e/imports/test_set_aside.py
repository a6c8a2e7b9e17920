"""A file that fails time and again is set aside with words; those after it are read and put in."""

from __future__ import annotations

import pytest
from sqlalchemy import insert, select

from bot.storage.imports.tables import import_rows
from tests.e2e.conftest import Town
from tests.registries.test_sample import xlsx

HEAD = ("Номер обращения", "Дата поступления", "Тема", "Текст", "Статус")


@pytest.mark.long
async def test_what_cannot_be_put_in_stops_nobody_else(seeded: Town) -> None:
    people, officer, other, admin = seeded, seeded.seat[8], seeded.seat[9], seeded.people["admin"]
    await people.say(admin, "/start")
    await people.send_file(
        officer, "ПОС.xlsx", xlsx([HEAD, ("Я-1", "20.11.2026", "Двор", "Снег", "В работе")])
    )
    async with people.behind_its_back() as database:
        row = dict((await database.execute(select(import_rows))).mappings().one())
        del row["id"]
        # What the schema forbids: one message twice among the rows of a file.
        await database.execute(insert(import_rows).values({**row, "number": "Я - 1"}))
    await people.press(officer, "Применить")
    said = await people.last(officer)
    assert "не прочитан, ничего не записано" in said and "он отложен" in said
    assert "отложен после трёх попыток: IntegrityError" in await people.last(admin)
    await people.send_file(
        other, "Инцидент.xlsx", xlsx([HEAD, ("Я-2", "20.11.2026", "Двор", "Снег", "В работе")])
    )
    if "Из какого он канала" in await people.last(other):
        await people.press(other, "«Инцидент менеджмент»")
    await people.press(other, "Применить")
    assert (await people.last(other)).startswith("Загружено 1")
    await people.send_file(
        officer, "ПОС.xlsx", xlsx([HEAD, ("Я-1", "20.11.2026", "Двор", "Снег", "В работе")])
    )
    await people.press(officer, "Применить")
    assert (await people.last(officer)).startswith("Загружено 1")
    assert await people.violations() == []
