"""Words that were awaited are awaited no more once the person has gone on to something else."""

from __future__ import annotations

from tests.e2e.conftest import Town


async def asked(people: Town, member: int) -> None:
    """A message's card asks this block head for a reason of their own."""
    await people.say(member, "/digest")
    await people.press(member, "1")
    await people.press(member, "Причина просрочки")
    await people.press(member, "Своя причина")


async def asks_still(people: Town, person: int) -> bool:
    """Whether a card asks for words of this person's."""
    return any("Напишите" in text for text in await people.read(person))


async def test_words_after_a_step_aside_are_no_reason_and_words_that_are_awaited_are(seeded: Town) -> None:
    people, member = seeded, seeded.seat[4]
    for aside in ("/messages", "/cancel", "отмена", "/convene"):  # the last one is refused
        await asked(people, member)
        await people.say(member, aside)
        assert not await asks_still(people, member), aside
        await people.say(member, "Просто текст")
        assert "Не понял" in await people.last(member), aside
    await asked(people, member)
    await people.press(member, "Назад")
    await people.say(member, "Просто текст")
    assert "Не понял" in await people.last(member)
    assert "Причина: Просто текст" not in "".join(await people.read(member))

    await asked(people, member)
    await people.say(member, "Ждём подрядчика")
    assert "Причина: Ждём подрядчика" in await people.last(member)

    # A question of another card takes the place of this one's, and an answer of a tap ends it.
    await people.say(member, "/propose")
    await people.say(member, "/digest")
    assert not await asks_still(people, member)
    await people.press(member, "1")
    await people.press(member, "Причина просрочки")
    await people.press(member, "Своя причина")
    await people.say(member, "/messages")
    await people.press(member, "Найти")
    await people.press(member, "Назад")
    assert not await asks_still(people, member)
    assert await people.violations() == []


async def test_a_draft_by_hand_waits_for_whoever_stepped_aside(seeded: Town) -> None:
    people, officer = seeded, seeded.seat[8]
    await people.say(officer, "/add")
    await people.press(officer, "Обращения по 59-ФЗ")
    await people.say(officer, "101-А")
    await people.say(officer, "/verify")
    assert not await asks_still(people, officer)
    await people.say(officer, "/start")
    assert not any("Пришлите код" in text for text in await people.read(officer))
    await people.press(officer, "Продолжить")
    await people.say(officer, "Уборка снега")
    assert all(given in await people.last(officer) for given in ("101-А", "Уборка снега"))
    assert await people.violations() == []
