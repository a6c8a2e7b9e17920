"""Words that were awaited are awaited no more once the person has gone on to something else."""

from __future__ import annotations

from tests.e2e.conftest import Town


async def asked(people: Town, member: int) -> None:
    """A message's card asks this block head for a reason of their own."""
    await people.say(member, "/digest")
    await people.press(member, "1")
    await people.press(member, "Причина просрочки")
    await people.press(member, "Своя причина")


async def test_words_after_a_step_aside_are_no_reason_and_words_that_are_awaited_are(seeded: Town) -> None:
    people, member = seeded, seeded.seat[4]
    for aside in ("/messages", "/cancel", "отмена", "/convene"):  # the last one is refused
        await asked(people, member)
        await people.say(member, aside)
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
    assert await people.violations() == []
