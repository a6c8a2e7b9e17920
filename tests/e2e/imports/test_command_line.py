"""`mcu import`: the reasons and the file of unread rows as in the chat."""

from __future__ import annotations

import argparse
import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy.engine import make_url

from bot.commands.check import check_command
from bot.commands.command import Refused
from bot.commands.office import import_command
from bot.storage.migrating import migrate
from tests.registries.test_sample import xlsx, xlsx_sheets
from tests.templates import sqlite_address

OFFICE: dict[str, Any] = {"profiles": None, "office": None, "env_file": None}
HEAD = ("Номер обращения", "Дата поступления", "Тема", "Текст", "Статус")


async def test_rows_that_were_not_read_are_named_and_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    address = sqlite_address(tmp_path / "office.db")
    monkeypatch.setenv("BOT_DATABASE_URL", address)
    await migrate(make_url(address))
    rows = [HEAD, ("Я-1", "20.11.2026", "Двор", "Снег", "В работе"), ("Я-2", "31.02.2026", "Двор", "", "")]
    rows.append(("Я-3", "20.11.2026", "Двор", "Снег", "Загадка"))
    file = tmp_path / "ПОС.xlsx"
    file.write_bytes(xlsx(rows))
    assert await import_command(argparse.Namespace(file=file, channel="pos", apply=True, **OFFICE)) == 0
    said = capsys.readouterr().out.replace("\u00a0", " ")
    assert "новых 2 · изменённых 0 · без изменений 0 · не прочитано 1" in said
    assert "Что значит состояние «Загадка»? Строк: 1." in said and "прислав тот же файл" in said
    assert "строка 3: Дата не читается: «31.02.2026»" in said
    assert "Не прочитано строк: 1. Они с причинами — в файле ПОС-unread.xlsx" in said
    book = load_workbook(io.BytesIO((tmp_path / "ПОС-unread.xlsx").read_bytes()))
    header, aside = book.worksheets[0].iter_rows(values_only=True)
    assert header[:2] == ("Причина", "Номер обращения")
    assert aside[0].startswith("Дата не читается") and aside[1] == "Я-2"


async def test_what_a_file_says_of_people_is_not_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a command prints stays in the machine's logs; the table beside it is the administrator's own."""
    monkeypatch.chdir(tmp_path)
    address = sqlite_address(tmp_path / "office.db")
    monkeypatch.setenv("BOT_DATABASE_URL", address)
    await migrate(make_url(address))
    person = "Зуева Анна Петровна, тел. 8 912 345-10-11"
    rows = [
        (*HEAD, f"Примечание {person}"),
        ("Я-1", f"звонила {person}", "Двор", "Снег", "В работе", ""),
        ("Я-2", "20.11.2026", "Двор", "Снег", f"Передано: {person}", ""),
    ]
    file = tmp_path / "ПОС.xlsx"
    file.write_bytes(xlsx_sheets({"Лист": rows, "Зуева Анна Петровна": [("Справка", "x")]}))
    arguments = argparse.Namespace(file=file, channel="pos", apply=False, **OFFICE)
    assert await import_command(arguments) == 0
    said = capsys.readouterr().out
    assert "звонила •••" in said and "Примечание •••" in said and "Передано: •••" in said
    assert "Не прочитаны листы" in said and "Зуева" not in said and "345-10-11" not in said
    file.write_bytes(xlsx([("Тема", person, "Дата поступления"), ("x", "y", "20.11.2026")]))
    with pytest.raises(Refused) as refused:
        await import_command(arguments)
    assert "Зуева" not in str(refused.value) and "нет столбца" in str(refused.value)


async def test_a_folder_that_is_not_there_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BOT_DATABASE_URL", f"sqlite:///{tmp_path / 'office.db'}")
    monkeypatch.setenv("BOT_INBOX", str(tmp_path / "nowhere"))
    assert await check_command(argparse.Namespace(**OFFICE)) == 1
    assert "nowhere (BOT_INBOX): её нет" in capsys.readouterr().out
    monkeypatch.setenv("BOT_INBOX", str(tmp_path))
    await check_command(argparse.Namespace(**OFFICE))
    assert f"Папка выгрузок: {tmp_path}." in capsys.readouterr().out
