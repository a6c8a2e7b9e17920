"""Many messages of the list at once: ticked, confirmed by their number, none that others have dealt with."""

from __future__ import annotations

from sqlalchemy import text

from tests.e2e.conftest import Town


async def test_several_are_ticked_and_answered_but_those_that_are_answered_already(seeded: Town) -> None:
    people, person, officer = seeded, seeded.seat[4], seeded.seat[9]
    await people.say(person, "/messages")
    await people.press(person, "Отметить несколько")
    for number in ("☐ 1", "☐ 2", "☐ 3"):
        await people.press(person, number)
    assert await people.has_button(person, "☑ 3")
    async with people.behind_its_back() as database:
        first = "SELECT id FROM messages WHERE block = 'infrastructure' AND answered_at IS NULL"
        ids = list((await database.scalars(text(f"{first} ORDER BY deadline_at, id LIMIT 3"))).all())
    await people.press(person, "С отмеченными: 3")
    assert "3 сообщения. Что сделать?" in await people.last(person)
    # Meanwhile the head answers one of them.
    await people.say(seeded.seat[1], "/digest")
    digest = (await people.messages(seeded.seat[1]))[-1]
    await people.tap(seeded.seat[1], seeded.seat[1], digest["message_id"], f"digest:open:{ids[0]}")
    await people.press(seeded.seat[1], "Ответ дан")
    before = await people.entries()
    card = (await people.messages(person))[-1]
    await people.tap(person, person, card["message_id"], "Ответ дан")
    assert "Сообщений: 3" in await people.last(person)
    await people.press(person, "Подтвердить")
    said = await people.last(person)
    assert "Сделано 2 из 3" in said and "Уже отвечены: 1" in said
    async with people.behind_its_back() as database:
        done = await database.scalar(
            text(f"SELECT count(*) FROM messages WHERE id IN {tuple(ids)} AND answered_at IS NOT NULL")
        )
    assert done == 3
    assert await people.entries() == before + 3  # one confirmation, one entry a message
    again = await people.tap(person, person, card["message_id"], "many:confirm:1:")
    assert again["alert"] is True
    await people.say(officer, "/digest")
    theirs = (await people.messages(officer))[-1]["message_id"]
    other = await people.tap(officer, officer, theirs, "many:confirm:1:")
    assert other["alert"] is True
    assert await people.violations() == []


async def test_all_of_a_list_are_given_to_a_unit_and_a_reason(seeded: Town) -> None:
    people, person = seeded, seeded.seat[4]
    await people.say(person, "/messages")
    await people.press(person, "Состояние")
    await people.press(person, "Просрочено")
    found = int((await people.last(person)).split("Найдено ")[1].split()[0])
    await people.press(person, "Отметить несколько")
    await people.press(person, "Все по этому отбору")
    assert f"{found} сообщени" in await people.last(person)
    await people.press(person, "Подразделение")
    await people.press(person, "Отдел транспорта и связи")
    async with people.behind_its_back() as database:
        theirs = await database.scalar(text("SELECT count(*) FROM messages WHERE unit_by_hand"))
    done = await people.last(person)
    assert f"Сделано {theirs} из {found}" in done
    await people.say(person, "/messages снег")
    await people.press(person, "Отметить несколько")
    await people.press(person, "☐ 1")
    await people.press(person, "С отмеченными: 1")
    await people.press(person, "Причина просрочки")
    await people.press(person, "Своя причина")
    await people.say(person, "Ждём Петрова Ивана Сергеевича, +7 912 345-67-89")
    assert "Записать причину" in await people.last(person) and "345-67" not in await people.last(person)
    await people.press(person, "Отмена")
    assert "Ничего не изменено" in await people.last(person)
