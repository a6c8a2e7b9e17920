"""A registry does not stay in the chat that it came through (149-ФЗ; rules, section 8)."""

from __future__ import annotations

from tests.e2e.conftest import Town
from tests.e2e.test_troubles import fault

TABLE = "номер;дата;тема;текст;статус\nК-1;16.11.2026 10:00;Дороги;Яма;в работе\n"


async def test_a_file_that_was_read_is_deleted_and_can_still_be_read_anew(seeded: Town) -> None:
    people, officer = seeded, seeded.seat[8]
    await people.send_file(officer, "выгрузка.csv", TABLE.encode())
    assert "Из какого он канала" in await people.last(officer)
    assert not any(one["from"] == officer and one.get("document") for one in await people.messages(officer))
    await people.press(officer, "59-ФЗ")
    await people.press(officer, "Другой канал")
    await people.press(officer, "59-ФЗ")
    await people.press(officer, "Применить")
    assert "Загружено 1" in await people.last(officer)


async def test_one_that_cannot_be_deleted_is_said(seeded: Town) -> None:
    people, officer = seeded, seeded.seat[8]
    await fault(people, "deleteMessage", "unlisted")
    await people.send_file(officer, "выгрузка.csv", TABLE.encode())
    said = [str(one.get("text", "")) for one in await people.messages(officer)]
    assert sum("не дал удалить из чата" in one for one in said) == 1
