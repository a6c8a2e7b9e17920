"""One meeting in which everything happens, and the protocol that tells it."""

from __future__ import annotations

import io
import json
from datetime import datetime

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from bot.storage.audit import audit
from bot.storage.meetings.content import read
from bot.storage.meetings.tables import meetings
from bot.storage.protocols.tables import protocols
from domain.office.profile import OfficeProfile
from tests.e2e.conftest import Town
from tests.e2e.meetings.test_floor_day import tap_in_panel
from tests.rebuilding import agrees, rebuild

CONVENE = (
    "/convene 25.11.2026 15:00 каб. 12\n"
    "1. Уборка снега | место 4 | Усилить контроль подрядчика\n"
    "2. Ответы на обращения | место 8 | Принять к сведению\n"
    "3. Опасная остановка на Ленина | место 5 | Перенести остановку\n"
    "4. План на декабрь | место 2 | Утвердить план"
)


def words_of(pdf: bytes) -> str:
    """The text of a PDF with single plain spaces."""
    pages = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return " ".join(pages.replace("\u00a0", " ").split())


async def story_agrees(people: Town) -> None:
    """The audit log alone tells the attendance, votes and results that the meeting and its record hold."""
    ours = select(audit.c.kind, audit.c.data).where(audit.c.entity == "meeting:1").order_by(audit.c.id)
    async with people.behind_its_back() as database:
        told = rebuild((kind, json.loads(data)) for kind, data in await database.execute(ours))
        content = await database.scalar(select(meetings.c.content).where(meetings.c.id == 1))
        record = await database.scalar(select(protocols.c.record).where(protocols.c.meeting_id == 1))
    assert content is not None and record is not None
    agrees(told, read(content))
    for item in json.loads(record)["items"]:
        rounds = told.rounds.get(item["number"], [])
        assert [vote["outcome"] for vote in item["votes"]] == [one.outcome for one in rounds]
        for vote, one in zip(item["votes"], rounds, strict=True):
            said = {entry["seat"]: (entry["choice"], entry["aloud"]) for entry in vote["roll_call"]}
            assert said == {seat: one.ballots.get(seat, (None, False)) for seat in one.present}


@pytest.mark.long
async def test_a_meeting_in_which_everything_happens(on_the_day: Town, profile: OfficeProfile) -> None:
    people, head, second = on_the_day, on_the_day.seat[1], on_the_day.seat[2]

    def at(hour: int, minute: int) -> datetime:
        return datetime(2026, 11, 25, hour, minute, tzinfo=profile.time_zone)

    async def vote(choices: dict[int, str]) -> None:
        for seat, word in choices.items():
            await people.press(people.seat[seat], word, people.group)

    executor = next(unit.title for unit in profile.units if unit.block == profile.seat(4).block)
    await people.say(head, CONVENE.replace("к сведению", f"к сведению | {executor}"))
    await people.press(head, "Разослать")
    for seat in (2, 3, 4, 5, 6):
        await people.press(people.seat[seat], "Буду")
    await people.press(head, "Передать ведение")
    await people.move_clock(at(14, 40))
    await people.gather(2, 3, 4, 5)
    shown = await people.text(second, "Заседание № 1")
    assert "Присутствуют 4 из 9 — для кворума нужно 5 (п. 4.3.1), не хватает 1" in shown
    assert "ответ «буду»: Поздеев" in shown
    await people.move_clock(at(15, 0))
    assert "Кворума нет: 4 из 9" in (await people.press(second, "Открыть заседание")).replace("\u00a0", " ")
    await people.press(second, "Участники")
    await tap_in_panel(people, second, "Отметить: Г. В. Поздеев")
    await people.press(second, "Назад")
    await people.press(second, "Открыть заседание")

    # Question 1: a report, an amendment, quorum lost, held again with a latecomer; a vote said aloud; a tie.
    await people.press(second, "Слушаем")
    await people.move_clock(at(15, 7))
    await tap_in_panel(people, second, "Вопрос 1…")
    await people.press(second, "Изменить проект")
    await people.say(second, "Усилить контроль подрядчика до 1 декабря")
    await people.press(second, "На голосование")
    await vote({2: "За", 3: "За", 4: "За"})
    await people.press(people.seat[5], "Ухожу", people.group)
    assert "Кворума нет: не хватает 1 из 5" in await people.text(people.group, "Вопрос 1")
    await people.press(second, "Закрыть голосование")
    assert (await people.text(people.group, "Вопрос 1")).startswith("Вопрос 1 · не состоялось")
    await people.move_clock(at(15, 15))
    await people.gather(5, 7)
    await people.press(second, "На голосование")
    await people.press(second, "Голос вслух")
    await tap_in_panel(people, second, "Поздеев · против")
    await people.press(second, "Назад")
    await vote({2: "За", 3: "За", 4: "Против", 5: "Воздержался"})
    await people.press(second, "Закрыть голосование")
    tie = await people.text(people.group, "Вопрос 1")
    assert tie.startswith("Вопрос 1 · принято") and "решающим стал голос и.о. руководителя — «за»" in tie
    assert "Вслух, записал ведущий: Поздеев" in tie

    # A break; question 2 is adopted against one; 3 is put off; one comes in on the spot and is taken off.
    await people.press(second, "Перерыв")
    await people.press(second, "5 мин")
    await people.move_clock(at(15, 21))
    await people.press(second, "Продолжить")
    await people.press(second, "На голосование")
    await vote({2: "За", 3: "За", 4: "За", 5: "За", 7: "Против"})
    await people.press(second, "Закрыть голосование")
    await tap_in_panel(people, second, "Вопрос 3…")
    await people.press(second, "Отложить")
    await people.press(second, "Внести вопрос")
    await people.say(second, "Горячая вода в школе № 1 | место 3")
    await tap_in_panel(people, second, "5")
    await tap_in_panel(people, second, "Вопрос 5…")
    await people.press(second, "Снять")
    before = await people.newest(second)
    await people.press(second, "Закрыть заседание")
    papers = await people.files(second, before)
    assert {f"Протокол № 1 от 25.11.2026, проект.{ending}" for ending in ("docx", "pdf")} == set(papers)

    # Separate opinions: before the signature they are annexed, after it they follow.
    seventh = people.seat[7]
    await people.press(seventh, "Особое мнение")
    await people.press(seventh, "К вопросу 2")
    await people.say(seventh, "Сведений <нет>.")
    await people.say(seventh, "Сведений о повторных обращениях\n<не было>.")
    shown = await people.text(seventh, "Заседание № 1")
    assert (
        "ПРИЛОЖЕНИЕ. Особое мнение: " in shown and ", вопрос 2" in shown and "обращениях\n<не было>." in shown
    )
    assert "Особое мнение: В. А. Калинина" not in await people.text(people.group, "Заседание № 1")
    await people.press(seventh, "Подтвердить")
    assert "Особое мнение: В. А. Калинина, вопрос 2" in await people.text(people.group, "Заседание № 1")
    assert "Особое мнение: В. А. Калинина, вопрос 2" in await people.text(second, "Протокол № 1 ·")
    assert not await people.has_button(people.seat[8], "Особое мнение")
    before_unit = await people.newest(people.people["unit"])
    await people.press(second, "Подписать")
    signed = await people.files(people.seat[3], 0)
    third = people.seat[3]
    await people.press(third, "Особое мнение")
    await people.press(third, "К заседанию в целом")
    await people.send_file(third, "opinion.txt", "Повестка велика".encode())
    assert "Файл: opinion.txt" in await people.text(third, "Заседание № 1")
    await people.press(third, "Подтвердить")
    for one in (head, second, third, people.people["unit"]):
        said = " ".join(await people.read(one)).replace("\u00a0", " ")
        assert "К протоколу № 1 приложено особое мнение: Н. П. Ожегова" in said
        assert "opinion.txt" in await people.files(one, before_unit)

    text = words_of(signed["Протокол № 1 от 25.11.2026.pdf"])
    for expected in (
        "и.о. руководителя проектного офиса (п. 4.3 Положения)",
        "Перерыв: с 15:15 до 15:21",
        "доклад с 15:00 до 15:07",
        "Проект изменён в 15:07 (и.о. руководителя",
        "Прежняя редакция: Усилить контроль подрядчика",
        "голосование 1 из 2, закрыто в 15:07",
        "Голосование не состоялось: нет кворума, присутствовали 4 из 9",
        "голос записан председательствующим",
        "решающим стал голос председательствующего — «за»",
        "отметка ведущего",
        "отсутствие с 15:07 до 15:15",
        "с 15:15",
        "— отложен до следующего заседания в 15:21 (п. 3.2 Положения)",
        "Горячая вода в школе № 1 (внесён в ходе заседания в 15:21, п. 3.2 Положения)",
        "— снят с рассмотрения в 15:21 (п. 3.2 Положения)",
        "— не рассматривался",
        "ПРИЛОЖЕНИЕ. Особое мнение: ",
        "Сведений о повторных обращениях <не было>.",
    ):
        assert expected in text, (expected, text)
    assert await people.violations() == []
    await story_agrees(people)

    await people.move_clock(datetime(2026, 11, 26, 15, 30, tzinfo=profile.time_zone))
    assert not await people.has_button(people.seat[4], "Особое мнение")
    card = await people.card(people.seat[4], "Заседание № 1")
    late = await people.tap(people.seat[4], people.seat[4], card["message_id"], "meet:opine:1:1")
    assert late["alert"] and "Особые мнения принимались до 15:21, 26 ноября" in late["answer"]
