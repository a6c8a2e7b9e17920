"""Single things that go wrong at Telegram: old taps, large files, refused downloads, a card come twice."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import pytest
from sqlalchemy import delete

from bot.sandbox.exports import made_up_exports
from bot.sandbox.pictures import PNG
from bot.storage.database import Database
from bot.storage.documents import documents
from domain.office.outbox import Screen
from domain.office.profile import OfficeProfile
from tests.conftest import SetClock
from tests.e2e.conftest import Town

CONVENE = "/convene 23.11.2026 {} каб. 12\n1. Уборка снега | место 4 | Усилить контроль"


async def fault(people: Town, method: str, kind: str, times: int = 1, seconds: float = 1) -> None:
    """The next calls of the method fail so."""
    body = {"method": method, "kind": kind, "times": times, "seconds": seconds}
    await people.call("POST", "/api/faults", json=body)


@pytest.mark.long
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


@pytest.mark.parametrize(
    ("content", "gone", "words"),
    [
        (b"0" * (50 * 2**20 + 1), False, "Файл больше, чем принимает мессенджер"),
        (b"0", True, "Файл сейчас не отправить"),
    ],
    ids=["larger than Telegram takes", "cannot be read back"],
)
async def test_a_file_that_cannot_be_sent_comes_as_words(
    seeded: Town, profile: OfficeProfile, clock: SetClock, content: bytes, gone: bool, words: str
) -> None:
    """Given up in silence, it left whoever had asked to go on waiting."""
    people, third = seeded, seeded.seat[3]
    database = Database(people.database, profile, clock)
    before = await people.newest(third)
    async with database.write() as uow:
        document = await uow.documents.add("report:1", "xlsx", "report.xlsx", content)
        await uow.outbox.document(third, document, "Отчёт за год")
        if gone:
            await uow.connection.execute(delete(documents).where(documents.c.id == document))
    await database.close()
    await people.say(third, "/help")
    first, second = await people.read(third, before)
    assert first.startswith("Отчёт за год") and words in first
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
    await people.say(head, CONVENE.format("15:00"))
    await fault(people, "sendMessage", "lost")
    await people.press(head, "Разослать")
    cards = {
        person: [one for one in await people.messages(person) if "Буду" in str(one["buttons"])]
        for person in (people.group, *people.seat.values())
    }
    ((chat, (first, second)),) = [(chat, found) for chat, found in cards.items() if len(found) == 2]
    assert "повтор" not in first["text"] and second["text"].startswith("(повтор")
    person = chat if chat > 0 else people.seat[3]
    await people.tap(person, chat, first["message_id"], "Буду")
    assert "Придёт 1 из 9" in await people.text(chat, "Заседание № 1")


@pytest.mark.parametrize("kind", ["unlisted", "barred"])
async def test_refusals_that_nobody_listed_lose_nothing_hold_up_nobody_and_are_told(
    seeded: Town, profile: OfficeProfile, clock: SetClock, kind: str
) -> None:
    """Every call that the office makes of the messenger, refused with 400 and with 403."""
    people, world, (head, third, fourth) = seeded, seeded.world, (seeded.seat[one] for one in (1, 3, 4))
    assert world is not None
    database = Database(people.database, profile, clock)
    await people.say(head, CONVENE.format("15:00"))
    await fault(people, "pinChatMessage", kind, times=20)
    await people.press(head, "Разослать")
    card = await people.card(third, "Заседание № 1")

    await fault(people, "answerCallbackQuery", kind)
    await fault(people, "editMessageText", kind, times=20)
    shown = await people.tap(third, third, card["message_id"], "Буду")
    assert "будете" in shown["answer"]
    assert "Придёт 1 из 9" not in await people.text(third, "Заседание № 1")
    world.faults.clear()
    await _later(people)
    for chat in (head, third, people.group):
        assert "Придёт 1 из 9" in await people.text(chat, "Заседание № 1")

    await people.say(third, "Вижу")
    asked, before = await people.newest(third), len(await people.read(third))
    once = (
        *("sendMessage", "sendDocument", "sendPhoto", "setMessageReaction", "setMyCommands"),
        *("setChatMemberTag", "unpinChatMessage", "deleteMessage", "editMessageReplyMarkup"),
    )
    for method in once:
        await fault(people, method, kind)
    async with database.write() as uow:
        picture = await uow.documents.add(
            "report:1", "png", "report.png", PNG + b"\0\0\0\rIHDR" + (100).to_bytes(4) * 2
        )
        await uow.outbox.text(third, Screen("Первое"))
        await uow.outbox.document(third, picture, "Документ")
        await uow.outbox.picture(third, picture, "Картинка")
        await uow.outbox.noted(third, asked, Screen("Принято"))
        await uow.outbox.menu(third, "officer")
        await uow.outbox.tag(people.group, {third: "Место 3"}, clock.now().date())
        await uow.outbox.unpin("meeting:1")
        await uow.outbox.remove_subject(fourth, "meeting", "meeting:1")
    await people.say(third, "/help")
    await people.say(fourth, "/help")
    assert "/help — Помощь" in await people.last(fourth)
    here = await people.read(third)
    assert "Принято" in here[before] and "/help — Помощь" in here[before + 1]
    assert not {"Первое", "Документ", "Картинка"} & set(here)
    assert "Заседание № 1" in await people.text(fourth, "Заседание № 1")
    await fault(people, "getFile", kind)
    export = made_up_exports(clock.now(), profile)["incident"]
    for words in ("больше не отдаёт этот файл", "новых"):
        await people.send_file(people.seat[9], export.file_name, export.content)
        assert words in await people.last(people.seat[9])

    assert world.faults.met[kind] >= 10 + len(once)
    await _later(people)
    assert {"Первое", "Документ", "Картинка"} <= set(await people.read(third))
    assert world.commands[f"chat/{third}/"] == world.commands[f"chat/{people.seat[9]}/"]
    assert all("Буду" not in str(one["buttons"]) for one in await people.messages(fourth))
    (told,) = await people.read(people.people["admin"])
    assert "SOMETHING_NEW_FORBIDDEN" in told
    assert await people.violations() == []
    await database.close()


async def _later(people: Town) -> None:
    """What was put off is due again."""
    now = datetime.fromisoformat((await people.call("GET", "/api/clock"))["now"])
    await people.move_clock(now + timedelta(minutes=16))


async def test_a_topic_that_is_closed_keeps_the_card_for_the_group(seeded: Town) -> None:
    people = seeded
    await fault(people, "editMessageText", "closed", times=1)
    await people.say(people.seat[1], CONVENE.format("15:00"))
    await people.press(people.seat[1], "Разослать")
    card = await people.card(people.group, "Заседание № 1")
    await people.tap(people.seat[3], people.group, card["message_id"], "Буду")
    assert people.world is not None
    people.world.faults.clear()
    now = datetime.fromisoformat((await people.call("GET", "/api/clock"))["now"])
    await people.move_clock(now + timedelta(hours=2))
    assert "Придёт 1 из 9" in await people.text(people.group, "Заседание № 1")
    assert await people.violations() == []
