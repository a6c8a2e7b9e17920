"""A drawn-up protocol is printed whatever the office's own Word template says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from pydantic import SecretStr
from sqlalchemy import select

from bot.runtime import Runtime
from bot.settings import Settings
from bot.storage.documents import documents
from bot.storage.outbox.tables import outbox
from bot.works.protocols.making import ProtocolMaking
from domain.office.profile import OfficeProfile
from domain.people.roster import Binding, Standing
from tests.conftest import SetClock
from tests.documents.test_documents import docx_text, edited
from tests.storage.protocols.test_protocols import drawn

ADMIN, CHAIR = 77, 1001


async def test_a_slip_in_the_template_is_told_and_the_protocol_is_there(
    migrated_url: str, profile: OfficeProfile, clock: SetClock, tmp_path: Path
) -> None:
    template = edited(tmp_path, "{{ office|round }}")
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        token=SecretStr("1:none"),
        database=migrated_url,
        profile=tmp_path / "office.toml",
        admins=frozenset({ADMIN}),
    )
    office = Runtime.of(settings, replace(profile, protocol_template=template.name), clock)
    async with office.database.write() as uow:
        holder = await uow.roster.seat_holder(1, "Ветров Глеб Ильич", date(2026, 1, 12))
        await uow.roster.bind(Binding(CHAIR, Standing.MEMBER, "Ветров Глеб Ильич", seat=1), holder)
        await drawn(uow)
    assert await ProtocolMaking(office).print_drawn() is True
    async with office.database.read() as uow:
        made = select(documents.c.content).where(documents.c.kind == "docx")
        assert "Уборка снега" in docx_text((await uow.connection.execute(made)).scalar_one())
        rows = await uow.connection.execute(select(outbox.c.chat_id, outbox.c.content))
        told = {row.chat_id for row in rows if "TypeError" in str(row.content)}
    assert told == {ADMIN, CHAIR}
    await office.close()
