"""The same number on every screen (docs/ru/figures.md), after files of everything that may confuse it."""

from __future__ import annotations

import argparse
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from bot.commands.export import export_command
from bot.commands.office import digest_command
from tests.e2e.conftest import Town
from tests.page.conftest import Answer, Browser
from tests.registries.test_sample import xlsx

HEAD = ("Номер обращения", "Дата поступления", "Тема", "Текст", "Статус", "Дата ответа")
NOBODYS = "Щжцъ"  # no block is presumed by it
AWKWARD = (
    ("Я-1", "01.10.2026", "Дороги", "Яма", "В работе", ""),
    ("Я-2", "01.10.2026", NOBODYS, "", "В работе", ""),
    ("Я-3", "01.10.2026", "Дороги", "Яма", "Ответ дан", "20.11.2026"),  # late
    ("Я-4", "01.10.2026", "Дороги", "Яма", "Отозвано", ""),
    ("Я-5", "10.11.2026", "Дороги", "Яма", "Не наше", ""),
    ("Я-6", "10.11.2026", NOBODYS, "", "Отклонено модератором", ""),
    ("Я-7", "17.11.2026", "Травля в седьмом классе", "", "В работе", ""),  # its block is presumed
    ("Я-8", "17.11.2026", NOBODYS, "", "Ответ дан", "18.11.2026"),
    ("№ Я-1", "01.10.2026", "Дороги", "Яма", "В работе", ""),  # the first again
    ("б/н", "20.11.2026", "Дороги", "Яма", "В работе", ""),
)
IN_HOURS = (
    ("Ч-1", "20.11.2026 17:00", "Дороги", "Яма", "В работе", ""),
    ("Ч-2", "23.11.2026 09:30", NOBODYS, "", "В работе", ""),
    ("Ч-3", "19.11.2026 09:00", "Дороги", "Яма", "Ответ дан", "23.11.2026 09:00"),
)
NOT_REGISTERED = (
    ("Номер обращения", "Дата поступления", "Дата регистрации", "Тема", "Текст"),
    ("Р-1", "20.11.2026", "", "Дороги", "Яма"),
)
YEAR = "2026"  # all that the office has came in it
STATES = {
    "overdue": "Просрочено", "today": "Срок сегодня", "unassigned": "Не распределено", "open": "В работе",
    "answered": "Отвечено", "outside": "Вне контроля", "all": "Все сообщения",
}  # fmt: skip


@dataclass(frozen=True)
class Counted:
    """What came in a period and how it stands."""

    received: int
    on_time: int
    late: int
    overdue: int
    waiting: int


def number(pattern: str, text: str) -> int:
    found = re.search(pattern, text)
    return int(re.sub(r"\s", "", found[1])) if found else 0


def counted(text: str) -> Counted:
    """A card of figures, or the print of a report."""
    patterns = (
        r"Поступило (\d+)", r"(?:Ответ в|В) срок (\d+)(?! %)", r"опозданием (\d+)",
        r"[Пп]росрочено (\d+)", r"[Вв] работе (\d+)",
    )  # fmt: skip
    return Counted(*(number(pattern, text) for pattern in patterns))


def of_the_page(answer: Answer) -> Counted:
    tiles = [int(found) for found in re.findall(r"<li><b>(?:<a [^>]*>)?(\d+)(?:</a>)?</b>", answer.html)]
    assert len(tiles) == 5, answer.text  # the share, the median and the ninth of ten have their units
    return Counted(tiles[0], *tiles[1:])


def of_the_table(content: bytes) -> tuple[Counted, int, dict[str, int]]:
    """A report's totals, its overdue messages listed, and the overdue of each block."""
    book = load_workbook(io.BytesIO(content))
    totals = {row[0]: row[1] for row in book["Итоги"].iter_rows(values_only=True)}
    names = ("Поступило", "В срок", "С опозданием", "Просрочено", "В работе")
    blocks = {row[0]: row[5] for row in book["По блокам"].iter_rows(min_row=2, values_only=True)}
    return Counted(*(totals[name] for name in names)), book["Просроченные"].max_row - 1, blocks


async def put_in(people: Town, person: int, name: str, rows: Sequence[Sequence[Any]]) -> None:
    await people.send_file(person, name, xlsx(rows))
    await people.press(person, "Применить")


async def listed(people: Town, person: int) -> dict[str, int]:
    """How many the person's list has in each state."""
    found = {}
    for state, button in STATES.items():
        await people.say(person, "/messages")
        await people.press(person, "Состояние")
        if state == "unassigned" and not await people.has_button(person, button):
            continue  # what is nobody's is of no block
        await people.press(person, button)
        found[state] = number(r"Найдено\D*([\d ]+)", await people.text(person, "Реестр сообщений"))
    return found


async def exported(people: Town, person: int, state: str) -> int:
    """How many rows the list has as a file."""
    await people.say(person, "/messages")
    await people.press(person, "Состояние")
    await people.press(person, STATES[state])
    before = await people.newest(person)
    await people.press(person, "Все списком, XLSX")
    (content,) = (await people.files(person, before)).values()
    rows: int = load_workbook(io.BytesIO(content)).worksheets[0].max_row
    return rows - 1


class _Page:
    def __init__(self, url: str) -> None:
        self.url = url


async def browser_of(people: Town, person: int) -> Browser:
    """A browser in which the person has come in by the link that the bot gave."""
    await people.say(person, "/page")
    card = (await people.messages(person))[-1]
    url = next(button["url"] for row in card["buttons"] for button in row if button.get("url"))
    browser = Browser(_Page(url.partition("/enter/")[0]))  # type: ignore[arg-type]
    await browser.post(f"/enter/{url.partition('/enter/')[2]}")
    return browser


async def reports(people: Town, person: int) -> dict[str, bytes]:
    before = await people.newest(person)
    await people.say(person, f"/report {YEAR}")
    files = await people.files(person, before)
    return {name.rpartition(".")[2]: content for name, content in files.items()}


def in_print(content: bytes) -> str:
    pages = PdfReader(io.BytesIO(content)).pages
    return "\n".join(page.extract_text() for page in pages).replace("\u00a0", " ")


@pytest.fixture
async def awkward(seeded: Town) -> Town:
    """The office after files of everything, one of them twice."""
    later = ("Я-9", "20.11.2026", "Дороги", "Яма", "В работе", "")
    for rows in (AWKWARD, (*AWKWARD, later)):
        await put_in(seeded, seeded.seat[8], "ПОС.xlsx", [HEAD, *rows])
    await put_in(seeded, seeded.seat[9], "Инцидент.xlsx", [HEAD, *IN_HOURS])
    await put_in(seeded, seeded.seat[8], "59-ФЗ.xlsx", NOT_REGISTERED)
    return seeded


@pytest.mark.long
@pytest.mark.parametrize("seat", [1, 4, 8, 9])
async def test_every_screen_of_a_person_agrees(awkward: Town, seat: int) -> None:
    people, person = awkward, awkward.seat[seat]
    found = await listed(people, person)
    assert found["overdue"] > 2 and found["outside"] >= {1: 3, 4: 2, 8: 3, 9: 0}[seat]

    await people.say(person, "/start")
    start = await people.text(person, "Просрочено")
    await people.say(person, "/digest")
    digest = await people.last(person)
    for text in (start, digest):
        assert number(r"Просрочено ([\d ]+)", text) == found["overdue"], text
        assert number(r"(?:стекает сегодня|егодня истекает) (\d+)", text) == found["today"], text
    if seat != 4:
        assert number(r"Не распределено (\d+)", digest) == found["unassigned"]
    for state in ("overdue", "open"):
        assert await exported(people, person, state) == found[state]

    async with await browser_of(people, person) as browser:
        for state, count in found.items():
            shown = await browser.get(f"/messages?section={state}")
            assert number(r"Найдено: (\d+)", shown.text) == count, (state, shown.text)
        year = of_the_page(await browser.get(f"/figures?period={YEAR}"))
    assert year.overdue == found["overdue"]
    assert year.waiting + year.overdue == found["open"]
    assert year.on_time + year.late == found["answered"]
    assert year.received + found["outside"] == found["all"]
    assert year.received == year.on_time + year.late + year.overdue + year.waiting

    await people.say(person, "/digest")
    await people.press(person, "Сводка за неделю")
    week = counted(await people.text(person, "Сводка за неделю"))
    async with await browser_of(people, person) as browser:
        assert of_the_page(await browser.get("/figures?first=2026-11-16&last=2026-11-22")) == week
    if seat != 4:
        made = await reports(people, person)
        table, overdue, _ = of_the_table(made["xlsx"])
        assert table == year == counted(in_print(made["pdf"]))
        assert overdue == found["overdue"]
        await people.press(person, "Показатели в чате")
        assert counted(await people.text(person, "Показатели")) == year
    assert await people.violations() == []


@pytest.mark.long
async def test_the_blocks_are_the_sum_of_the_whole_and_the_command_line_says_the_same(
    awkward: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    people, head = awkward, awkward.seat[1]
    whole = await listed(people, head)
    await people.say(head, "/digest")
    digest = await people.last(head)
    made = await reports(people, head)
    table, _, blocks = of_the_table(made["xlsx"])
    assert sum(blocks.values()) == table.overdue == whole["overdue"]
    of_blocks = [(await listed(people, people.seat[seat]))["overdue"] for seat in range(2, 8)]
    assert sorted(of_blocks) == sorted(count for name, count in blocks.items() if name != "Без блока")
    of_channels = [(await listed(people, people.seat[seat]))["overdue"] for seat in (8, 9)]
    assert sum(of_channels) == whole["overdue"]

    monkeypatch.setenv("BOT_DATABASE_URL", people.database)
    monkeypatch.setenv("BOT_API_SERVER", people._base)
    monkeypatch.setenv("BOT_TOKEN", "1:sandbox")
    monkeypatch.chdir(tmp_path)
    office: dict[str, Any] = {"profiles": None, "office": None, "env_file": None}
    capsys.readouterr()
    assert await digest_command(argparse.Namespace(seat=1, print=True, **office)) == 0
    printed = capsys.readouterr().out.replace("\u00a0", " ")
    for pattern in (r"Просрочено ([\d ]+)", r"егодня истекает (\d+)", r"Не распределено (\d+)"):
        assert number(pattern, printed) == number(pattern, digest) > 0, printed
    assert await export_command(argparse.Namespace(period=YEAR, to=tmp_path, **office)) == 0
    files = {
        kind: (tmp_path / f"report-2026-01-01-2026-12-31{kind}").read_bytes() for kind in (".xlsx", ".pdf")
    }
    assert of_the_table(files[".xlsx"])[0] == table == counted(in_print(files[".pdf"]))


@pytest.mark.long
async def test_all_are_late_in_one_unit(awkward: Town) -> None:
    made = await reports(awkward, awkward.seat[1])
    rows = load_workbook(io.BytesIO(made["xlsx"]))["Просроченные"].iter_rows(min_row=2, values_only=True)
    assert all("раб. д" in str(row[4]) for row in rows)
