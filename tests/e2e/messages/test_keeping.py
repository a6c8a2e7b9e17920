"""What a profile lets a chat carry of citizens' personal data (rules, section 8)."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.profiles import DEFAULT
from domain.office.profile import OfficeProfile
from tests.e2e.conftest import Town, town

NOW = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)


def profile_with(folder: Path, **said: str) -> Path:
    """The shipped profile with other words under `keeping`."""
    content = DEFAULT.read_text()
    for name, value in said.items():
        content = re.sub(rf"^{name} = [^#\n]*", f"{name} = {value} ", content, count=1, flags=re.MULTILINE)
    (folder / "profile.toml").write_text(content)
    return folder / "profile.toml"


async def open_more(people: Town, person: int) -> None:
    """The further buttons of the first overdue message."""
    await people.say(person, "/messages")
    await people.press(person, "1")
    await people.press(person, "Ещё")


@pytest.mark.long
async def test_nothing_personal_is_in_the_chat(tmp_path: Path, profile: OfficeProfile) -> None:
    path = profile_with(tmp_path, in_chat='"nothing"', registries_in_chat="false")
    now = NOW.astimezone(profile.time_zone)
    async with town(tmp_path, now, profile=path) as people:
        officer, head = people.seat[9], people.seat[1]
        await people.send_file(officer, "table.csv", "Номер;Дата;Текст\n1;20.11.2026;Яма".encode())
        said = await people.last(officer)
        assert "Выгрузки в чате не принимаются" in said
        assert "149-ФЗ" in said
        assert "table.csv" not in str(await people.messages(officer))
        await open_more(people, head)
        assert "Текст — на странице офиса: /page" in await people.last(head)
        await people.press(head, "Показать заявителя")
        last = (await people.messages(head))[-1]
        assert "/office/enter/" in str(last["buttons"])
        assert "Заявитель:" not in str(await people.messages(head))


@pytest.mark.long
async def test_an_office_may_show_the_applicant_in_the_chat(tmp_path: Path, profile: OfficeProfile) -> None:
    path = profile_with(tmp_path, reveal_to="[1]")
    now = NOW.astimezone(profile.time_zone)
    async with town(tmp_path, now, profile=path) as people:
        head = people.seat[1]
        await open_more(people, head)
        await people.press(head, "Показать заявителя")
        assert "Заявитель" in await people.last(head)
