"""Registries come in, digests go out, messages are dealt with: counted independently from the files."""

from __future__ import annotations

import csv
import io
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from openpyxl import Workbook, load_workbook

from domain.office.profile import OfficeProfile
from tests.conftest import SHARED, missing
from tests.e2e.conftest import Town, town

ZONE = ZoneInfo("Asia/Yekaterinburg")
HOLIDAYS = {date(2026, 11, 4)}
BLOCKS = {
    "Уборка дорог от снега и наледи": 4,
    "Детские сады": 3,
    "Ярмарки и рынки": 2,
    "Местные налоги и сборы": 5,
    "Разрешение на строительство": 6,
    "Земельные участки": 7,
}


def overdue(channel: str, day: date, today: date) -> bool:
    """Whether an unanswered message of this day is overdue today, by the rules' table, day by day."""
    term = {"ПОС": 10, "Соцсети": 3, "Мониторинг": 3}[channel]
    while term:
        day += timedelta(days=1)
        term -= day.weekday() < 5 and day not in HOLIDAYS
    return today > day


def table() -> tuple[bytes, list[tuple[str, date, str, bool]]]:
    """A generic table as CSV, and what it says: channel, day, topic, whether answered."""
    rows, place = [], 0
    for channel in ("ПОС", "Соцсети", "Мониторинг"):
        for topic in BLOCKS:
            for back in (2, 5, 12, 25):
                place += 1
                rows.append((channel, date(2026, 11, 24) - timedelta(days=back), topic, place % 4 == 0))
    saved = io.StringIO()
    writer = csv.writer(saved, delimiter=";")
    writer.writerow(["Тема", "Номер", "Дата", "Канал", "Статус", "Дата ответа", "Исполнитель", "Текст"])
    for number, (channel, day, topic, answered) in enumerate(rows):
        state, when = ("отвечено", f"{day:%d.%m.%Y} 18:00") if answered else ("в работе", "")
        writer.writerow(
            [topic, f"T-{number}", f"{day:%d.%m.%Y} 09:00", channel, state, when, "", "=1+1 & <b>"]
        )
    return saved.getvalue().encode("cp1251"), rows


@pytest.mark.long
async def test_nine_digests_agree_with_a_count_made_from_the_file(
    tmp_path: Path, profile: OfficeProfile
) -> None:
    content, rows = table()
    async with town(tmp_path, datetime(2026, 11, 23, 18, 0, tzinfo=ZONE)) as people:
        before = await _digests(people, datetime(2026, 11, 23, 18, 1, tzinfo=ZONE), on_demand=True)
        await people.send_file(people.seat[8], "таблица.csv", content)
        assert f"новых {len(rows)} · изменённых 0 · без изменений 0 · не прочитано 0" in await people.last(
            people.seat[8]
        )
        await people.press(people.seat[8], "Применить")
        assert "Загружено" in await people.last(people.seat[8])
        await people.send_file(people.seat[8], "таблица.csv", content)
        assert f"новых 0 · изменённых 0 · без изменений {len(rows)} · не прочитано 0" in await people.last(
            people.seat[8]
        )
        now = await _digests(people, datetime(2026, 11, 23, 18, 2, tzinfo=ZONE), on_demand=True)
        today = date(2026, 11, 23)
        late = [
            (channel, topic)
            for channel, day, topic, done in rows
            if not done and overdue(channel, day, today)
        ]
        by_seat: Counter[int] = Counter(BLOCKS[topic] for _, topic in late)
        by_seat[1] = len(late)
        by_seat[8] = sum(channel == "ПОС" for channel, _ in late)
        by_seat[9] = len(late) - by_seat[8]
        assert {seat: now[seat] - before[seat] for seat in range(1, 10)} == {
            seat: by_seat[seat] for seat in range(1, 10)
        }
        morning = await _digests(people, datetime(2026, 11, 24, 8, 30, tzinfo=ZONE), on_demand=False)
        assert set(morning) == set(range(1, 10))
        again = {seat: await people.newest(person) for seat, person in people.seat.items()}
        await people.move_clock(datetime(2026, 11, 24, 23, 0, tzinfo=ZONE))
        assert again == {seat: await people.newest(person) for seat, person in people.seat.items()}
        assert await people.violations() == []


async def _digests(people: Town, moment: datetime, *, on_demand: bool) -> dict[int, int]:
    """Overdue in each seat's digest."""
    marks = {seat: await people.newest(person) for seat, person in people.seat.items()}
    await people.move_clock(moment)
    found = {}
    for seat, person in people.seat.items():
        if on_demand:
            await people.say(person, "/digest")
        texts = [text for text in await people.read(person, marks[seat]) if "Просрочено" in text]
        assert len(texts) == 1
        line = next(line for line in texts[0].splitlines() if line.startswith("Просрочено"))
        found[seat] = int(line.split()[1])
    return found


@pytest.mark.long
async def test_no_digest_on_a_day_off(seeded: Town) -> None:
    people = seeded
    await people.move_clock(datetime(2026, 11, 28, 0, 1, tzinfo=ZONE))
    marks = {seat: await people.newest(person) for seat, person in people.seat.items()}
    await people.move_clock(datetime(2026, 11, 29, 23, 59, tzinfo=ZONE))
    assert marks == {seat: await people.newest(person) for seat, person in people.seat.items()}
    await people.move_clock(datetime(2026, 11, 30, 8, 30, tzinfo=ZONE))
    assert all([await people.newest(person) > marks[seat] for seat, person in people.seat.items()])


async def test_a_message_is_answered_in_two_taps_and_the_digest_shows_it(seeded: Town) -> None:
    people, person = seeded, seeded.seat[4]
    await people.move_clock(datetime(2026, 11, 24, 8, 30, tzinfo=ZONE))
    digest = (await people.messages(person))[-1]
    count = int(digest["text"].split("Просрочено ")[1].split()[0])
    await people.press(person, "1")
    await people.press(person, "Ответ дан")
    assert "Ответ дан 24 ноября" in await people.last(person)
    shown = next(m for m in await people.messages(person) if m["message_id"] == digest["message_id"])
    assert f"Просрочено {count - 1}" in shown["text"]
    await people.press(person, "Вернуть в работу")
    shown = next(m for m in await people.messages(person) if m["message_id"] == digest["message_id"])
    assert f"Просрочено {count}" in shown["text"]


async def test_another_block_a_reason_and_a_remembered_topic(seeded: Town) -> None:
    people, person = seeded, seeded.seat[4]
    await people.say(person, "/digest")
    await people.press(person, "1")
    await people.press(person, "Причина просрочки")
    await people.press(person, "Нужны работы, ждём подрядчика")
    assert "Причина: нужны работы, ждём подрядчика" in await people.last(person)
    await people.press(person, "Причина просрочки")
    await people.press(person, "Своя причина")
    await people.say(person, "Ждём <b>ответа</b> & сметы")
    assert "Причина: Ждём <b>ответа</b> & сметы" in await people.last(person)
    await people.press(person, "Другой блок")
    await people.press(person, "Социальная сфера")
    assert "Социальная сфера →" in await people.last(person)


async def test_a_foreign_message_is_not_opened(seeded: Town) -> None:
    people = seeded
    await people.say(people.seat[4], "/digest")
    theirs = (await people.messages(people.seat[4]))[-1]["buttons"][0][0]["data"]
    await people.say(people.seat[5], "/digest")
    own = (await people.messages(people.seat[5]))[-1]
    before = await people.newest(people.seat[5])
    shown = await people.tap(people.seat[5], people.seat[5], own["message_id"], theirs)
    assert shown["alert"] is True and "п. 3.3" in shown["answer"]
    assert await people.newest(people.seat[5]) == before


async def test_bad_rows_are_set_aside_with_a_reason_each(seeded: Town) -> None:
    people, officer = seeded, seeded.seat[9]
    content = (
        "номер;канал;дата;тема;статус\n"
        "1;Соцсети;20.11.2026;Дороги;в работе\n"
        ";Соцсети;20.11.2026;Без номера;в работе\n"
        "3;Соцсети;32.11.2026;Плохая дата;в работе\n"
        "4;Голубиная почта;20.11.2026;Нет такого канала;в работе\n"
    ).encode()
    await people.send_file(officer, "a.csv", content)
    assert "новых 1 · изменённых 0 · без изменений 0 · не прочитано 3" in await people.last(officer)
    before = await people.newest(officer)
    await people.press(officer, "Непрочитанные, XLSX")
    ((_, saved),) = (await people.files(officer, before)).items()
    rows = list(load_workbook(io.BytesIO(saved)).active.iter_rows(values_only=True))
    assert rows[0][0] == "Причина" and len(rows) == 4 and all(row[0] for row in rows[1:])
    await people.press(officer, "Применить")
    await people.press(officer, "Непрочитанные, XLSX")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.xlsx", b"MZ\x90\x00" * 50),
        ("b.xlsx", b""),
        ("c.csv", b"\x00\x01\x02"),
        ("d.csv", "просто слова".encode()),
    ],
)
async def test_what_is_no_registry_is_refused_in_words(seeded: Town, name: str, content: bytes) -> None:
    people, officer = seeded, seeded.seat[9]
    before = await people.newest(officer)
    await people.send_file(officer, name, content or b" ")
    texts = await people.read(officer, before)
    assert len(texts) == 1 and "ничего не записано" in texts[0]
    assert not await people.has_button(officer, "Применить")


async def test_who_may_bring_registries_in(seeded: Town) -> None:
    people = seeded
    content, _ = table()
    for person in (people.seat[4], people.people["unit"], people.people["guest"], people.people["stranger"]):
        before = await people.newest(person)
        await people.send_file(person, "таблица.csv", content)
        texts = await people.read(person, before)
        assert len(texts) == 1 and "новых" not in texts[0]


async def test_a_doubled_tap_applies_once(seeded: Town) -> None:
    people, officer = seeded, seeded.seat[8]
    content, rows = table()
    await people.send_file(officer, "таблица.csv", content)
    card = (await people.messages(officer))[-1]
    data = card["buttons"][0][0]["data"]
    await people.tap(officer, officer, card["message_id"], data)
    again = await people.tap(officer, officer, card["message_id"], data)
    assert again["alert"] is True and "Уже загру" in again["answer"]
    assert f"Загружено {len(rows)}" in await people.last(officer)


async def test_the_real_registry_comes_in(seeded: Town) -> None:
    path = SHARED / "data" / "incident_management.xlsx"
    if not path.exists():
        missing("../shared/data")
    people, officer = seeded, seeded.seat[9]
    await people.send_file(officer, path.name, path.read_bytes())
    text = await people.last(officer)
    assert "Похоже на «Инцидент менеджмент»: 25 строк" in text
    assert "новых 25 · изменённых 0 · без изменений 0 · не прочитано 0" in text


async def test_cells_never_start_a_formula(seeded: Town) -> None:
    people, officer = seeded, seeded.seat[9]
    book = Workbook()
    book.active.append(["номер", "канал", "дата", "тема"])
    book.active.append(["=cmd|' /C calc'!A0", "Соцсети", "не дата", "@SUM(A1)"])
    saved = io.BytesIO()
    book.save(saved)
    await people.send_file(officer, "a.xlsx", saved.getvalue())
    before = await people.newest(officer)
    await people.press(officer, "Непрочитанные, XLSX")
    ((_, content),) = (await people.files(officer, before)).items()
    for row in load_workbook(io.BytesIO(content)).active.iter_rows():
        assert all(cell.data_type != "f" for cell in row)
