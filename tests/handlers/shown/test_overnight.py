"""A digest that is looked at before the next one comes."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from domain.office.outbox import Card
from handlers import CONVERSATIONS
from handlers.chat.view import View
from tests.handlers.shown.office import HEAD, NOW, TODAY, make, office_of
from tests.templates import Templates


async def test_yesterdays_digest_tells_what_is_new_since_itself(templates: Templates, tmp_path: Path) -> None:
    office = office_of(await templates.copy(None, "shown", make, tmp_path / "office.db"))
    content = {
        "seat": HEAD,
        "day": TODAY.isoformat(),
        "since": (NOW - timedelta(days=100)).isoformat(),
    }
    told = []
    async with office.database.read() as uow:
        for days in (0, 1):
            now = (NOW + timedelta(days=days)).astimezone(office.profile.time_zone)
            card = Card(HEAD, HEAD, "digest", "digest", content)
            screen = await CONVERSATIONS.render(View(office.shared, uow, await uow.roster.load(), now, card))
            assert screen is not None
            told.append(screen.text)
    await office.close()
    assert "с 16 августа" in told[0]
    assert "за сутки" in told[1]
