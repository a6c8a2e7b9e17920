"""Points of a decision from the room to protocol, extracts and tasks; papers and buttons of others."""

from __future__ import annotations

import pytest

from domain.office.profile import OfficeProfile
from tests.documents.test_documents import docx_text, pdf_text, squeezed
from tests.e2e.conftest import Town
from tests.e2e.meetings.test_floor_day import tap_in_panel
from tests.e2e.meetings.test_room_day import opened
from tests.e2e.protocols.test_protocol_day import PROTOCOL, executors

FLOOD = (
    "/convene 25.11.2026 15:00 зал заседаний\n"
    "1. О подготовке к паводку | место 3 | Утвердить план мероприятий | | 20.12.2026\n"
    "2. О ходе отопительного сезона | Мельник Сергей Ильич, директор котельной | Принять к сведению"
)


async def ballot(people: Town, button: str, choices: dict[int, str]) -> tuple[str, str]:
    """The chair puts it to the vote by this button; the voting card while it is open, and closed."""
    head = people.seat[1]
    await tap_in_panel(people, head, button)
    card = await people.text(people.group, "Вопрос")
    for seat, word in choices.items():
        await people.press(people.seat[seat], word, people.group)
    await people.press(head, "Закрыть голосование")
    return card, await people.text(people.group, "Вопрос")


async def invited(people: Town) -> int:
    """The guest with an account is asked to the meeting whose preview stands."""
    head = people.seat[1]
    await people.press(head, "Приглашённые")
    await tap_in_panel(people, head, "Тамара", "Кого пригласить")
    await people.press(head, "Назад")
    return people.people["guest"]


@pytest.mark.long
async def test_points_go_from_the_room_to_protocol_extracts_and_tasks(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people, unit = on_the_day, on_the_day.people["unit"]
    ours, other = executors(profile)[:2]
    head = await opened(people, 1, 2, 3, 4, 5, 6, convene=FLOOD)
    await tap_in_panel(people, head, "Вопрос 1…")
    await people.press(head, "Пункты")
    await people.say(
        head,
        f"1.1. Очистить ливнёвки | {ours} | 05.12.2026\n"
        "1.2. Проверить насосы | Ожегова Н.П.\n"
        f"1.3. Оповестить жителей | {other}, Чудинов Р.И. | 10.12.2026",
    )
    for_it = {1: "За", 2: "За", 3: "За", 5: "За"}
    card, closed = await ballot(people, "Пункт 1.1 отдельно", for_it)
    assert "Голосуем за пункт 1.1 отдельно" in card and "Очистить ливнёвки" in card
    assert closed.startswith("Вопрос 1, пункт 1.1 · принято") and "Голосовали за пункт 1.1" in closed
    card, closed = await ballot(people, "Пункт 1.2 отдельно", {1: "Против", 2: "Против", 4: "За"})
    assert "повторное голосование" not in card
    assert closed.startswith("Вопрос 1, пункт 1.2 · не принято")
    await ballot(people, "Пункт 1.3 отдельно", for_it)
    _, closed = await ballot(people, "На голосование", for_it)
    assert closed.startswith("Вопрос 2 · принято")

    before = await people.newest(head)
    await people.press(head, "Закрыть заседание")
    draft = docx_text((await people.files(head, before))[f"{PROTOCOL}, проект.docx"]).replace("\u00a0", " ")
    assert "РЕШИЛИ: Утвердить план мероприятий. Срок: 20 декабря 2026 г." in draft
    assert f"1.1. Очистить ливнёвки. Исполнитель: {ours}. Срок: 5 декабря 2026 г." in draft
    assert f"1.3. Оповестить жителей. Исполнители: {other}; Чудинов Р. И., заместитель главы" in draft
    # The speaker who was typed was not marked as come, so nobody is printed as heard.
    assert "Пункт 1.2 не принят." in draft and "Мельника С. И." not in draft
    shown = await people.text(head, "Протокол № 1 · заседание")
    assert f"1.1. исполняет: {ours}, срок 5 декабря 2026" in shown
    assert f"1.3. исполняет: {other}, Чудинов Р. И., срок 10 декабря 2026" in shown
    fell = "— принято, пункт 1.2 не принят"
    over = await people.text(people.seat[6], "Заседание № 1")
    assert fell in shown and "1.2. исполняет" not in shown
    assert fell in over and "1.3. Оповестить жителей" in over and "Проверить насосы" not in over

    await people.press(head, "Подписать")
    assert fell in (await people.last(people.seat[6]))
    extract = pdf_text((await people.files(unit, 0))["Выписка из протокола № 1 от 25.11.2026, вопрос 1.pdf"])
    assert (
        squeezed("1.1. Очистить ливнёвки. Исполнитель:") in extract and squeezed("Выписка верна") in extract
    )
    assert squeezed("отопительного сезона") not in extract
    for person, mine in ((people.seat[4], "Оповестить жителей"), (unit, "Очистить ливнёвки")):
        await people.say(person, "/tasks")
        assert mine in await people.last(person)
    await people.say(people.seat[3], "/tasks")
    assert "Проверить насосы" not in await people.last(people.seat[3])
    assert await people.violations() == []


@pytest.mark.long
async def test_another_units_extract_and_a_closed_meeting_are_nobodys_else(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    """A unit to which nothing was sent, and a guest once the meeting is over, get and do nothing."""
    people, head, unit = on_the_day, on_the_day.seat[1], on_the_day.people["unit"]
    other = next(one for one in profile.units if one.title == executors(profile)[1])
    await people.say(head, f"/convene 25.11.2026 15:00 зал\n1. О паводке | | Утвердить план | {other.title}")
    guest = await invited(people)
    await people.press(head, "Разослать")
    await people.call("POST", "/api/clock", json={"now": "2026-11-25T15:00:00+05:00"})
    await people.gather(1, 2, 3, 4, 5)
    await people.press(head, "Открыть заседание")
    await ballot(people, "На голосование", {1: "За", 2: "За", 3: "За"})
    await people.press(head, "Закрыть заседание")
    await people.press(head, "Подписать")
    assert not await people.files(unit, 0) and not await people.files(guest, 0)
    over = await people.card(guest, "Заседание № 1")
    assert "Закрыто в 15:00" in over["text"] and not over["buttons"]
    await people.say(guest, "/meeting")
    assert "Заседания, на которое вы приглашены, сейчас нет" in await people.last(guest)

    entries = await people.entries()
    for person in (unit, guest):
        await people.say(person, "/start")
        message = await people.newest(person)
        for act in ("prot:send:1:0", "prot:words:1:0", "prot:correct:1:0", "prot:sig:1:0", "past:open:1"):
            assert (await people.tap(person, person, message, act))["alert"], act
        for act in ("received", "by-hand", "paper"):
            assert (await people.tap(person, person, message, f"disp:{act}:protocol:1:{other.key}"))["alert"]
        for act in ("act:1", "meet:drafts:1:0", "meet:calendar:1:0", "tasks:section:open", "task:open:1"):
            assert (await people.tap(person, person, message, act))["alert"], act
        assert await people.newest(person) == message
    assert await people.entries() == entries

    before = await people.newest(head)
    await people.press(head, other.title[:40])
    name, extract = next(iter((await people.files(head, before)).items()))
    for person in (unit, guest):
        await people.send_file(person, name, extract)  # forwarded by somebody: whether it is genuine, no more
        said = await people.last(person)
        assert said.startswith("Подлинная выписка из протокола № 1") and "паводк" not in said
        assert not await people.files(person, message)
    assert await people.violations() == []
