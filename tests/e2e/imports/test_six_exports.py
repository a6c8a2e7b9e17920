"""Six channels come in as their systems write them, and the real ones of ../shared/data."""

from __future__ import annotations

import csv
import io
from datetime import datetime

import pytest

from bot.sandbox.exports import made_up_exports
from domain.office.profile import OfficeProfile
from tests.conftest import SHARED, missing
from tests.e2e.conftest import Town

CHANNELS = ("pos", "incident", "upravlyaem", "monitoring", "appeal", "social")


@pytest.mark.long
async def test_an_export_of_each_channel_comes_in_whole(seeded: Town, profile: OfficeProfile) -> None:
    people = seeded
    now = datetime(2026, 11, 23, 10, 0, tzinfo=profile.time_zone)
    exports = made_up_exports(now, profile)
    assert set(exports) == set(CHANNELS)
    for key in CHANNELS:
        export, channel = exports[key], profile.channel(key)
        officer = people.seat[next(seat.number for seat in profile.seats if key in seat.channels)]
        await people.send_file(officer, export.file_name, export.content)
        text = await people.last(officer)
        assert text.startswith(f"Похоже на {channel.title}: {export.rows} строк"), text
        assert f"новых {export.rows} · изменённых 0 · без изменений 0 · не прочитано 0" in text
        await people.press(officer, "Применить")
        await people.send_file(officer, export.file_name, export.content)
        assert f"новых 0 · изменённых 0 · без изменений {export.rows}" in await people.last(officer)
    assert await people.violations() == []


@pytest.mark.long
@pytest.mark.parametrize("delimiter", [";", pytest.param(",", marks=pytest.mark.long)])
async def test_real_messages_come_in_as_csv(seeded: Town, delimiter: str) -> None:
    path = SHARED / "data" / "pos_messages.csv"
    if not path.exists():
        missing("../shared/data")
    lines = list(csv.DictReader(path.read_text("utf-8").splitlines(keepends=True)))
    first = {line["id"]: line for line in reversed(lines)}
    saved = io.StringIO()
    writer = csv.writer(saved, delimiter=delimiter)
    writer.writerow(["Номер сообщения", "Дата подачи", "Категория", "Подкатегория", "Текст сообщения",
                     "Исполнитель", "Статус"])  # fmt: skip
    for line in first.values():
        writer.writerow([line["id"], "16.11.2026 10:00", line["category"], line["topic"], line["text"],
                         line["executor"], "в работе"])  # fmt: skip
    people, officer = seeded, seeded.seat[8]
    whole = f"{len(first):,}".replace(",", " ")
    await people.send_file(officer, "pos.csv", saved.getvalue().encode())
    text = await people.last(officer)
    assert text.startswith(f"Похоже на ПОС «Госуслуги. Решаем вместе»: {whole} строк")
    assert f"новых {whole} · изменённых 0 · без изменений 0 · не прочитано 0" in text
    await people.press(officer, "Применить")
    assert (await people.last(officer)).startswith("Загружено 1 400: отвечено 0, в работе 1 400")
    assert await people.violations() == []
