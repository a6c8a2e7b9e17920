"""Terms decided on a message's card: an appeal extended and sent on, a platform's message as an appeal."""

from __future__ import annotations

import pytest

from handlers.digests.taps import DigestTap
from tests.e2e.conftest import Town, seeded_messages

pytestmark = pytest.mark.long

TABLE = (
    "номер;канал;дата;дата регистрации;тема;статус\n"
    "331-А;59-ФЗ;16.11.2026 10:00;18.11.2026;Земельные участки;на рассмотрении\n"
    "900;ПОС;16.11.2026 10:00;16.11.2026;Детские сады;в работе\n"
    "332-А;59-ФЗ;16.11.2026 10:00;16.11.2026;Земельные участки;на рассмотрении\n"
)


async def brought(people: Town) -> int:
    """The officer of appeals has brought the table in; their person."""
    officer = people.seat[8]
    await people.send_file(officer, "таблица.csv", TABLE.encode())
    await people.press(officer, "Применить")
    await people.say(officer, "/digest")
    return officer


async def opened(people: Town, person: int, place: int) -> str:
    """The card of the table's message at this place."""
    digest = await people.card(person, "Понедельник")
    data = DigestTap(act="open", value=str(seeded_messages() + place)).pack()
    await people.tap(person, person, digest["message_id"], data)
    return await people.last(person)


async def test_an_appeal_is_extended_with_a_reason_and_the_day_the_citizen_was_told(seeded: Town) -> None:
    people = seeded
    officer = await brought(people)
    assert "срок 18 декабря (30 дней)" in await opened(people, officer, 1)
    await people.press(officer, "Продлить")
    assert "Не больше чем на 30 дней (59-ФЗ, ст. 12 ч. 2)" in await people.last(officer)
    await people.press(officer, "30 дней")
    await people.press(officer, "Другой день")
    card = (await people.messages(officer))[-1]
    shown = await people.tap(officer, officer, card["message_id"], "27")
    assert shown["alert"] is True and "27 ноября ещё не наступило" in shown["answer"]
    await people.press(officer, "20")
    await people.press(officer, "Запрошены сведения")
    text = await people.last(officer)
    assert "срок 15 января 2027 г. (60 дней)" in text  # 17 January 2027 is a Sunday
    assert "Продлён на 30 дней: запрошены сведения; заявителю сообщено 20 ноября (59-ФЗ, ст. 12 ч. 2)" in text
    card = (await people.messages(officer))[-1]
    assert "Продлить" not in str(card["buttons"])
    forged = await people.tap(officer, officer, card["message_id"], f"term:extend:{seeded_messages() + 1}:")
    assert "больше нельзя" in forged["answer"]

    # The next export knows nothing of the extension and does not take it back.
    later = TABLE.replace("331-А;59-ФЗ;16.11.2026 10:00", "331-А;59-ФЗ;16.11.2026 11:00")
    await people.send_file(officer, "таблица.csv", later.encode())
    await people.press(officer, "Применить")
    assert "срок 15 января 2027 г. (60 дней)" in await opened(people, officer, 1)
    assert await people.violations() == []


async def test_a_message_of_the_platform_becomes_an_appeal(seeded: Town) -> None:
    people = seeded
    officer = await brought(people)
    assert "срок 30 ноября (10 рабочих дней)" in await opened(people, officer, 2)
    assert "Продлить" not in str((await people.messages(officer))[-1]["buttons"])
    await people.press(officer, "Как обращение")
    assert "срок 16 декабря (30 дней)" in await people.last(officer)
    await people.press(officer, "Не как обращение")
    assert "срок 30 ноября (10 рабочих дней)" in await people.last(officer)


async def test_an_appeal_is_sent_on_and_called_back(seeded: Town) -> None:
    people = seeded
    officer = await brought(people)
    await opened(people, officer, 3)
    await people.press(officer, "Перенаправить")
    await people.press(officer, "Сегодня")
    await people.say(officer, "Министерство <b>дорог</b>")
    text = await people.last(officer)
    assert text.startswith("Перенаправлено 23 ноября, в срок (59-ФЗ, ст. 8 ч. 3)")
    assert "Куда: Министерство <b>дорог</b>" in text
    await people.press(officer, "Вернуть в работу")
    assert "срок 16 декабря (30 дней)" in await people.last(officer)


async def test_whose_message_it_is_not_does_not_change_its_term(seeded: Town) -> None:
    people = seeded
    officer = await brought(people)
    await opened(people, officer, 1)
    theirs = (await people.messages(officer))[-1]
    data = next(b["data"] for row in theirs["buttons"] for b in row if b["text"] == "Продлить")
    stranger = people.seat[9]
    await people.say(stranger, "/digest")
    own = (await people.messages(stranger))[-1]
    shown = await people.tap(stranger, stranger, own["message_id"], data)
    assert shown["alert"] is True and "п. 3.3" in shown["answer"]


async def test_an_appeal_that_is_not_registered_waits_in_the_digest_and_is_registered_in_two_taps(
    seeded: Town,
) -> None:
    people = seeded
    officer = people.seat[8]
    table = TABLE + "333-А;59-ФЗ;19.11.2026 10:00;;Земельные участки;на рассмотрении\n"
    await people.send_file(officer, "таблица.csv", table.encode())
    await people.press(officer, "Применить")
    await people.say(officer, "/digest")
    await people.press(officer, "Регистрация 1")
    text = await people.last(officer)
    assert "Ждут регистрации 1" in text and "333-А" in text
    assert "зарегистрировать до 23 ноября" in text  # the third day is a Sunday
    text = await opened(people, officer, 4)
    assert "Не зарегистрировано, срок 23 ноября (59-ФЗ, ст. 8 ч. 2)" in text
    assert "срок 18 декабря (30 дней)" in text
    await people.press(officer, "Зарегистрировано")
    await people.press(officer, "Сегодня")
    text = await people.last(officer)
    assert "Не зарегистрировано" not in text and "срок 23 декабря (30 дней)" in text

    # The next export does not know it yet; the one after says another day and is asked about.
    later = table.replace("333-А;59-ФЗ;19.11.2026 10:00", "333-А;59-ФЗ;19.11.2026 10:05")
    await people.send_file(officer, "таблица.csv", later.encode())
    await people.press(officer, "Применить")
    assert "срок 23 декабря (30 дней)" in await opened(people, officer, 4)
    assert await people.violations() == []
