"""Registries whose cells hold what no text may: cleaned or set aside with a reason, never lost in silence."""

from __future__ import annotations

import io
import zipfile

import pytest
from openpyxl import Workbook, load_workbook
from sqlalchemy import select
from structlog.testing import capture_logs

from bot.storage.messages.tables import messages
from tests.e2e.chat.test_hostile_words import fit
from tests.e2e.conftest import Town

HEADERS = ["номер", "канал", "дата", "дата регистрации", "тема", "текст", "статус", "дата ответа"]
# Long enough: where every fiftieth character is a control one, a file is taken for no table at all.
PLAIN = "Во дворе нет света, просим принять меры и сообщить о сроках. " * 4
# Number, day, topic, text as they are sent; number, topic and text as they are kept, None: set aside.
ROWS = [
    ("К-1", "16.11.2026", "Зем\x00ля", f"{PLAIN}нет\x00 воды", ("К-1", "Земля", f"{PLAIN}нет воды")),
    ("\x00К-2\x00", "16.11.2026", "Земля", "\x00\x00", ("К-2", "Земля", "")),
    ("К-3", "16.11.2026", "Земля", f"{PLAIN}до\x1b\u202e после\x07", ("К-3", "Земля", f"{PLAIN}до после")),
    ("\x00", "16.11.2026", "Земля", PLAIN, None),
    ("К-5", "31.\x0002.2026", "Земля", PLAIN, None),
    ("К-6", "16.11.2026", "Зем\uffffля", f"{PLAIN}до\uffff после", ("К-6", "Земля", f"{PLAIN}до после")),
]
LINES = [[number, "59-ФЗ", day, day, topic, text, "на контроле", ""] for number, day, topic, text, _ in ROWS]


def as_csv() -> bytes:
    """The table with the characters as they are, as Excel saves «Unicode text»."""
    return "\n".join(";".join(line) for line in [HEADERS, *LINES]).encode("utf-16")


def as_xlsx() -> bytes:
    """The table with the characters escaped as Office Open XML does (ST_Xstring): no library writes them."""
    marks = {"\x00": "NUL", "\x1b": "ESC", "\x07": "BEL", "\uffff": "NON"}
    book, written, hostile = Workbook(), io.BytesIO(), io.BytesIO()
    for line in [HEADERS, *LINES]:
        book.worksheets[0].append(["".join(marks.get(one, one) for one in cell) for cell in line])
    book.save(written)
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(hostile, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode()
            for character, mark in marks.items():
                escaped = character if character == "\uffff" else f"_x{ord(character):04X}_"
                content = content.replace(mark, escaped)
            new.writestr(name, content)
    return hostile.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [("а.csv", as_csv()), ("б.csv", as_csv().decode("utf-16").encode()), ("а.xlsx", as_xlsx())],
)
async def test_cells_are_cleaned_or_set_aside(seeded: Town, name: str, content: bytes) -> None:
    people, officer = seeded, seeded.seat[8]
    with capture_logs() as logs:
        await people.send_file(officer, name, content)
        assert "новых 4 · изменённых 0 · без изменений 0 · не прочитано 2" in await people.last(officer)
        await people.press(officer, "Применить")
        before = await people.newest(officer)
        await people.press(officer, "Непрочитанные, XLSX")
    assert [one for one in logs if one["log_level"] == "error"] == []
    await fit(people, officer)
    ((_, saved),) = (await people.files(officer, before)).items()
    header, *aside = load_workbook(io.BytesIO(saved)).worksheets[0].iter_rows(values_only=True)
    assert header[:2] == ("Причина", "номер")
    assert [(line[0].split(".")[0], line[1]) for line in aside] == [
        ("Нет номера", None), ("Дата не читается: «31", "К-5")
    ]  # fmt: skip
    async with people.behind_its_back() as database:
        columns = messages.c.number, messages.c.topic, messages.c.text
        found = await database.execute(select(*columns).where(messages.c.number.like("К-%")))
        kept = {tuple(row) for row in found}
    assert kept == {after for *_, after in ROWS if after is not None}
