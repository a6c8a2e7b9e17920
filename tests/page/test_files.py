"""Files in by the page: an officer's morning, from the file to what it changed and back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import aiohttp
import openpyxl
import pytest
from sqlalchemy import func, select

from bot.storage.imports.rows import StoredRows
from bot.storage.messages.tables import messages
from bot.works.imports.importing import Importing
from bot.works.imports.putting_back import PuttingBack
from tests.page.conftest import SEAT, Answer, Browser, Pages
from tests.registries.test_sample import xlsx

HEADERS = ("Номер обращения", "Дата поступления", "О чём это", "Текст обращения", "Статус")


def table(folder: Path, *rows: tuple[str, ...]) -> bytes:
    """A workbook of these rows."""
    book = openpyxl.Workbook()
    for row in (HEADERS, *rows):
        book.active.append(row)
    book.save(folder / "table.xlsx")
    return (folder / "table.xlsx").read_bytes()


async def drop(browser: Browser, content: bytes, name: str = "table.xlsx") -> Answer:
    """Drop a file."""
    await browser.get("/files")
    form = aiohttp.FormData()
    form.add_field("file", content, filename=name)
    return await browser.post("/files", data=form)


async def work(pages: Pages) -> None:
    """What the worker would do."""
    importing = Importing(pages.runtime)
    for step in (
        importing.read,
        importing.apply,
        importing.undo,
        PuttingBack(pages.runtime.database).clear_up,
    ):
        while await step():
            pass


async def how_many(pages: Pages) -> int:
    """Messages in the database."""
    async with pages.runtime.database.read() as uow:
        return int(await uow.connection.scalar(select(func.count()).select_from(messages)) or 0)


@pytest.fixture
def registry(tmp_path: Path) -> bytes:
    """Three messages, a column and a status that nobody knows."""
    return table(
        tmp_path,
        ("П-1", "20.11.2026", "Дороги", "Яма на дороге", "Новое"),
        ("П-2", "21.11.2026", "Отопление", "Холодно в доме", "Загадка"),
        ("П-3", "22.11.2026", "Свет", "Не горит фонарь", "Загадка"),
    )


async def test_an_officers_morning(pages: Pages, registry: bytes) -> None:
    before = await how_many(pages)
    async with await pages.came_in(SEAT[9]) as officer:
        dropped = await drop(officer, registry)
        path = dropped.path.removeprefix("/office")
        assert "data-waits" in dropped.html
        await work(pages)
        asked = await officer.get(path)
        assert "Применить" not in asked.text
        await officer.post(f"{path}/understand", channel="incident")
        await work(pages)
        seen = await officer.get(path)
        assert "О чём это" in seen.text
        assert "3 новые" in seen.text
        assert "Вопросов по файлу: 1. Ответить" in seen.text
        assert "Открыты у нас, но нет в файле" in seen.text  # by their numbers
        place = re.search(r'name="header-(\d+)" value="о чем это"', seen.html)
        assert place, seen.html
        number = place[1]
        key = re.search(r'name="question-([0-9a-f]{8})"', seen.html)
        assert key
        said = {f"header-{number}": "о чем это", f"was-{number}": "-", f"column-{number}": "topic"}
        await officer.post(f"{path}/understand", **said, **{f"question-{key[1]}": "open"})
        await work(pages)
        again = await officer.get(path)
        assert "Отопление" in again.text
        assert f'name="question-{key[1]}"' not in again.html
        assert await how_many(pages) == before
        await officer.post(f"{path}/apply")
        await work(pages)
        assert await how_many(pages) == before + 3
        async with pages.runtime.database.read() as uow:
            assert await uow.before.count(int(path.rpartition("/")[2])) == 3
        listed = await officer.get("/messages?channel=incident&words=Отопление&section=open")
        assert "П-2" in listed.text
        await officer.get(path)
        await officer.post(f"{path}/undo")
        await work(pages)
        assert await how_many(pages) == before


async def test_a_long_file_tells_how_far_it_is(
    pages: Pages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading its rows is the short part of it; then they are placed, piece by piece."""
    monkeypatch.setattr("bot.works.imports.laying_by._PIECE", 2)
    rows = [(f"П-{one}", "20.11.2026", "Дороги", "Яма на дороге", "Новое") for one in range(5)]
    told = list[str]()
    async with await pages.came_in(SEAT[9]) as officer:
        path = (await drop(officer, table(tmp_path, *rows))).path.removeprefix("/office")
        await work(pages)
        await officer.get(path)
        await officer.post(f"{path}/understand", channel="incident")
        plain = StoredRows.lay_by

        async def watched(self: StoredRows, batch: Sequence[dict[str, Any]]) -> None:
            told.append((await officer.get(path)).text)
            await plain(self, batch)

        monkeypatch.setattr(StoredRows, "lay_by", watched)
        await work(pages)
        assert "5 новых" in (await officer.get(path)).text
    assert ["Разобрано: 2." in one for one in told] == [False, True, False]
    assert "5 строк. Разобрано: 4." in told[2]


async def test_channels_and_importance_are_asked_as_in_the_chat(pages: Pages) -> None:
    rows = [
        ("Номер", "Источник", "Дата поступления", "Тема", "Важность"),
        ("Ю-1", "Почта", "20.11.2026", "Двор", "очень высокая"),
    ]
    async with await pages.came_in(SEAT[9]) as officer:
        path = (await drop(officer, xlsx(rows))).path.removeprefix("/office")
        await work(pages)
        seen = await officer.get(path)
        assert "Какой это канал: «Почта»?" in seen.text and "Не загружать" in seen.text
        for answer, words in (("appeal", "Важность «очень высокая» повышенная?"), ("raised", "Ю-1")):
            key = re.search(r'name="question-([0-9a-f]{8})"', seen.html)
            assert key
            await officer.post(f"{path}/understand", **{f"question-{key[1]}": answer})
            await work(pages)
            seen = await officer.get(path)
            assert words in seen.text
        assert 'name="question-' not in seen.html


async def test_the_order_of_dates_is_turned_and_turned_back(pages: Pages, tmp_path: Path) -> None:
    rows = [(f"П-{one}", f"0{one}/10/2026", "Дороги", "Яма на дороге", "Новое") for one in (4, 5)]
    async with await pages.came_in(SEAT[9]) as officer:
        path = (await drop(officer, table(tmp_path, *rows))).path.removeprefix("/office")
        await work(pages)
        await officer.get(path)
        for dates, was, read in (("month", "", "10 апреля 2026"), ("day", "month", "4 октября 2026")):
            said = {"channel": "incident", "dates": dates, "was-dates": was}
            await officer.post(f"{path}/understand", **said)
            await work(pages)
            shown = await officer.get(path)
            assert read in shown.text
            assert f'<option value="{dates}" selected>' in shown.html
        await officer.post(f"{path}/cancel")
        assert "2 новые" not in (await officer.get(path)).text  # nothing of it came or will come


async def test_a_file_is_its_senders_own(pages: Pages, registry: bytes) -> None:
    async with await pages.came_in(SEAT[9]) as officer, await pages.came_in(SEAT[8]) as other:
        path = (await drop(officer, registry)).path.removeprefix("/office")
        refused = await other.get(path)
        assert refused.status == 403
        assert "table.xlsx" not in (await other.get("/files")).text
        assert (await other.post(f"{path}/cancel")).status == 403
        await officer.post(f"{path}/cancel")
        assert "ничего не записано" in (await officer.get(path)).text


async def test_forms_about_a_file_that_say_nonsense_change_nothing(pages: Pages, registry: bytes) -> None:
    async with await pages.came_in(SEAT[9]) as officer:
        path = (await drop(officer, registry)).path.removeprefix("/office")
        await work(pages)
        await officer.get(path)
        for way, fields in (
            ("understand", {"channel": "nowhere"}),
            ("conflicts", {"take": "1; drop"}),
            ("understand", {"dates": "yesterday"}),
            ("understand", {"question-00000000": "open"}),
            ("understand", {"header-0": "x" * 100, "column-0": "topic"}),
            ("understand", {"header-0": "Не Нормализовано", "column-0": "topic"}),
            ("understand", {"header-0": "x", "column-0": "password"}),
            ("apply", {}),
        ):
            answer = await officer.post(f"{path}/{way}", **fields)
            assert answer.status in (400, 403), (way, fields)
        assert (await officer.post("/files/99999999999/apply")).status == 404


@pytest.mark.parametrize("name", ["../../etc/passwd", "<script>.xlsx", "a" * 500, "я\u202e.xlsx", ""])
async def test_hostile_names_are_shown_letter_for_letter(pages: Pages, name: str) -> None:
    async with await pages.came_in(SEAT[9]) as officer:
        answer = await drop(officer, b"not a table", name or "x")
        assert answer.status == 200
        assert "<script>." not in answer.html
        await work(pages)
        assert "не прочитан" in (await officer.get(answer.path.removeprefix("/office"))).text
