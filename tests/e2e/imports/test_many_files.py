"""Files as clerks and their systems make them, sent in the chat and put in: what the office then knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from sqlalchemy import select

from bot.storage.messages.tables import messages
from tests.conftest import SHARED, missing
from tests.e2e.conftest import Town
from tests.registries.test_formats import fods, mhtml, page, spreadsheet_ml, xlsb
from tests.registries.test_sample import ZONE, archive, changed, in_cell, ods, saved, separated, xlsx

Line = tuple[str, str, str, str, str]
"""Number, received and answered (local, empty while open), topic, text."""

HEAD = ("Номер обращения", "Дата поступления", "Тема", "Текст", "Статус", "Дата ответа")


def plain(mark: str) -> list[tuple[Any, ...]]:
    """An export of two messages whose numbers begin with the mark."""
    return [
        HEAD,
        (f"{mark}-1", "20.11.2026 11:43", "Дороги", "Снег во дворе", "В работе", ""),
        (f"{mark}-2", "02.11.2026 09:00", "Свет", "Темно", "Ответ дан", "05.11.2026 10:30"),
    ]


def as_they_are(mark: str) -> list[Line]:
    return [
        (f"{mark}-1", "20.11.2026 11:43", "", "Дороги", "Снег во дворе"),
        (f"{mark}-2", "02.11.2026 09:00", "05.11.2026 10:30", "Свет", "Темно"),
    ]


# Every form of file; each holds the same two messages.
FORMS: dict[str, Callable[[list[tuple[Any, ...]]], bytes]] = {
    "xlsx": xlsx,
    "ods": ods,
    "fods": lambda rows: fods(rows).encode(),
    "xlsb": xlsb,
    "xlsm": lambda rows: changed(xlsx(rows), {"xl/vbaProject.bin": "макрос"}),
    "page": lambda rows: page(rows).encode(),
    "page-cp1251": lambda rows: page(rows, "windows-1251").encode("cp1251"),
    "page-utf16": lambda rows: page(rows, "unicode").encode("utf-16"),
    "mhtml": mhtml,
    "xml2003": lambda rows: spreadsheet_ml(rows).encode(),
    "xml2003-cp1251": lambda rows: spreadsheet_ml(rows, "windows-1251").encode("cp1251"),
    "zip-xlsx": lambda rows: archive({"а/реестр.xlsx": xlsx(rows), "__MACOSX/._реестр.xlsx": b"x"}),
    "zip-csv": lambda rows: archive({"реестр.csv": separated(rows, ";", "cp1251")}),
    **{
        f"{encoding}{name}": partial(separated, delimiter=delimiter, encoding=encoding)
        for encoding, delimiter, name in (
            ("utf-8", ";", "a"), ("utf-8-sig", ",", "b"), ("utf-16", "\t", "c"), ("utf-16-le", ";", "d"),
            ("cp1251", ";", "e"), ("cp1251", "|", "f"), ("cp866", ";", "g"), ("koi8-r", ";", "h"),
        )
    },
}  # fmt: skip


def with_cells_merged() -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Реестр сообщений за ноябрь 2026 г.", None, None, None, None])
    sheet.append(["Сообщение", None, None, "Ответ", None])
    sheet.append(["Номер", "Дата", "Тема", "Статус", "Дата"])
    sheet.append(["М-1", "20.11.2026", "Дороги", "Ответ дан", "21.11.2026"])
    sheet.append(["М-2", "20.11.2026", None, "В работе", None])
    for cells in ("A1:E1", "A2:C2", "D2:E2", "C4:C5"):
        sheet.merge_cells(cells)
    return saved(book)


def of_1904() -> bytes:
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.worksheets[0]
    sheet.append(HEAD[:4])
    sheet.append(["Г-1", in_cell(2026, 11, 20, 9, 5), "Дороги", "Яма"])
    return saved(book)


def hidden_rows() -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (HEAD[:4], ("С-1", "20.11.2026", "Дороги", "Яма"), ("С-2", "20.11.2026", "Свет", "Темно")):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    return saved(book)


def one(number: str, received: str, answered: str = "", topic: str = "Дороги", text: str = "Яма") -> Line:
    return (number, received if " " in received else f"{received} 00:00", answered, topic, text)


# Kinds of writing: a file and what it says.
KINDS: dict[str, tuple[Callable[[], bytes], list[Line]]] = {
    "merged": (
        with_cells_merged,
        [
            one("М-1", "20.11.2026", "21.11.2026 00:00", text=""),
            one("М-2", "20.11.2026", text=""),
        ],
    ),
    "1904": (of_1904, [one("Г-1", "20.11.2026 09:05")]),
    "hidden": (hidden_rows, [one("С-1", "20.11.2026"), one("С-2", "20.11.2026", topic="Свет", text="Темно")]),
    "words": (
        lambda: xlsx([HEAD[:4], ("Д-1", "«02» ноября 2026 г.", "Дороги", "Яма")]),
        [one("Д-1", "02.11.2026")],
    ),
    "month-by-name": (
        lambda: xlsx([HEAD[:4], ("Д-2", "2 ноя. 2026 г. 14:20", "Дороги", "Яма")]),
        [one("Д-2", "02.11.2026 14:20")],
    ),
    "iso": (
        lambda: xlsx([HEAD[:4], ("Д-3", "2026-11-02T09:30:00+03:00", "Дороги", "Яма")]),
        [one("Д-3", "02.11.2026 11:30")],
    ),
    "two-figures": (
        lambda: xlsx([HEAD[:4], ("Д-4", "02.11.26", "Дороги", "Яма")]),
        [one("Д-4", "02.11.2026")],
    ),
    "serial": (
        lambda: separated([HEAD[:4], ("Д-5", "46328", "Дороги", "Яма")]),
        [one("Д-5", "02.11.2026")],
    ),
    "moscow": (
        lambda: xlsx([HEAD[:4], ("Д-6", "02.11.2026 09:00 (МСК)", "Дороги", "Яма")]),
        [one("Д-6", "02.11.2026 11:00")],
    ),
    "month-first": (
        lambda: xlsx(
            [HEAD[:4], ("Ф-1", "11/03/2026", "Дороги", "Яма"), ("Ф-2", "11/20/2026", "Дороги", "Яма")]
        ),
        [one("Ф-1", "03.11.2026"), one("Ф-2", "20.11.2026")],
    ),
    "own-time": (
        lambda: xlsx(
            [
                ("Номер", "Дата поступления", "Время", "Тема", "Текст"),
                ("В-1", "20.11.2026", "17:05", "Дороги", "Яма"),
            ]
        ),
        [one("В-1", "20.11.2026 17:05")],
    ),
    "mark": (
        lambda: xlsx(
            [
                (*HEAD[:4], "Отметка об исполнении"),
                ("О-1", "02.11.2026", "Дороги", "Яма", "исполнено 05.11.2026 исх. 12"),
            ]
        ),
        [one("О-1", "02.11.2026", "05.11.2026 00:00")],
    ),
    "number-and-date": (
        lambda: xlsx(
            [("Дата и номер регистрации", "Тема", "Содержание"), ("02.11.2026 № 59-17", "Дороги", "Яма")]
        ),
        [one("59-17", "02.11.2026")],
    ),
    "synonyms": (
        lambda: xlsx(
            [
                ("Рег. номер", "Создано", "Тематика вопроса", "Суть обращения"),
                ("З-1", "02.11.2026", "Дороги", "Яма"),
            ]
        ),
        [one("З-1", "02.11.2026")],
    ),
    "subheads-and-totals": (
        lambda: xlsx(
            [
                HEAD[:4],
                ("Ноябрь", None, None, None),
                ("И-1", "20.11.2026", "Дороги", "Яма"),
                ("Итого: 1", None, None, None),
            ]
        ),
        [one("И-1", "20.11.2026")],
    ),
    "title-above": (
        lambda: xlsx([("Утверждаю",), (), ("Реестр",), HEAD[:4], ("У-1", "20.11.2026", "Дороги", "Яма")]),
        [one("У-1", "20.11.2026")],
    ),
    "markup": (
        lambda: separated([HEAD[:4], ("Т-1", "20.11.2026", "Дороги", "<p>Яма&nbsp;у&nbsp;дома</p>")]),
        [one("Т-1", "20.11.2026", text="Яма у дома")],
    ),
    "unfit": (
        lambda: separated([HEAD[:4], ("Н-1", "20.11.2026", "Дороги", "Яма\ufeff\u200b у дома")]),
        [one("Н-1", "20.11.2026", text="Яма у дома")],
    ),
    "second-date": (
        lambda: xlsx(
            [
                ("Вх. №", "Дата", "Тема", "Текст", "Исх. №", "Дата"),
                ("Ж-1", "02.11.2026", "Дороги", "Яма", "И-5", "05.11.2026"),
                ("Ж-2", "03.11.2026", "Дороги", "Яма", "", ""),
            ]
        ),
        [one("Ж-1", "02.11.2026", "05.11.2026 00:00"), one("Ж-2", "03.11.2026")],
    ),
    "status-with-its-date": (
        lambda: xlsx([HEAD[:5], ("Х-1", "02.11.2026", "Дороги", "Яма", "Исполнено 05.11.2026 исх. № 7")]),
        [one("Х-1", "02.11.2026", "05.11.2026 00:00")],
    ),
    "words-for-a-date": (
        lambda: xlsx(
            [
                (*HEAD[:4], HEAD[5]),
                ("Ц-1", "02.11.2026", "Дороги", "Яма", "нет"),
                ("Ц-2", "02.11.2026", "Дороги", "Яма", "05.11.2026 исх. 12"),
            ]
        ),
        [one("Ц-1", "02.11.2026"), one("Ц-2", "02.11.2026", "05.11.2026 00:00")],
    ),
    "table-below-a-table": (
        lambda: xlsx(
            [
                HEAD[:4],
                ("Ч-1", "20.11.2026", "Дороги", "Яма"),
                (),
                ("Тема", "Номер обращения", "Текст", "Дата поступления"),
                ("Свет", "Ч-2", "Темно", "21.11.2026"),
            ]
        ),
        [one("Ч-1", "20.11.2026"), one("Ч-2", "21.11.2026", topic="Свет", text="Темно")],
    ),
    "day-of-week": (
        lambda: xlsx(
            [
                HEAD[:4],
                ("Ш-1", "Понедельник, 2 ноября 2026 г.", "Дороги", "Яма"),
                ("Ш-2", "02.XI.2026 14 ч 20 мин", "Дороги", "Яма"),
            ]
        ),
        [one("Ш-1", "02.11.2026"), one("Ш-2", "02.11.2026 14:20")],
    ),
    "zones": (
        lambda: separated(
            [
                HEAD[:4],
                ("Ы-1", "02.11.2026 09:00 (UTC+3)", "Дороги", "Яма"),
                ("Ы-2", "Mon, 02 Nov 2026 09:30:00 +0500", "Дороги", "Яма"),
            ]
        ),
        [one("Ы-1", "02.11.2026 11:00"), one("Ы-2", "02.11.2026 09:30")],
    ),
    "moments-called-times": (
        lambda: xlsx(
            [
                ("Номер", "Время создания", "Тема", "Текст", "Время закрытия"),
                ("Э-1", "02.11.2026 17:05", "Дороги", "Яма", "03.11.2026 10:00"),
            ]
        ),
        [one("Э-1", "02.11.2026 17:05", "03.11.2026 10:00")],
    ),
    "number-with-its-date": (
        lambda: xlsx(
            [
                HEAD[:4],
                ("4815999 от 02.11.2026", "02.11.2026", "Дороги", "Яма"),
                ("Ю-2 (повторное)", "02.11.2026", "Дороги", "Яма"),
            ]
        ),
        [one("4815999", "02.11.2026"), one("Ю-2", "02.11.2026")],
    ),
    "what-is-no-message": (
        lambda: xlsx(
            [
                HEAD[:4],
                ("ЖКХ", None, None, 5),
                ("Ь-1", "20.11.2026", "Дороги", "Яма"),
                (None, None, "Итого по разделу", 1),
                ("Исполнитель:", None, "Отдел обращений", None),
            ]
        ),
        [one("Ь-1", "20.11.2026")],
    ),
    "formula-of-number": (
        lambda: separated([HEAD[:4], ('="00900777"', "20.11.2026", "Дороги", "Яма")]),
        [one('="00900777"', "20.11.2026")],
    ),
}


async def put_in(people: Town, name: str, content: bytes) -> str:
    """Send, say the channel where it is asked, apply; what the preview said."""
    officer = people.seat[8]
    await people.send_file(officer, name, content)
    if "Из какого он канала" in await people.last(officer):
        await people.press(officer, "ПОС «Госуслуги. Решаем вместе»")
    preview = await people.last(officer)
    assert await people.has_button(officer, "Применить"), (name, preview)
    await people.press(officer, "Применить")
    return preview


async def known(people: Town, numbers: Sequence[str]) -> list[Line]:
    def local(moment: datetime | None) -> str:
        return f"{moment.astimezone(ZONE):%d.%m.%Y %H:%M}" if moment else ""

    async with people.behind_its_back() as database:
        columns = (
            messages.c.number,
            messages.c.received_at,
            messages.c.answered_at,
            messages.c.topic,
            messages.c.text,
        )
        rows = await database.execute(select(*columns).where(messages.c.number.in_(numbers)))
        return sorted((row[0], local(row[1]), local(row[2]), row[3], row[4]) for row in rows)


@pytest.mark.long
async def test_thirty_files_and_their_values(seeded: Town) -> None:
    files = [(name, make(plain(name)), as_they_are(name)) for name, make in FORMS.items()]
    files += [(name, make(), lines) for name, (make, lines) in KINDS.items()]
    assert len(files) >= 40
    for name, content, lines in files:
        preview = await put_in(seeded, f"{name} ПОС.xls", content)
        assert f"новых {len(lines)} · изменённых 0 · без изменений 0 · не прочитано 0" in preview, (
            name,
            preview,
        )
        assert await known(seeded, [line[0] for line in lines]) == sorted(lines), name
    assert await seeded.violations() == []


# Of each of the clerks' files: messages, answered among them, the days on which they came, answers' moments.
CLERKS: dict[str, tuple[int, set[str], set[str]]] = {
    "two_row_header.xlsx": (
        6,
        {f"0{day}.11.2026 09:05" for day in range(2, 8)},
        {f"0{day}.11.2026 09:05" for day in range(3, 9)},
    ),
    "month_first.xlsx": (20, {f"{day:02}.11.2026 00:00" for day in range(1, 21)}, {""}),
    "appeals_journal.xlsx": (3, {"01.10.2026 00:00"}, {"20.10.2026 00:00"}),
    "incidents_by_hand.xlsx": (3, {"20.11.2026 09:00"}, {"20.11.2026 10:00"}),
    "date_received_synonym.xlsx": (3, {"20.11.2026 00:00"}, {""}),
    "time_in_its_own_column.xlsx": (1, {"23.11.2026 17:00"}, {""}),
}
NUMBERS = {
    "two_row_header.xlsx": [str(4815200 + at) for at in range(6)],
    "month_first.xlsx": [str(4815301 + at) for at in range(20)],
    "appeals_journal.xlsx": ["1-Л", "2-Л", "3-Л"],
    "incidents_by_hand.xlsx": ["881", "882", "883"],
    "date_received_synonym.xlsx": ["1-К", "2-К", "3-К"],
    "time_in_its_own_column.xlsx": ["88001"],
}


def clerks(name: str) -> bytes:
    path = SHARED / "data" / "clerks" / name
    if not path.exists():
        missing(name)
    return path.read_bytes()


@pytest.mark.long
async def test_the_clerks_own_files(seeded: Town) -> None:
    for name, (count, received, answered) in CLERKS.items():
        await put_in(seeded, name, clerks(name))
        lines = await known(seeded, NUMBERS[name])
        assert len(lines) == count, name
        assert {line[1] for line in lines} == received, name
        assert {line[2] for line in lines} == answered, name
    async with seeded.behind_its_back() as database:
        due = await database.scalar(select(messages.c.deadline_at).where(messages.c.number == "88001"))
    assert due is not None and f"{due.astimezone(ZONE):%d.%m.%Y %H:%M}" == "25.11.2026 09:00"
    assert await seeded.violations() == []


@pytest.mark.long
@pytest.mark.parametrize("name", ["html_table.xls", "xml_2003.xls", "zipped.zip", "cp866.csv"])
async def test_the_same_six_messages_in_four_forms(seeded: Town, name: str) -> None:
    await put_in(seeded, name, clerks(name))
    lines = await known(seeded, [str(4815100 + at) for at in range(6)])
    assert len(lines) == 6 and {line[3] for line in lines} == {"Ямы на дорогах"}


@pytest.mark.long
async def test_no_message_of_an_unknown_status_is_lost(seeded: Town) -> None:
    preview = await put_in(seeded, "ПОС.xlsx", clerks("unknown_statuses.xlsx"))
    assert "новых 20 · изменённых 0 · без изменений 0 · не прочитано 0" in preview
    assert "Что значит состояние" in preview
