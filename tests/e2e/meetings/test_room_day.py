"""What a chair and a secretary need in the room: execution, guests, a question put again, long drafts."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

import pytest
from sqlalchemy import text

from domain.office.profile import OfficeProfile
from tests.e2e.conftest import Town
from tests.e2e.meetings.test_floor_day import tap_in_panel
from tests.e2e.meetings.test_meeting_day import vote

pytestmark = pytest.mark.long

CONVENE = (
    "/convene 25.11.2026 15:00 каб. 12\n"
    "1. Уборка снега | место 4 | Усилить контроль подрядчика | zhkh, место 4 | 01.12.2026\n"
    "2. Итоги работы с обращениями | место 8 | Принять к сведению"
)


def document(papers: dict[str, bytes]) -> str:
    """The words of the protocol's Word file."""
    file = next(content for name, content in papers.items() if name.endswith(".docx"))
    xml = zipfile.ZipFile(io.BytesIO(file)).read("word/document.xml").decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", xml).replace("\u00a0", " "))


async def opened(people: Town, *seats: int, convene: str = CONVENE) -> int:
    """A meeting opened by the head with these seats present; the head's account."""
    head = people.seat[1]
    await people.say(head, convene)
    await people.press(head, "Разослать")
    await people.call("POST", "/api/clock", json={"now": "2026-11-25T15:00:00+05:00"})
    await people.gather(*seats)
    await people.press(head, "Открыть заседание")
    return head


async def test_what_one_votes_on_is_on_the_card_with_people_by_name_and_ones_own_vote_marked(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people = on_the_day
    head = await opened(people, 1, 2, 3, 4, 5)
    await people.press(head, "На голосование")
    card = await people.text(people.group, "Вопрос 1")
    assert "Исполнители: Управление жилищно-коммунального хозяйства и транспорта, Р. И. Чудинов" in card
    assert "· срок 1 декабря 2026" in card
    await people.press(people.seat[2], "За", people.group)
    card = await people.text(people.group, "Вопрос 1")
    assert "За 1: Старцев" in card and "Ждём: Ветлугина, Ожегова, Чудинов, Мальцева" in card
    marked = [b["text"] for row in (await people.card(people.seat[2], "Вопрос 1"))["buttons"] for b in row]
    assert marked[:3] == ["✓ За", "Против", "Воздержался"]
    for chat in (people.group, people.seat[3]):
        bare = [b["text"] for row in (await people.card(chat, "Вопрос 1"))["buttons"] for b in row]
        assert bare[:3] == ["За", "Против", "Воздержался"]
    await people.press(head, "Закрыть голосование")
    assert await people.violations() == []


async def test_executors_and_the_due_day_are_set_in_the_room_until_voting_begins(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people = on_the_day
    head = await opened(people, 1, 2, 3, 4, 5)
    await tap_in_panel(people, head, "Вопрос 1…")
    await people.press(head, "Исполнители")
    assert "Управление жилищно-коммунального" in await people.text(head, "Заседание № 1")
    shown = await people.card(head, "Заседание № 1")
    await people.tap(head, head, shown["message_id"], "exec:1:1:zhkh")
    await tap_in_panel(people, head, "Калинина")
    await people.press(head, "Назад")
    await people.press(head, "Срок")
    await people.press(head, "Написать дату")
    await people.say(head, "20.12.2026")
    await people.press(head, "На голосование")
    card = await people.text(people.group, "Вопрос 1")
    assert "Исполнители: Р. И. Чудинов, В. А. Калинина · срок 20 декабря 2026" in card
    message = await people.card(head, "Заседание № 1")
    for forged in ("exec:1:1:9", "due:1:1:2026-12-25", "due:1:1:none"):
        refused = await people.tap(head, head, message["message_id"], forged)
        assert refused["alert"] and "Идёт голосование по вопросу 1" in refused["answer"]
    assert await people.text(people.group, "Вопрос 1") == card


async def test_an_absent_speaker_is_named_to_the_chair_before_the_opening_and_before_the_item(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people, head = on_the_day, on_the_day.seat[1]
    await people.say(head, CONVENE)
    await people.press(head, "Разослать")
    await people.call("POST", "/api/clock", json={"now": "2026-11-25T15:00:00+05:00"})
    await people.gather(1, 2, 3, 5, 6)
    both = await people.text(head, "Заседание № 1")
    assert "Вопрос 1: докладчика нет — Р. И. Чудинов" in both
    assert "Вопрос 2: докладчика нет — П. Д. Лузянин" in both
    assert "докладчика нет" not in await people.text(people.group, "Заседание № 1")
    await people.press(head, "Открыть заседание")
    first = await people.text(head, "Заседание № 1")
    assert "Вопрос 1: докладчика нет" in first and "Вопрос 2: докладчика нет" not in first
    await people.gather(4)
    assert "докладчика нет" not in await people.text(head, "Заседание № 1")


async def test_a_tick_leaves_the_list_of_executors_where_it_was(on_the_day: Town) -> None:
    people, head = on_the_day, on_the_day.seat[1]
    await people.say(head, CONVENE)
    await people.press(head, "Повестка")
    await people.press(head, "1. Уборка снега")
    await people.press(head, "Исполнители")
    await people.press(head, "›")
    shown = await _captions(people, head)
    assert shown[0].startswith("✓ ")
    await people.press(head, shown[0])
    assert await _captions(people, head) == [shown[0].removeprefix("✓ "), *shown[1:]]


async def _captions(people: Town, chat: int) -> list[str]:
    newest = (await people.messages(chat))[-1]
    return [button["text"] for row in newest["buttons"] for button in row]


async def test_a_guest_answers_and_the_chair_sees_it(on_the_day: Town, profile: OfficeProfile) -> None:
    people, head, guest = on_the_day, on_the_day.seat[1], on_the_day.people["guest"]
    await people.say(head, CONVENE)
    await people.press(head, "Приглашённые")
    await tap_in_panel(people, head, "Тамара", "Кого пригласить")
    await people.press(head, "Назад")
    await people.press(head, "Разослать")
    notice = await people.text(guest, "Заседание № 1")
    assert "25 ноября, 15:00" in notice and "каб. 12" in notice and "1. Уборка снега" in notice
    assert notice.endswith("без права голоса (п. 4.5). Придёте?")
    await people.say(guest, "/start")
    assert await people.has_button(guest, "Не смогу") and "вы не ответили" in await people.last(guest)
    await people.press(guest, "Не смогу")
    await people.press(guest, "Буду")
    assert (await people.text(guest, "Заседание № 1 · среда")).endswith("Ваш ответ: буду.")
    assert "Из приглашённых будет: Горбунова" in await people.text(head, "Заседание № 1")
    assert "Горбунова" not in await people.text(people.group, "Заседание № 1")
    before = await people.newest(guest)
    await people.move_clock(datetime(2026, 11, 25, 14, 0, tzinfo=profile.time_zone))
    assert "Карточка заседания: /meeting" in (await people.read(guest, before))[-1]
    assert await people.violations() == []


async def test_only_guests_who_came_are_printed_with_an_account_or_without(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people, head = on_the_day, on_the_day.seat[1]
    await people.say(head, CONVENE)
    await people.press(head, "Приглашённые")
    await tap_in_panel(people, head, "Тамара", "Кого пригласить")
    await people.press(head, "Вписать приглашённого")
    await people.say(head, "Ветров Глеб Ильич, директор школы № 1")
    await people.press(head, "Назад")
    await people.press(head, "Разослать")
    await people.call("POST", "/api/clock", json={"now": "2026-11-25T15:00:00+05:00"})
    await people.gather(1, 2, 3, 4, 5)
    await people.press(head, "Открыть заседание")
    await people.press(head, "Участники")
    await people.press(head, "Вписать приглашённого")
    await people.say(head, "Зорина Анна Львовна, эксперт")
    await people.press(head, "Участники")
    await tap_in_panel(people, head, "Отметить приход: Ветров")
    assert await people.has_button(head, "✓ На заседании: Ветров Глеб Ильич")
    await people.press(head, "Назад")
    before = await people.newest(head)
    await people.press(head, "Закрыть заседание")
    words = document(await people.files(head, before))
    assert "Ветров" in words and "директор школы" in words
    assert "Зорина" not in words and "Горбунова" not in words
    assert await people.violations() == []


async def test_a_decided_question_is_put_again_with_a_reason_and_the_last_vote_counts(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people = on_the_day
    head = await opened(people, 1, 2, 3, 4, 5)
    await vote(people, {1: "За", 2: "За", 3: "За"})
    first = await people.text(people.group, "Вопрос 1")
    await people.press(head, "Голосовать снова")
    await tap_in_panel(people, head, "1. Уборка снега")
    await people.say(head, "Подрядчик сменился")
    assert "принято, ставится снова" in await people.text(people.group, "Заседание № 1")
    await tap_in_panel(people, head, "Вопрос 1…")
    await people.press(head, "Изменить проект")
    await people.say(head, "Расторгнуть контракт")
    await vote(people, {1: "Против", 2: "Против", 3: "Против"})
    cards = [
        m["text"].replace("\u00a0", " ")
        for m in await people.messages(people.group)
        if m["text"].replace("\u00a0", " ").startswith("Вопрос 1")
    ]
    assert "Усилить контроль подрядчика" in first
    assert len(cards) == 1 and cards[0].startswith("Вопрос 1 · не принято"), "the one card of the meeting"
    before = await people.newest(head)
    await people.press(head, "Закрыть заседание")
    words = document(await people.files(head, before))
    assert "вопрос поставлен снова: Подрядчик сменился" in words
    assert await people.violations() == []


async def test_a_spoken_vote_replaces_a_tapped_one(on_the_day: Town, profile: OfficeProfile) -> None:
    people = on_the_day
    head = await opened(people, 1, 2, 3, 4, 5)
    await people.press(head, "На голосование")
    await people.press(people.seat[2], "За", people.group)
    await people.press(head, "Голос вслух")
    assert "Старцев — «против», записано со слов" in await tap_in_panel(people, head, "Старцев · против")
    card = await people.text(people.group, "Вопрос 1")
    assert "Против 1: Старцев" in card and "Вслух, записал ведущий: Старцев" in card


LONG = "\n".join(f"{number}) пункт решения, который читают до конца <{number}>" for number in range(1, 165))


async def test_a_draft_of_eight_thousand_characters_keeps_its_lines_and_pages_on_cards(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people = on_the_day
    head = await opened(people, 1, 2, 3, 4, 5)
    cut = LONG.rfind("\n", 0, 4000)
    await tap_in_panel(people, head, "Вопрос 1…")
    await people.press(head, "Изменить проект")
    await people.say(head, LONG[:cut])
    assert f"Записано знаков: {cut:_}".replace("_", " ") in await people.text(head, "Заседание № 1")
    await people.say(head, LONG[cut + 1 :])
    await people.press(head, "На голосование")
    card = await people.text(people.group, "Вопрос 1")
    assert "1) пункт решения, который читают до конца <1>\n2) пункт" in card and len(card) < 4096
    assert not await people.has_button(people.group, "Проект целиком")
    await people.press(people.seat[3], "Проект целиком")
    shown = []
    for _ in range(3):
        message = await people.card(people.seat[3], "Проекты решений")
        shown.append(message["text"])
        onward = [b for row in message["buttons"] for b in row if b["text"] == "›"]
        if onward:
            await people.tap(people.seat[3], people.seat[3], message["message_id"], onward[0]["data"])
    whole = "\n".join(shown)
    assert all(line in whole for line in LONG.splitlines())
    await people.press(people.seat[2], "За", people.group)
    await people.press(head, "Закрыть голосование")
    assert await people.violations() == []


async def test_what_does_not_fit_into_a_message_of_the_wizard_follows_in_the_next(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people, head = on_the_day, on_the_day.seat[1]
    await people.say(
        head,
        "/convene 25.11.2026 15:00 каб. 12\n"
        "1. Уборка снега | Чудинов Р.И. | | МБУ Городское благоустройство, Ожегова Н.П.",
    )
    preview = await people.text(head, "Новое заседание")
    assert "докладывает Р. И. Чудинов" in preview
    assert "исполнение: МБУ «Городское благоустройство», Н. П. Ожегова" in preview
    await people.press(head, "Повестка")
    await people.press(head, "1. Уборка снега")
    await people.press(head, "Проект решения")
    cut = LONG.rfind("\n", 0, 4000)
    await people.say(head, LONG[:cut])
    asked = await people.card(head, "Записано знаков")
    assert f"{cut:_}".replace("_", " ") in asked["text"].replace("\u00a0", " ")
    await people.say(head, LONG[cut + 1 :])
    assert "2) пункт решения" in await people.text(head, "Вопрос 1")
    await people.press(head, "Проект целиком")
    assert "1) пункт решения" in await people.text(head, "Проекты решений · черновик заседания")
    assert await people.violations() == []


async def test_the_preview_warns_of_night_a_clash_the_heads_own_absence_and_an_unknown_speaker(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people, head = on_the_day, on_the_day.seat[1]
    await people.say(head, "/convene 27.11.2026 15:00 каб. 12\n1. Уборка снега | Чудинову Роману")
    preview = await people.text(head, "Новое заседание")
    assert "Пересекается" not in preview
    assert "Докладчики не из состава и не из приглашённых: «Чудинову Роману»" in preview
    await people.press(head, "Разослать")
    await people.say(head, "/convene 27.11.2026 16:00 Каб. 12\n1. Ответы")
    preview = await people.text(head, "Новое заседание")
    assert (
        "Пересекается с заседанием № 1, 27 ноября в 15:00, то же место; те же участники: Ветлугина" in preview
    )
    await people.say(head, "/convene 28.11.2026 03:00 каб. 12\n1. Ночной вопрос")
    assert "начало в 03:00, это ночь" in await people.text(head, "Новое заседание")
    await people.say(head, "/absence")
    for data in ("away:first:2026-11-30", "away:last:2026-12-02"):
        shown = (await people.messages(head))[-1]
        await people.tap(head, head, shown["message_id"], data)
    await people.say(head, "/convene 01.12.2026 15:00 каб. 12\n1. Без руководителя")
    preview = await people.text(head, "Новое заседание")
    assert "записано отсутствие до 2 декабря: вести будет К. А. Старцев (п. 4.3" in preview


async def test_points_of_a_decision_are_voted_together_printed_and_given_to_their_executors(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people = on_the_day
    head = await opened(people, 1, 2, 3, 4, 5)
    await tap_in_panel(people, head, "Вопрос 1…")
    await people.press(head, "Пункты")
    await people.say(head, "Вывезти снег | мост | 05.12.2026")
    assert "Пункт 1 не прочитан: исполнитель «мост» не найден" in await people.last(head)
    await people.say(
        head,
        "1.1. Вывезти снег со дворов | МБУ Городское благоустройство | 05.12.2026\n"
        "1.2. Проверить вывоз | Ожегова Н.П., Чудинов Р.И.\n"
        "Сообщить жителям",
    )
    await people.press(head, "На голосование")
    card = await people.text(people.group, "Вопрос 1")
    assert "1.1. Вывезти снег со дворов — МБУ «Городское благоустройство», срок 5 декабря 2026" in card
    assert "1.2. Проверить вывоз — Н. П. Ожегова, Р. И. Чудинов\n1.3. Сообщить жителям" in card
    for seat in (1, 2, 3):
        await people.press(people.seat[seat], "За", people.group)
    await people.press(head, "Закрыть голосование")
    before = await people.newest(head)
    await people.press(head, "Закрыть заседание")
    words = document(await people.files(head, before))
    assert "1.1. Вывезти снег со дворов" in words and "1.3. Сообщить жителям" in words
    assert "05.12.2026" in words or "5 декабря 2026" in words
    await people.press(head, "Подписать")
    async with people.behind_its_back() as database:
        rows = await database.execute(
            text("SELECT point, unit, seat, decision FROM tasks WHERE point > 0 ORDER BY point, seat")
        )
        given = [tuple(row) for row in rows]
    assert given == [
        (1, "blagoustroystvo", None, "Вывезти снег со дворов"),
        (2, None, 3, "Проверить вывоз"),
        (2, None, 4, "Проверить вывоз"),
    ]
    assert "1.1.2" in await people.text(people.seat[3], "1.1.2")
    assert await people.violations() == []
