"""Figures, reports and what stands out, from the chat: a head, an officer, a stranger."""

from __future__ import annotations

import asyncio
import io
import os
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from domain.office.profile import OfficeProfile
from tests.e2e.conftest import Town, town

ZONE = ZoneInfo("Asia/Yekaterinburg")


async def figure_card(people: Town, seat: int) -> str:
    """The newest card of figures, with plain spaces."""
    return await people.text(people.seat[seat], "Сводка за неделю")


async def test_a_report_comes_as_table_print_and_picture(seeded: Town) -> None:
    people, head = seeded, seeded.seat[1]
    await people.say(head, "/report")
    before = await people.newest(head)
    await people.press(head, "Прошлая неделя")
    ready = await people.text(head, "Отчёт готов")
    assert "16 ноября — 22 ноября 2026" in ready
    files = await people.files(head, before)
    assert {name.rpartition(".")[2] for name in files} >= {"xlsx", "pdf"}
    table = next(content for name, content in files.items() if name.endswith(".xlsx"))
    printed = next(content for name, content in files.items() if name.endswith(".pdf"))
    book = load_workbook(io.BytesIO(table))
    assert book.sheetnames == [
        "Итоги", "По каналам", "По блокам", "По темам", "По населённым пунктам", "По подразделениям",
        "Просроченные",
    ]  # fmt: skip
    assert "16 ноября" in PdfReader(io.BytesIO(printed)).pages[0].extract_text().replace("\u00a0", " ")
    await people.press(head, "Показатели в чате")
    assert "Поступило" in await figure_card(people, 1)
    assert await people.violations() == []


async def test_a_report_of_a_period_in_words(seeded: Town) -> None:
    people, head = seeded, seeded.seat[1]
    before = await people.newest(head)
    await people.say(head, "/report октябрь")
    assert "октябрь 2026" in await people.text(head, "Отчёт готов")
    assert len(await people.files(head, before)) >= 2
    await people.say(head, "/report осень")
    assert "«осень» не прочитан" in await people.last(head)
    await people.say(head, "/report 01.12.2026–05.12.2026")
    assert "не прочитан" not in await people.last(head) and "не начался" in await people.last(head)
    assert await people.violations() == []


async def test_a_trouble_goes_to_the_agenda_in_two_taps(seeded: Town) -> None:
    people, head = seeded, seeded.seat[1]
    await people.say(head, "/digest")
    await people.press(head, "Сводка за неделю")
    assert "с. Фоки: 13 за неделю, обычно" in await figure_card(people, 1)
    card = await people.card(head, "Сводка за неделю")
    (number,) = [line.split(".")[0] for line in card["text"].splitlines() if "с. Фоки: 13" in line]
    await people.tap(head, head, card["message_id"], number)
    draft = await people.text(head, "В повестку заседания")
    assert "Рост сообщений: с. Фоки" in draft and "13 сообщений" in draft
    await people.tap(head, head, card["message_id"], "Подтвердить")
    assert "Предложение в повестку внесено" in await figure_card(people, 1)
    # Her own proposal waits for nobody else: its agenda is offered at once.
    own = await people.text(head, "Предложение 1")
    assert "Ждёт вашего решения" in own and "В повестку какого заседания?" in own
    assert await people.has_button(head, "Новое заседание")
    await people.say(head, "/proposals")
    assert "Рост сообщений: с. Фоки" in await people.last(head)
    await people.tap(head, head, card["message_id"], number)
    shown = await people.tap(head, head, card["message_id"], "Подтвердить")
    assert "уже ждёт" in shown["answer"]


@pytest.mark.long
async def test_each_sees_the_figures_of_their_own_messages(seeded: Town) -> None:
    people = seeded
    for seat in (1, 3, 9):
        await people.say(people.seat[seat], "/digest")
        await people.press(people.seat[seat], "Сводка за неделю")
    whole, block, channels = [await figure_card(people, seat) for seat in (1, 3, 9)]
    assert (
        "весь офис" in whole and "Социальная сфера\n" in block and "Инцидент, Мониторинг, Соцсети" in channels
    )
    counts = [int(text.split("Поступило ")[1].split()[0]) for text in (whole, block, channels)]
    assert counts[0] > counts[1] > 0 and counts[0] > counts[2] > 0
    for person in (people.seat[3], people.people["stranger"], people.people["unit"]):
        before = await people.newest(person)
        await people.say(person, "/report")
        (answer,) = [text.replace("\u00a0", " ") for text in await people.read(person, before)]
        assert any(words in answer for words in ("п. 2.2.1", "п. 4.4", "для членов проектного офиса"))


async def test_own_dates_and_a_cancelled_report(seeded: Town) -> None:
    people, officer = seeded, seeded.seat[8]
    await people.say(officer, "/report")
    await people.press(officer, "Свои даты")
    await people.press(officer, "9")
    assert (await people.last(officer)).startswith("С 9 ноября 2026")
    await people.press(officer, "Назад")
    await people.press(officer, "Отмена")
    assert "отменён" in await people.last(officer)
    card = await people.card(officer, "Отчёт отменён")
    forged = f"report:choose:{1}:2026-10-01..2026-10-31"
    shown = await people.tap(officer, officer, card["message_id"], forged)
    assert shown["alert"] and "отменён" in shown["answer"]
    for data in ("report:choose:999:2026-10", "report:choose:1:x", "report:month:1:x", "fig:proposed:x"):
        shown = await people.tap(officer, officer, card["message_id"], data)
        assert shown["alert"], data


async def test_a_report_cancelled_while_it_is_made_sends_nothing(seeded: Town) -> None:
    people, head = seeded, seeded.seat[1]
    await people.say(head, "/report")
    card = await people.card(head, "Отчёт")
    tap = {"from": head, "chat": head, "message_id": card["message_id"]}
    # No settling in between: the files take far longer than a tap.
    await people.call("POST", "/api/taps", json={**tap, "button": "Прошлый месяц"})
    await people.call("POST", "/api/taps", json={**tap, "button": "Отмена"})
    await people.settle()
    assert (await people.last(head)).startswith("Отчёт отменён · октябрь 2026")
    assert await people.files(head, card["message_id"]) == {}


@pytest.mark.long
async def test_the_weekly_summary_comes_once_to_the_head_and_the_officers(
    tmp_path: Path, profile: OfficeProfile
) -> None:
    async with town(tmp_path, datetime(2026, 11, 29, 18, 0, tzinfo=profile.time_zone)) as people:
        await people.move_clock(datetime(2026, 11, 30, 8, 30, tzinfo=ZONE))
        got = {
            seat: [text for text in await people.read(person) if text.startswith("Сводка за неделю")]
            for seat, person in people.seat.items()
        }
        assert {seat: len(texts) for seat, texts in got.items()} == {
            seat: int(seat in (1, 8, 9)) for seat in range(1, 10)
        }
        pictures = [m for m in await people.messages(people.seat[1]) if m["text"].startswith("23 ноября")]
        assert len(pictures) == 1
        mark = await people.newest(people.seat[8])
        await people.move_clock(datetime(2026, 11, 30, 23, 0, tzinfo=ZONE))
        assert await people.newest(people.seat[8]) == mark
        assert await people.violations() == []


@pytest.mark.long
async def test_the_command_line_writes_the_report(seeded: Town, tmp_path: Path) -> None:
    environment = {**os.environ, "BOT_DATABASE_URL": seeded.database}

    async def export(period: str) -> tuple[int | None, str]:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "export", period, "--to", str(tmp_path / "reports"),
            env=environment, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip
        said, _ = await process.communicate()
        return process.returncode, said.decode()

    code, said = await export("2026-W47")
    assert code == 0, said
    written = sorted(path.name for path in (tmp_path / "reports").iterdir())
    stem = "report-2026-11-16-2026-11-22"
    assert written == [f"{stem}.pdf", f"{stem}.png", f"{stem}.xlsx"]
    code, said = await export("осень")
    assert code == 1 and "2026-W47" in said and "Traceback" not in said
