"""Meetings end to end, as their people live them."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from datetime import datetime

import pytest

from domain.office.profile import OfficeProfile
from handlers.meetings.taps import MeetingTap, VoteTap
from tests.documents.test_documents import pdf_text, squeezed
from tests.e2e.conftest import Town

CONVENE = (
    "/convene 25.11.2026 15:00 каб. 12\n"
    "1. Уборка снега | место 4 | Усилить контроль подрядчика\n"
    "2. Итоги работы с обращениями | место 8 | Принять к сведению"
)


async def convene(people: Town, profile: OfficeProfile) -> None:
    """Convene and move to the appointed time."""
    await people.say(people.seat[1], CONVENE)
    await people.press(people.seat[1], "Разослать")
    await people.move_clock(datetime(2026, 11, 25, 15, 0, tzinfo=profile.time_zone))


async def vote(people: Town, choices: dict[int, str]) -> None:
    """Put the next question to the vote, vote, close."""
    head = people.seat[1]
    await people.press(head, "На голосование")
    for seat, word in choices.items():
        await people.press(people.seat[seat], word, people.group)
    await people.press(head, "Закрыть голосование")


@pytest.mark.long
async def test_a_whole_meeting(seeded: Town, profile: OfficeProfile) -> None:
    people, head = seeded, seeded.seat[1]
    executor = next(unit.title for unit in profile.units if unit.block == profile.seat(4).block)
    await people.say(head, CONVENE.replace("подрядчика", f"подрядчика | {executor}"))
    await people.press(head, "Разослать")
    for seat in range(2, 10):
        assert await people.has_button(people.seat[seat], "Буду")
    for seat in (2, 3, 4):
        await people.press(people.seat[seat], "Буду")
    await people.press(people.seat[5], "Не смогу")
    assert "Придут 3 из 9, для кворума нужно 5" in await people.text(head, "Заседание № 1")

    await people.move_clock(datetime(2026, 11, 25, 15, 0, tzinfo=profile.time_zone))
    await people.gather(1, 2, 3, 4)
    refused = (await people.press(head, "Открыть заседание")).replace("\u00a0", " ")
    assert refused == "Кворума нет: 4 из 9, нужно не менее 5 (п. 4.3.1 Положения). Ждём ещё одного."
    await people.gather(5)
    await people.press(head, "Открыть заседание")

    await vote(people, {1: "За", 2: "За", 3: "Против", 4: "Против", 5: "Воздержался"})
    result = await people.text(people.group, "Вопрос 1")
    assert result.startswith("Вопрос 1 · принято")
    assert "решающим стал голос руководителя — «за» (п. 4.6 Положения)" in result
    assert "За 2: Ветлугина, Старцев" in result and "Против 2: Ожегова, Чудинов" in result
    question = result.partition("Заседание № 1")[0]
    for seat in (1, 2, 3, 4, 5):
        assert (await people.text(people.seat[seat], "Вопрос 1")).startswith(question)

    await vote(people, {1: "Против", 2: "За", 3: "За", 4: "Против"})
    assert (await people.text(people.group, "Вопрос 2")).startswith("Вопрос 2 · не принято")

    before = {seat: await people.newest(person) for seat, person in people.seat.items()}
    unit, stranger, guest = (people.people[role] for role in ("unit", "stranger", "guest"))
    before_unit = await people.newest(unit)
    await people.press(head, "Закрыть заседание")
    papers = await people.files(head, before[1])
    name = "Протокол № 1 от 25.11.2026"
    assert sorted(papers) == [f"{name}, проект.docx", f"{name}, проект.pdf"]
    document = zipfile.ZipFile(io.BytesIO(papers[f"{name}, проект.docx"])).read("word/document.xml").decode()
    words = re.sub(r"<[^>]+>", " ", document).replace("\u00a0", " ")
    for expected in ("Уборка снега", "Итоги работы с обращениями", "п. 4.6", "каб. 12", "Протокол", "№ 1"):
        assert expected.casefold() in words.casefold()

    await people.press(head, "Подписать")
    for seat, person in people.seat.items():
        assert f"{name}.pdf" in await people.files(person, before[seat])
    await people.press(unit, "Протокол целиком")
    assert f"{name}.pdf" in await people.files(unit, before_unit)
    assert (await people.press(unit, "Получено")).startswith("Получение протокола")
    assert not await people.has_button(unit, "Получено") and await people.has_button(unit, "Исполнено")
    assert "получено 25 ноября" in await people.text(head, "Протокол № 1 ·")
    for outsider in (stranger, guest):
        assert not await people.files(outsider, 0)
    assert await people.violations() == []


@pytest.mark.long
async def test_who_may_not_vote_is_told_why_and_nothing_changes(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people, head = on_the_day, on_the_day.seat[1]
    await convene(people, profile)
    await people.gather(1, 2, 3, 4, 5)
    await people.press(head, "Открыть заседание")
    await people.press(head, "На голосование")
    card = await people.card(people.group, "Вопрос 1")
    shown = card["text"]
    answers = {}
    for name, person in (
        ("stranger", people.people["stranger"]),
        ("guest", people.people["guest"]),
        ("unit", people.people["unit"]),
        ("admin", people.people["admin"]),
        ("absent", people.seat[6]),
    ):
        answer = await people.tap(person, people.group, card["message_id"], "За")
        assert answer["alert"] is True
        answers[name] = answer["answer"]
    assert "для членов проектного офиса" in answers["stranger"]
    assert "не голосуют" in answers["guest"] and "п. 4.5" in answers["guest"]
    assert "присутствие не отмечено" in answers["absent"] and "п. 4.6" in answers["absent"]
    assert (await people.card(people.group, "Вопрос 1"))["text"] == shown

    first = await people.tap(people.seat[2], people.group, card["message_id"], "За")
    assert first["alert"] is False
    again = await people.tap(people.seat[2], people.group, card["message_id"], "За")
    assert again["alert"] is False and "уже записан" in again["answer"]
    changed = await people.tap(people.seat[2], people.group, card["message_id"], "Против")
    assert changed["alert"] is False
    assert "Против 1: Старцев" in await people.text(people.group, "Вопрос 1")

    old = card["buttons"][0][0]["data"]
    await people.press(head, "Закрыть голосование")
    late = await people.tap(people.seat[3], people.group, card["message_id"], old)
    assert late["alert"] is True and "закрыто в 15:0" in late["answer"]
    assert (await people.text(people.group, "Вопрос 1")).startswith("Вопрос 1 · не принято")


@pytest.mark.long
@pytest.mark.parametrize(
    "forged",
    [
        "vote:1:1:1:for:extra",
        "vote:999999999999999999999999:1:1:for",
        "vote:1:77:1:for",
        "vote:1:1:-5:for",
        "vote:1:1:1:veto",
        "meet:open:0:0",
        "meet:explode:1:0",
        "prot:confirm:1",
        "nonsense",
        "'; DROP TABLE meetings; --",
    ],
)
async def test_forged_taps_are_answered_and_change_nothing(
    on_the_day: Town, profile: OfficeProfile, forged: str
) -> None:
    people = on_the_day
    await convene(people, profile)
    card = await people.card(people.group, "Заседание № 1")
    for person in (people.seat[1], people.seat[3], people.people["stranger"]):
        shown = await people.tap(person, people.group, card["message_id"], forged)
        assert shown["answer"] and shown["alert"]
    assert (await people.card(people.group, "Заседание № 1"))["text"] == card["text"]


@pytest.mark.long
async def test_a_block_head_does_not_chair_by_forging_the_chairs_buttons(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people = on_the_day
    await convene(people, profile)
    await people.gather(1, 2, 3, 4, 5)
    card = await people.card(people.group, "Заседание № 1")
    for act in ("open", "vote", "endvote", "end", "notheld", "add"):
        data = MeetingTap(act=act, meeting=1, value=1).pack()
        shown = await people.tap(people.seat[3], people.group, card["message_id"], data)
        assert shown["alert"] is True and re.search(r"п\. (3\.2|4\.3)", shown["answer"])
    assert "Присутствуют 5 из 9" in await people.text(people.group, "Заседание № 1")


@pytest.mark.long
async def test_quorum_lost_in_between_voids_the_vote_and_it_is_held_again(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people, head = on_the_day, on_the_day.seat[1]
    await convene(people, profile)
    await people.gather(1, 2, 3, 4, 5)
    await people.press(head, "Открыть заседание")
    await people.press(head, "На голосование")
    for seat in (1, 2, 3, 4):
        await people.press(people.seat[seat], "За", people.group)
    panel = (await people.card(head, "Заседание № 1"))["message_id"]
    await people.tap(head, head, panel, "Закрыть голосование")
    assert "Голоса нет: Мальцева" in await people.text(head, "Заседание № 1")
    await people.press(people.seat[5], "За", people.group)
    assert "Проголосовали все, кто присутствует" in await people.text(head, "Заседание № 1")
    await people.tap(head, head, panel, "Отмена")
    await people.press(people.seat[5], "Ухожу")
    await people.press(head, "Закрыть голосование")
    void = await people.text(people.group, "Вопрос 1")
    assert void.startswith("Вопрос 1 · не состоялось") and "п. 4.3.1" in void
    refused = await people.press(head, "На голосование")
    assert "Кворума нет" in refused
    await people.gather(6)
    await vote(people, {1: "За", 2: "За", 3: "За"})
    assert (await people.text(people.group, "Вопрос 1")).startswith("Вопрос 1 · принято")
    cards = [m for m in await people.messages(people.group) if m["text"].startswith("Вопрос 1")]
    assert len(cards) == 1, "the one card of the meeting"


@pytest.mark.long
async def test_a_meeting_nobody_came_to_is_kept_as_not_held(on_the_day: Town, profile: OfficeProfile) -> None:
    people, head = on_the_day, on_the_day.seat[1]
    await convene(people, profile)
    await people.gather(1, 2)
    before = await people.newest(head)
    await people.press(head, "Не состоялось")
    assert "Не состоялось: присутствовали 2 из 9" in await people.text(people.group, "Заседание № 1")
    name = "Акт № 1 от 25.11.2026.pdf"
    act = (await people.files(head, before))[name]
    text = pdf_text(act)
    for printed in ("АКТ № 1", "Подписано простой электронной подписью", "присутствовали 2 из 9"):
        assert squeezed(printed) in text
    assert name in await people.files(people.seat[7], 0)
    await people.send_file(head, "акт.pdf", act)
    said = (await people.last(head)).replace("\u00a0", " ")
    assert said.startswith(
        "Подлинный акт № 1: заседание 25 ноября 2026 г. не состоялось. Подписал руководитель"
    )
    await people.send_file(head, "акт.pdf", act + b" ")
    assert (await people.last(head)).startswith("Изменён: файл называет себя актом")
    member = people.seat[5]
    await people.say(member, f"/verify {hashlib.sha256(act).hexdigest()}")
    assert (await people.last(member)).startswith("Подлинный акт"), "the file's own sum is known too"
    code = re.search(r"SHA-256записи:([0-9a-f]{64})", text)
    assert code is not None
    await people.say(member, f"/verify {code[1][:20]}")
    assert (await people.last(member)).startswith("Подлинный акт")
    await people.say(member, "/meeting")
    await people.press(member, "№\u00a01")
    before = await people.newest(member)
    await people.press(member, "Акт №\u00a01")
    assert list(await people.files(member, before)) == [name]
    assert await people.violations() == []


async def test_the_wizard_convenes_as_the_one_message_does(seeded: Town, profile: OfficeProfile) -> None:
    people, head = seeded, seeded.seat[1]
    await people.say(head, "/convene")
    await people.press(head, "Дата и время")
    await people.press(head, "25")
    await people.press(head, "15:00")
    await people.press(head, "Место")
    await people.say(head, "каб. 12")
    await people.press(head, "Повестка")
    await people.press(head, "Добавить вопрос")
    await people.say(head, "Уборка снега | место 4 | Усилить контроль")
    await people.press(head, "Исполнители")
    await people.press(head, profile.units[0].title)
    await people.press(head, "Назад")
    await people.press(head, "Срок")
    await people.press(head, "30")
    text = await people.last(head)
    assert "Усилить контроль" in text and profile.units[0].title in text and "30 ноября 2026 г." in text
    await people.press(head, "Назад")
    await people.press(head, "Назад")
    await people.press(head, "Участники")
    for seat in (6, 7, 8, 9):
        newest = (await people.messages(head))[-1]
        button = next(b for row in newest["buttons"] for b in row if people.surname[seat] in b["text"])
        await people.tap(head, head, newest["message_id"], button["data"])
    assert "нужно 5" in await people.last(head)
    await people.press(head, "Назад")
    await people.press(head, "Разослать")
    card = await people.text(head, "Заседание № 1")
    assert "среда, 25 ноября, 15:00" in card and "каб. 12" in card
    assert await people.has_button(people.seat[5], "Буду")
    assert not await people.has_button(people.seat[6], "Буду")
    assert await people.violations() == []


def test_vote_data_fits_the_messenger() -> None:
    from domain.meetings.voting import Choice

    data = VoteTap(meeting=2**31, item=99, turn=99, choice=Choice.ABSTAIN).pack()
    assert len(data.encode()) <= 64
