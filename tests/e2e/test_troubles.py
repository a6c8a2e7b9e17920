"""Single things that go wrong at Telegram: old taps, large files, refused downloads, a card come twice."""

from __future__ import annotations

import asyncio

import pytest

from bot.sandbox.exports import made_up_exports
from bot.storage.database import Database
from domain.office.profile import OfficeProfile
from tests.conftest import SetClock
from tests.e2e.conftest import Town

CONVENE = "/convene 23.11.2026 {} каб. 12\n1. Уборка снега | место 4 | Усилить контроль"


async def fault(people: Town, method: str, kind: str, times: int = 1, seconds: float = 1) -> None:
    """The next calls of the method fail so."""
    body = {"method": method, "kind": kind, "times": times, "seconds": seconds}
    await people.call("POST", "/api/faults", json=body)


async def test_a_tap_too_old_to_be_answered_still_counts(seeded: Town) -> None:
    people, third, world = seeded, seeded.seat[3], seeded.world
    assert world is not None
    await people.say(people.seat[1], CONVENE.format("15:00"))
    await people.press(people.seat[1], "Разослать")
    card = await people.card(third, "Заседание № 1")
    await fault(people, "answerCallbackQuery", "500")
    tap = asyncio.create_task(people.tap(third, third, card["message_id"], "Буду"))
    while not world.faults.met["500"]:  # noqa: ASYNC110 — the first answer fails, the second comes too late
        await asyncio.sleep(0.01)
    (query,) = [query for query in world.queries.values() if query.answer is None]
    query.tapped -= 60
    await tap
    assert query.answer is None
    assert "Придёт 1 из 9" in await people.text(people.seat[1], "Заседание № 1")
    assert "Придёт 1 из 9" in await people.text(third, "Заседание № 1")
    assert await people.violations() == []


async def test_a_registry_larger_than_telegram_gives_is_refused_in_words(seeded: Town) -> None:
    people, officer = seeded, seeded.seat[9]
    await people.send_file(officer, "выгрузка.xlsx", b"0" * (20 * 2**20 + 1))
    assert "Файл больше 20 МБ" in await people.last(officer)
    assert await people.violations() == []


async def test_a_file_larger_than_telegram_takes_comes_as_words(
    seeded: Town, profile: OfficeProfile, clock: SetClock
) -> None:
    people, third = seeded, seeded.seat[3]
    database = Database(people.database, profile, clock)
    before = await people.newest(third)
    async with database.write() as uow:
        document = await uow.documents.add("report:1", "xlsx", "report.xlsx", b"0" * (50 * 2**20 + 1))
        await uow.outbox.document(third, document, "Отчёт за год")
    await database.close()
    await people.say(third, "/help")
    first, second = await people.read(third, before)
    assert first.startswith("Отчёт за год") and "Файл больше, чем принимает мессенджер" in first
    assert "/help — Помощь" in second
    assert await people.violations() == []


@pytest.mark.parametrize(("method", "kind"), [("getFile", "429"), ("file", "500"), ("file", "drop")])
async def test_a_registry_that_cannot_be_had_yet_is_read_later(
    seeded: Town, profile: OfficeProfile, clock: SetClock, method: str, kind: str
) -> None:
    people, officer = seeded, seeded.seat[9]
    export = made_up_exports(clock.now(), profile)["incident"]
    await fault(people, method, kind, seconds=3)
    await people.send_file(officer, export.file_name, export.content)
    assert "новых" in await people.last(officer)
    assert await people.violations() == []


async def test_a_tap_on_the_first_of_two_copies_counts(seeded: Town) -> None:
    people, head = seeded, seeded.seat[1]
    await people.say(head, CONVENE.format("10:20"))
    await people.press(head, "Разослать")
    await people.gather(*range(1, 10))
    await people.press(head, "Открыть заседание")
    await fault(people, "sendMessage", "lost")
    await people.press(head, "На голосование")
    cards = {
        person: [one for one in await people.messages(person) if "Вопрос 1" in one["text"] and one["buttons"]]
        for person in (people.group, *people.seat.values())
    }
    ((chat, (first, second)),) = [(chat, found) for chat, found in cards.items() if len(found) == 2]
    assert "повтор" not in first["text"] and second["text"].startswith("(повтор")
    person = chat if chat > 0 else people.seat[3]
    await people.tap(person, chat, first["message_id"], "За")
    assert "За 1" in await people.text(chat, "Вопрос 1")
