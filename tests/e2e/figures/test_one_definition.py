"""One word, one number on every screen (docs/ru/figures.md)."""

from __future__ import annotations

import re

import pytest

from tests.e2e.conftest import Town
from tests.registries.test_sample import xlsx

HEAD = ("Номер обращения", "Дата поступления", "Тема", "Текст", "Статус", "Дата ответа")
NOBODYS = "Щжцъ"  # no block is presumed by it


def number(pattern: str, text: str) -> int:
    found = re.search(pattern, text)
    return int(found[1].replace(" ", "")) if found else 0


async def digest(people: Town) -> str:
    """The head's digest as it is now."""
    await people.say(people.seat[1], "/digest")
    return await people.last(people.seat[1])


async def details(people: Town) -> str:
    """What the head's digest tells a tap away: what changed, blocks and channels."""
    await people.press(people.seat[1], "Подробнее")
    return await people.last(people.seat[1])


async def listed(people: Town, state: str, person: int | None = None) -> int:
    """How many a person's list, the head's if nobody's is meant, has in this state."""
    head = person or people.seat[1]
    await people.say(head, "/messages")
    await people.press(head, "Состояние")
    await people.press(head, state)
    return number(r"Найдено\D*([\d ]+)", await people.text(head, "Реестр сообщений"))


async def put_in(people: Town, *rows: tuple[str, ...]) -> tuple[str, str]:
    """What the preview and the receipt say."""
    officer = people.seat[8]
    await people.send_file(officer, "ПОС.xlsx", xlsx([HEAD, *rows]))
    preview = await people.last(officer)
    await people.press(officer, "Применить")
    return preview, await people.last(officer)


def sums(text: str, heading: str) -> int:
    """The overdue of a part of the digest, row by row."""
    part = text.partition(heading)[2].strip("\n ()").split("\n\n")[0]
    return sum(int(count) for count in re.findall(r": (\d+) · \d+ · \d+", part.split("По каналам")[0]))


async def test_overdue_is_one_number(seeded: Town) -> None:
    before, told_before = await digest(seeded), await details(seeded)
    rows = [(f"Я-{at}", "01.10.2026", "Дороги", "Яма", "В работе", "") for at in range(7)]
    preview, _ = await put_in(seeded, *rows, ("Я-8", "20.11.2026", "Дороги", "Яма", "В работе", ""))
    assert "станут просрочены 7" in preview
    after, told = await digest(seeded), await details(seeded)
    was, now = (number(r"Просрочено ([\d ]+)", text) for text in (before, after))
    grown = [number(r"Просрочено [\d ]+ \(\+(\d+)", text) for text in (before, after)]
    assert now - was == 7 and grown[1] - grown[0] == 7
    # What the growth consists of is said beside it.
    came = number(r"пришло (\d+), из них просрочены", told)
    overdue = [number(r"из них просрочены (\d+)", text) for text in (told_before, told)]
    assert came >= 8 and overdue[1] - overdue[0] == 7
    assert sums(told, "По блокам") == now == sums(told, "По каналам")
    assert await listed(seeded, "Просрочено") == now


async def test_every_screen_agrees(seeded: Town) -> None:
    """The start, the digest and the list of each of the three who read them, after a file of everything."""
    await put_in(
        seeded,
        ("Я-1", "01.10.2026", "Дороги", "Яма", "В работе", ""),
        ("Я-2", "01.10.2026", NOBODYS, "", "В работе", ""),
        ("Я-3", "01.10.2026", "Дороги", "Яма", "Ответ дан", "20.11.2026"),
        ("Я-4", "01.10.2026", "Дороги", "Яма", "Отозвано", ""),
        ("Я-5", "10.11.2026", "Дороги", "Яма", "В работе", ""),
        ("б/н", "20.11.2026", "Дороги", "Яма", "В работе", ""),
    )
    for seat in (1, 4, 8):
        person = seeded.seat[seat]
        await seeded.say(person, "/start")
        start = await seeded.text(person, "Просрочено")
        await seeded.say(person, "/digest")
        told = await seeded.last(person)
        found = {state: await listed(seeded, state, person) for state in ("Просрочено", "Срок сегодня")}
        assert found["Просрочено"] > 0
        for text in (start, told):
            assert number(r"Просрочено ([\d ]+)", text) == found["Просрочено"], (seat, text)
            assert number(r"(?:стекает сегодня|егодня истекает) (\d+)", text) == found["Срок сегодня"], (
                seat,
                text,
            )


async def test_not_assigned_is_what_is_open(seeded: Town) -> None:
    before = number(r"Не распределено (\d+)", await digest(seeded))
    preview, receipt = await put_in(
        seeded,
        ("Я-1", "20.11.2026", NOBODYS, "", "В работе", ""),
        ("Я-2", "20.11.2026", NOBODYS, "", "В работе", ""),
        ("Я-3", "20.11.2026", NOBODYS, "", "Ответ дан", "21.11.2026"),
        ("Я-4", "20.11.2026", NOBODYS, "", "Отозвано", ""),
    )
    assert "Не распределено 2" in preview and "Не распределено 2" in receipt
    text = await digest(seeded)
    now = number(r"Не распределено (\d+)", text)
    assert now - before == 2 == now - before
    assert await listed(seeded, "Не распределено") == now


@pytest.mark.long
async def test_what_nobody_was_named_for_stands_by_its_number(seeded: Town) -> None:
    """In the week's figures the row of no block leads where it is the largest."""
    head = seeded.seat[1]
    await put_in(
        seeded,
        *((f"Я-{at}", "20.11.2026", NOBODYS, "", "Ответ дан", "21.11.2026") for at in range(400)),
    )
    await seeded.say(head, "/digest")
    await seeded.press(head, "Сводка за неделю")
    text = await seeded.text(head, "Сводка за неделю")
    blocks = text.partition("По блокам")[2].splitlines()
    assert blocks[1].startswith("Без блока: 4") and "Не распределено" not in text
