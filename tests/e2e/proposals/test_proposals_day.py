"""Proposals from a member's words to a meeting's agenda, and what changes until the meeting is opened."""

from __future__ import annotations

import io
from datetime import datetime

import aiohttp
import pytest
from python_calamine import CalamineWorkbook

from domain.office.profile import OfficeProfile
from handlers.meetings.taps import DraftNumberTap
from handlers.proposals.taps import ProposalTap
from tests.e2e.conftest import Town
from tests.e2e.meetings.test_meeting_day import CONVENE, convene, vote
from tests.e2e.messages.test_adding import PNG


async def propose(people: Town, seat: int, question: str) -> None:
    """Bring a question without more."""
    await people.say(people.seat[seat], f"/propose {question}")
    await people.press(people.seat[seat], "Внести")


async def test_a_proposal_with_files_becomes_a_question_with_materials(
    seeded: Town, profile: OfficeProfile
) -> None:
    people, head, member = seeded, seeded.seat[1], seeded.seat[4]
    await people.say(member, "/propose")
    await people.say(member, "Уборка снега во дворах")
    await people.press(member, "Проект решения")
    await people.say(member, "Усилить контроль подрядчика")
    await people.press(member, "Обоснование")
    await people.say(member, "12 жалоб за неделю")
    await people.press(member, "Файлы")
    await people.say(member, "вот файл")
    assert "Жду файл" in await people.last(member)
    await people.send_file(member, "смета.xlsx", b"not a registry")
    await people.send_file(member, "двор.pdf", b"%PDF-1.4")
    assert "2 файла: смета.xlsx, двор.pdf" in await people.last(member)
    await people.press(member, "Убрать: двор.pdf")
    await people.press(member, "Назад")
    await people.press(member, "Внести")
    card = await people.text(head, "Предложение 1 · Р. И. Чудинов")
    for expected in ("Уборка снега", "Усилить контроль", "12 жалоб", "1 файл: смета.xlsx", "п. 3.2"):
        assert expected in card
    before = await people.newest(head)
    await people.press(head, "Файлы")
    assert list(await people.files(head, before)) == ["смета.xlsx"]

    await people.press(head, "В повестку")
    await people.press(head, "Новое заседание")
    assert "1. Уборка снега во дворах" in await people.last(head)
    assert "принято в повестку готовящегося заседания" in await people.last(member)
    await people.press(head, "Дата и время")
    await people.press(head, "25")
    await people.press(head, "15:00")
    await people.press(head, "Разослать")
    notice = await people.text(member, "Заседание № 1")
    assert "докладывает Р. И. Чудинов · проект решения есть · 1 материал" in notice
    assert await people.violations() == []


@pytest.mark.long
async def test_a_proposal_is_changed_until_it_is_decided_on(seeded: Town) -> None:
    people, head, member = seeded, seeded.seat[1], seeded.seat[4]
    await propose(people, 4, "Дороги")
    await people.press(member, "Изменить")
    await people.press(member, "Проект решения")
    await people.say(member, "Починить мост")
    told = await people.last(head)
    assert told.startswith("Изменено предложение 1 (") and "проект решения" in told
    assert "Починить мост" in await people.text(head, "Предложение 1 · Р. И. Чудинов")
    await people.press(member, "Изменить")
    await people.press(member, "Вопрос")
    await people.press(head, "Отложить")
    await people.say(member, "Мосты")
    assert "Вопрос: Мосты" in await people.text(head, "Предложение 1 · Р. И. Чудинов")
    await people.press(member, "Изменить")
    await people.press(member, "Вопрос")
    await people.press(head, "Отклонить")
    await people.say(head, "Рассмотрено")
    await people.say(member, "Ямы")
    assert "уже отклонено" in await people.last(member)
    assert "Вопрос: Мосты" in await people.text(head, "Предложение 1 · Р. И. Чудинов")
    assert await people.violations() == []


@pytest.mark.long
async def test_the_head_declines_with_a_reason_postpones_and_the_queue_says_so(seeded: Town) -> None:
    people, head = seeded, seeded.seat[1]
    for seat, question in ((3, "Детские сады"), (4, "Дороги"), (5, "Бюджет")):
        await propose(people, seat, question)
    await people.say(head, "/start")
    await people.press(head, "Предложения")
    assert "ждут решения 3" in await people.last(head)
    await people.press(head, "1")
    await people.press(head, "Отклонить")
    await people.say(head, "Рассмотрено в октябре")
    assert "Причина: Рассмотрено в октябре" in await people.last(people.seat[3])
    await people.press(head, "2")
    await people.press(head, "Отложить")
    assert "отложено" in await people.last(people.seat[4])
    queue = await people.text(head, "Предложения в повестку")
    assert "ждут решения 2" in queue and "Дороги · отложено" in queue and "Детские" not in queue
    assert queue.index("Бюджет") < queue.index("Дороги")
    await people.say(people.seat[5], "/proposals")
    await people.press(people.seat[5], "3")
    await people.press(people.seat[5], "Отозвать")
    assert "ждут решения 1" in await people.text(head, "Предложения в повестку")
    assert await people.violations() == []


async def test_nobody_decides_or_takes_back_what_is_not_theirs(seeded: Town) -> None:
    people, head, member, other = seeded, seeded.seat[1], seeded.seat[4], seeded.seat[5]
    await propose(people, 4, "Дороги")
    card = await people.card(member, "Предложение 1")
    for act in ("accept", "decline", "later"):
        data = ProposalTap(act=act, proposal=1).pack()
        shown = await people.tap(member, member, card["message_id"], data)
        assert shown["alert"] is True and "п. 3.2" in shown["answer"], act
    await people.say(other, "/proposals")
    await people.say(head, "/proposals")
    for person in (head, other):
        data = ProposalTap(act="withdraw", proposal=1).pack()
        shown = await people.tap(person, person, await people.newest(person), data)
        assert shown["alert"] is True and "Чудинов" in shown["answer"]
    assert "Ждёт вашего решения" in await people.text(head, "Предложение 1")


@pytest.mark.long
async def test_a_discarded_draft_gives_its_proposals_back(seeded: Town) -> None:
    people, head = seeded, seeded.seat[1]
    await propose(people, 4, "Дороги")
    await people.say(head, "/convene")
    await people.press(head, "Предложения")
    await people.press(head, "Р.\u00a0И.\u00a0Чудинов · Дороги")
    assert "1. Дороги" in await people.last(head)
    await people.press(head, "Назад")
    await people.press(head, "Отмена")
    assert "Ждёт решения" in await people.text(people.seat[4], "Предложение 1")


@pytest.mark.long
async def test_changes_are_told_in_one_notice(seeded: Town, profile: OfficeProfile) -> None:
    people, head = seeded, seeded.seat[1]
    await people.say(head, CONVENE)
    await people.press(head, "Разослать")
    before = {seat: await people.newest(person) for seat, person in people.seat.items()}
    await people.press(head, "Изменить")
    await people.press(head, "Место")
    await people.say(head, "каб. 7")
    await people.press(head, "Повестка")
    await people.press(head, "Добавить вопрос")
    await people.say(head, "Детские сады | место 3")
    await people.press(head, "Поднять выше")
    await people.press(head, "2. Детские сады")
    await people.press(head, "Поднять выше")
    await people.press(head, "3. Итоги работы с обращениями")
    await people.press(head, "Убрать вопрос")
    await people.press(head, "Назад")
    assert await people.read(people.seat[4], before[4]) == []
    await people.press(head, "Сообщить об изменениях")
    for seat in (3, 9):
        notices = await people.read(people.seat[seat], before[seat])
        assert len(notices) == 1
        text = notices[0].replace("\u00a0", " ")
        assert "Место: каб. 7" in text and "+ Вопрос 1: Детские сады" in text
        assert "Снят вопрос: Итоги работы" in text and "Порядок" not in text
    card = await people.text(people.seat[9], "Заседание № 1")
    assert card.index("1. Детские сады") < card.index("2. Уборка снега")
    assert not await people.has_button(head, "Сообщить об изменениях")
    assert await people.violations() == []


@pytest.mark.long
async def test_unsent_changes_are_told_before_the_meeting_opens(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people, head = on_the_day, on_the_day.seat[1]
    await people.say(head, CONVENE)
    await people.press(head, "Разослать")
    await people.press(head, "Изменить")
    await people.press(head, "Место")
    await people.say(head, "каб. 7")
    await people.move_clock(datetime(2026, 11, 25, 15, 0, tzinfo=profile.time_zone))
    await people.gather(1, 2, 3, 4, 5)
    await people.press(head, "Открыть заседание")
    assert "Место: каб. 7" in await people.text(people.seat[9], "Изменения в повестке")
    data = DraftNumberTap(act="up", meeting=1, value=2).pack()
    shown = await people.tap(head, head, (await people.card(head, "Заседание № 1"))["message_id"], data)
    assert shown["alert"] is True and "уже идёт" in shown["answer"]


@pytest.mark.long
async def test_a_meeting_is_postponed_and_then_cancelled(seeded: Town, profile: OfficeProfile) -> None:
    people, head, member = seeded, seeded.seat[1], seeded.seat[4]
    await propose(people, 4, "Дороги")
    await people.say(head, CONVENE)
    await people.press(head, "Предложения")
    await people.press(head, "Р.\u00a0И.\u00a0Чудинов · Дороги")
    await people.press(head, "Назад")
    await people.press(head, "Разослать")
    await people.press(member, "Буду")
    await people.press(head, "Изменить")
    await people.press(head, "Перенести")
    await people.press(head, "27")
    await people.press(head, "11:00")
    assert "переносится с 25 ноября, 15:00 на 27 ноября (пятница), 11:00" in await people.text(
        member, "Заседание № 1 переносится"
    )
    card = await people.text(member, "Заседание № 1 ·")
    assert "пятница, 27 ноября, 11:00" in card and "Вы приглашены" in card
    assert "Придут 0 из 9" in await people.text(head, "Заседание № 1 ·")

    await people.press(head, "Изменить")
    await people.press(head, "Отменить заседание")
    await people.say(head, "Нет докладчика")
    await people.press(head, "Подтвердить")
    assert "Причина: Нет докладчика" in await people.text(member, "Заседание № 1 отменено")
    assert "Отменено: Нет докладчика" in await people.text(member, "Заседание № 1 ·")
    assert not (await people.card(member, "Заседание № 1 ·"))["buttons"]
    assert "Ждёт решения" in await people.text(member, "Предложение 1")
    await people.say(head, CONVENE)
    await people.press(head, "Разослать")
    assert "Заседание № 2" in await people.text(member, "Заседание № 2")
    assert await people.violations() == []


@pytest.mark.long
async def test_the_notice_gives_papers_and_a_calendar_file_that_follows_the_meeting(
    seeded: Town, profile: OfficeProfile
) -> None:
    people, head, member, guest = seeded, seeded.seat[1], seeded.seat[4], seeded.people["guest"]
    await people.say(head, CONVENE)
    await people.press(head, "Форма")
    await people.press(head, "Очно и по видеосвязи")
    await people.say(head, "vstrecha.example")
    assert "https://" in await people.last(head)
    await people.say(head, "https://vstrecha.example/7")
    await people.press(head, "Повестка")
    await people.press(head, "1. Уборка снега")
    await people.press(head, "Материалы")
    await people.send_file(head, "карта.pdf", b"%PDF-1.4")
    picture = aiohttp.FormData({"from": str(head), "chat": str(head), "photo": "true"})
    picture.add_field("file", PNG, filename="a.png", content_type="image/png")
    await people.call("POST", "/api/messages", data=picture)
    await people.settle()
    await people.press(head, "Назад")
    await people.press(head, "Назад")
    await people.press(head, "Назад")
    await people.press(head, "Приглашённые")
    card = (await people.messages(head))[-1]
    invited = next(b for row in card["buttons"] for b in row if "Горбунова" in b["text"])
    await people.tap(head, head, card["message_id"], invited["data"])
    await people.press(head, "Назад")
    await people.press(head, "Разослать")
    for person in (member, guest):
        links = [b["url"] for row in (await people.card(person, "Заседание № 1"))["buttons"] for b in row]
        assert "https://vstrecha.example/7" in links
        await people.press(person, "Проекты решений")
        assert "Усилить контроль подрядчика" in await people.text(person, "Проекты решений")
        before = await people.newest(person)
        await people.press(person, "Материалы")
        assert list(await people.files(person, before)) == ["карта.pdf", "a.png"]
    assert await people.has_button(guest, "Буду")

    before = await people.newest(member)
    await people.press(member, "В календарь")
    first = await calendar(people, member, before)
    assert first["METHOD"] == "PUBLISH" and first["SEQUENCE"] == "0"
    assert first["DTSTART;TZID=Asia/Yekaterinburg"] == "20261125T150000"
    before, nobody = await people.newest(member), await people.newest(people.seat[5])
    await people.press(head, "Изменить")
    await people.press(head, "Перенести")
    await people.press(head, "27")
    await people.press(head, "11:00")
    moved = await calendar(people, member, before)
    assert moved["UID"] == first["UID"] and moved["SEQUENCE"] == "1"
    before = await people.newest(member)
    await people.press(head, "Изменить")
    await people.press(head, "Место")
    await people.say(head, "зал заседаний")
    await people.press(head, "Сообщить об изменениях")
    elsewhere = await calendar(people, member, before)
    assert elsewhere["LOCATION"] == "зал заседаний" and elsewhere["UID"] == first["UID"]
    assert moved["DTSTART;TZID=Asia/Yekaterinburg"] == "20261127T110000"
    assert not await people.files(people.seat[5], nobody)
    before = await people.newest(member)
    await people.press(head, "Изменить")
    await people.press(head, "Отменить заседание")
    await people.say(head, "Нет докладчика")
    await people.press(head, "Подтвердить")
    gone = await calendar(people, member, before)
    assert gone["METHOD"] == "CANCEL" and gone["STATUS"] == "CANCELLED" and gone["SEQUENCE"] == "2"
    assert await people.violations() == []


async def calendar(people: Town, person: int, after: int) -> dict[str, str]:
    """Properties of the calendar file that came."""
    files = await people.files(person, after)
    content = next(file for name, file in files.items() if name.startswith("Заседание № 1 от ")).decode()
    return dict(line.split(":", 1) for line in content.splitlines() if ":" in line and line[0] != " ")


@pytest.mark.long
async def test_a_reason_after_cannot_is_for_the_chair_and_an_old_card_leaves(
    seeded: Town, profile: OfficeProfile
) -> None:
    people, head, member = seeded, seeded.seat[1], seeded.seat[5]
    await people.say(head, CONVENE)
    await people.press(head, "Разослать")
    await people.press(member, "Не смогу")
    await people.say(member, "командировка в Пермь")
    assert "не смогу (командировка в Пермь)" in await people.text(member, "Заседание № 1")
    assert "О. С. Мальцева: командировка в Пермь" in await people.text(head, "Заседание № 1")
    assert "командировка" not in await people.text(people.seat[4], "Заседание № 1")
    assert "командировка" not in await people.text(people.group, "Заседание № 1")
    old = await people.card(people.seat[4], "Заседание № 1")
    await people.press(head, "Изменить")
    await people.press(head, "Перенести")
    await people.press(head, "27")
    await people.press(head, "11:00")
    new = await people.card(people.seat[4], "Заседание № 1")
    assert "27 ноября, 11:00" in new["text"] and new["message_id"] > old["message_id"]
    assert old["message_id"] not in [one["message_id"] for one in await people.messages(people.seat[4])]
    assert "Придут 0 из 9" in await people.text(head, "Заседание № 1 ·")


@pytest.mark.long
async def test_reminders_follow_a_postponed_meeting(seeded: Town, profile: OfficeProfile) -> None:
    people, head, member = seeded, seeded.seat[1], seeded.seat[4]
    await people.say(head, CONVENE)
    await people.press(head, "Разослать")
    await people.press(head, "Изменить")
    await people.press(head, "Перенести")
    await people.press(head, "27")
    await people.press(head, "11:00")
    await people.move_clock(datetime(2026, 11, 25, 18, 0, tzinfo=profile.time_zone))
    reminders = [text for text in await people.read(member) if "— заседание" in text]
    assert reminders == []
    # Each takes the place of the one before; when check-in opens, the meeting's card does.
    for moment, said in (((26, 12), "Завтра, 27 ноября в 11:00"), ((27, 10), "Сегодня в 11:00")):
        await people.move_clock(datetime(2026, 11, *moment, 5, tzinfo=profile.time_zone))
        reminders = [text for text in await people.read(member) if "— заседание" in text]
        assert [text.split(" — ")[0] for text in reminders] == [said]
    await people.move_clock(datetime(2026, 11, 27, 10, 30, tzinfo=profile.time_zone))
    assert not any("— заседание" in text for text in await people.read(member))
    assert "Присутствую" in str((await people.card(member, "Заседание № 1"))["buttons"])


@pytest.mark.long
async def test_past_meetings_are_found_and_participation_is_counted(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people, head, member = on_the_day, on_the_day.seat[1], on_the_day.seat[4]
    await convene(people, profile)
    await people.gather(1, 2, 3, 4, 5)
    await people.press(head, "Открыть заседание")
    await people.gather(6)
    await vote(people, {1: "За", 2: "За", 3: "Воздержался"})
    await people.press(head, "Закрыть заседание")
    await people.press(head, "Подписать")
    await people.say(member, "/meeting")
    none, _, *past = (await people.last(member)).splitlines()
    assert none == "Назначенных заседаний нет." and past[0] == "Прошедшие заседания · 1"
    await people.press(member, "Найти")
    await people.say(member, "СНЕГ подрядчик")
    assert "№ 1 · 25 ноября 2026 г. · Уборка снега" in await people.last(member)
    await people.press(member, "Найти")
    await people.say(member, "метро")
    assert "не найдено" in await people.last(member)
    await people.press(member, "Все")
    await people.press(member, "№\u00a01")
    before = await people.newest(member)
    await people.press(member, "Протокол №\u00a01")
    assert "Протокол № 1 от 25.11.2026.pdf" in await people.files(member, before)

    await people.say(member, "/statistics")
    assert "п. 3.2" in await people.last(member)
    await people.say(head, "/statistics")
    figures = await people.last(head)
    assert "1 заседание" in figures
    for line in (
        "присутствие 1 из 1, опозданий 0; голосов 1 из 1, «воздержался» 1, вслух 0",
        "присутствие 1 из 1, опозданий 1; голосов 0 из 1, «воздержался» 0, вслух 0",
        "присутствие 0 из 1, опозданий 0; голосов 0 из 0, «воздержался» 0, вслух 0",
    ):
        assert line in figures
    before = await people.newest(head)
    await people.press(head, "Таблица, XLSX")
    tables = await people.files(head, before)
    rows = CalamineWorkbook.from_filelike(io.BytesIO(next(iter(tables.values())))).get_sheet_by_index(0)
    assert [row[:5] for row in rows.to_python()[1:4:2]] == [
        [1.0, "Марина Олеговна Ветлугина", 1.0, 1.0, 0.0],
        [3.0, "Нина Павловна Ожегова", 1.0, 1.0, 0.0],
    ]
    await people.press(head, "‹")
    assert "Заседаний не было" in await people.text(head, "Участие в заседаниях ·")
    assert await people.violations() == []
