"""A watched folder: what is dropped there is previewed to the channel's officer, once, and moved aside."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.storage.imports.tables import imports
from bot.works.imports.inbox import waiting
from domain.office.profile import OfficeProfile
from tests.e2e.conftest import Town, town
from tests.registries.test_sample import xlsx

HEAD = ("Номер обращения", "Дата поступления", "Тема", "Текст", "Статус")


def registry(number: str) -> bytes:
    return xlsx([HEAD, (number, "20.11.2026", "Двор", "Снег", "В работе")])


def drop(folder: Path, name: str | bytes, content: bytes) -> None:
    """As a finished copy: nobody has written to it for a while."""
    path = os.path.join(os.fsencode(folder), os.fsencode(name))  # noqa: PTH118 — a name that is no text
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(content)
    os.utime(path, (time.time() - 60,) * 2)


@pytest.fixture
def inbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    monkeypatch.setenv("BOT_INBOX", str(folder))
    return folder


@pytest.fixture
async def watched(inbox: Path, tmp_path: Path, profile: OfficeProfile) -> AsyncIterator[Town]:
    async with town(tmp_path, datetime(2026, 11, 23, 10, 0, tzinfo=profile.time_zone)) as people:
        yield people


async def card_says(people: Town, person: int, *words: str) -> str:
    """The newest text, once it has these words."""
    for _ in range(100):
        said = (await people.read(person) or [""])[-1].replace("\u00a0", " ")
        if all(word in said for word in words):
            return said
        await asyncio.sleep(0.1)
    raise AssertionError(said)


def files_under(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


async def taken(people: Town, folder: Path, count: int) -> list[Path]:
    """The files moved aside, once there are so many."""
    for _ in range(100):
        found = files_under(folder / "done")
        if len(found) == count:
            await people.settle()
            return found
        await asyncio.sleep(0.2)
    raise AssertionError(files_under(folder))


async def count_of_imports(people: Town) -> int:
    async with people.behind_its_back() as database:
        return int(await database.scalar(select(func.count()).select_from(imports)) or 0)


async def test_a_dropped_file_is_previewed_and_applied_once(watched: Town, inbox: Path) -> None:
    people, officer, other = watched, watched.seat[8], watched.seat[9]
    before = await people.newest(other)
    drop(inbox, "ПОС выгрузка.xlsx", registry("Я-1"))
    await taken(people, inbox, 1)
    await card_says(people, officer, "Файл «ПОС выгрузка.xlsx» из папки.", "Похоже на", "Я-1")
    assert await people.newest(other) == before
    await people.press(officer, "Применить")
    assert "\nЗагружено 1" in await people.last(officer)
    await asyncio.sleep(5)
    assert await count_of_imports(people) == 1
    drop(inbox, "ПОС выгрузка.xlsx", registry("Я-2"))
    both = await taken(people, inbox, 2)
    assert {path.relative_to(inbox).as_posix() for path in both} == {
        "done/ПОС выгрузка.xlsx",
        "done/1/ПОС выгрузка.xlsx",
    }
    await card_says(people, officer, "Я-2")
    (inbox / "ПОС сейчас.xlsx").write_bytes(registry("Я-3"))
    await people.settle()  # nobody is idle while a file is on its way
    assert "Я-3" in await people.last(officer)
    assert await people.violations() == []


@pytest.mark.long
async def test_whose_channel_nobody_knows_all_officers_are_asked(watched: Town, inbox: Path) -> None:
    people, officers = watched, (watched.seat[8], watched.seat[9])
    drop(inbox, "список.xlsx", registry("Я-1"))
    await taken(people, inbox, 1)
    for officer in officers:
        await card_says(people, officer, "Из какого он канала")
    card = await people.card(officers[0], "Файл «список.xlsx»")
    await people.tap(officers[0], officers[0], card["message_id"], "ПОС «Госуслуги. Решаем вместе»")
    await card_says(people, officers[0], "Я-1")
    # Whose channel it is not may not put it in.
    theirs = (await people.messages(officers[1]))[-1]
    refused = await people.tap(officers[1], officers[1], theirs["message_id"], "Применить")
    assert refused["alert"] and "Эту загрузку ведёт" in refused["answer"]
    await people.press(officers[0], "Применить")
    await card_says(people, officers[0], "Загружено 1")


@pytest.mark.long
async def test_a_file_that_was_taken_in_before_a_crash_is_not_taken_again(watched: Town, inbox: Path) -> None:
    """The commit came through and the move did not: the same file lies there still."""
    drop(inbox, "ПОС 1.xlsx", registry("Я-1"))
    [aside] = await taken(watched, inbox, 1)
    aside.rename(inbox / aside.name)
    await taken(watched, inbox, 1)
    assert await count_of_imports(watched) == 1


@pytest.mark.long
async def test_hostile_names_and_things_that_are_no_files(watched: Town, inbox: Path) -> None:
    people, officer = watched, watched.seat[8]
    secret = inbox.parent / "secret.csv"
    secret.write_text("секрет")
    (inbox / "ссылка ПОС.csv").symlink_to(secret)
    (inbox / "папка").mkdir()
    os.mkfifo(inbox / "труба ПОС.csv")
    for passed_over in (".скрытый ПОС.csv", "~$ПОС.xlsx", "ПОС.xlsx.part"):
        drop(inbox, passed_over, registry("Я-0"))
    names: list[str | bytes] = [
        b"\xd0\x9f\xff\xfe \xcf.xlsx",
        "<b>ПОС & \u202egnp.xlsx",
        "ПОС\n\x07 две строки.xlsx",
        "ПОС " + "ы" * 110 + ".xlsx",
        "import:apply:1:",
    ]
    for name in names:
        drop(inbox, name, b"no registry at all")
    found = await taken(people, inbox, len(names))
    assert await count_of_imports(people) == len(names)
    for _ in range(100):
        said = [text for text in await people.read(officer) if "не прочитан, ничего не записано" in text]
        if len(said) == len(names):
            break
        await asyncio.sleep(0.1)
    assert len(said) == len(names) and not any("секрет" in text for text in said)
    assert {"ссылка ПОС.csv", "папка", "труба ПОС.csv"} <= names_in(inbox)
    assert len({os.fsencode(path.name) for path in found}) == len(names)
    assert await people.violations() == []


def test_a_file_that_is_still_written_waits(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("1")
    assert list(waiting(tmp_path)) == []
    os.utime(tmp_path / "a.csv", (time.time() + 60,) * 2)  # by a clock that is ahead of ours
    assert list(waiting(tmp_path)) == []
    for seconds in (-10, 3600):
        os.utime(tmp_path / "a.csv", (time.time() + seconds,) * 2)
        assert list(waiting(tmp_path)) == [tmp_path / "a.csv"]
    with pytest.raises(FileNotFoundError):
        list(waiting(tmp_path / "nowhere"))
