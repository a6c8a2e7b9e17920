"""Cards whose buttons the time changes say when; the clock shows them anew then."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.runtime import Runtime
from bot.storage.database import Database
from bot.storage.messages.tables import messages
from bot.storage.outbox.delivery import Shown, known_card
from bot.storage.outbox.tables import outbox
from bot.storage.unit_of_work import StoredUnitOfWork
from domain.office.outbox import Screen
from domain.people.roster import Standing
from domain.people.store import Invitation
from handlers import CONVERSATIONS
from handlers.chat.view import View
from tests.conftest import SetClock
from tests.handlers.shown.office import ANSWERED, CLAIM, HEAD, NOW, OVER, make, office_of
from tests.templates import Templates

_LATER = [*(timedelta(hours=step) for step in range(1, 24)), *map(timedelta, (1, 2, 3, 4, 7, 14, 30))]
_TOLD = {
    "absence",
    "invitations",
    "materials",
    "meeting",
    "message",
    "registry",
    "regulars",
    "reminder",
    "statistics",
}


async def prepare(uow: StoredUnitOfWork) -> None:
    """A link that may be shared, an answer that may be refuted, a meeting that has just been closed."""
    await uow.roster.update_invitation(CLAIM, "refused")
    invited = Invitation(0, Standing.MEMBER, "open", NOW + timedelta(days=1), seat=9, invited_by=HEAD)
    kept = {
        "invitation": await uow.roster.add_invitation("1" * 64, invited),
        "link": "https://t.me/b?start=1",
    }
    boards = update(outbox).where(
        outbox.c.kind == "invitations", outbox.c.content["page"].as_string().is_(None)
    )
    await uow.connection.execute(boards.values(content={"links": {"9": kept}}))
    answered = update(messages).where(messages.c.id == ANSWERED)
    await uow.connection.execute(answered.values(channel="upravlyaem", answered_at=NOW))
    over = await uow.meetings.get(OVER)
    assert over is not None
    over.closed_at = NOW
    await uow.meetings.save(over)


async def seen(office: Runtime, after: timedelta) -> Mapping[str, Screen]:
    """Every live card as it is so much later, though nothing was done meanwhile."""
    now = (NOW + after).astimezone(office.profile.time_zone)
    assert isinstance(office.clock, SetClock)
    office.clock.set(now)
    found = {}
    async with office.database.read() as uow:
        roster = await uow.roster.load()
        for row in await uow.connection.execute(select(outbox).where(outbox.c.live)):
            screen = await CONVERSATIONS.render(View(office.shared, uow, roster, now, known_card(row)))
            if screen is not None:
                found[f"{row.kind} {row.subject} {row.content} in {row.chat_id}"] = screen
    return found


@pytest.mark.long
async def test_a_card_says_until_when_its_buttons_are_these(templates: Templates, tmp_path: Path) -> None:
    office = office_of(await templates.copy(None, "shown", make, tmp_path / "office.db"))
    async with office.database.write() as uow:
        await prepare(uow)
    first, changed, unsaid = await seen(office, timedelta()), set(), []
    for later in _LATER:
        for name, screen in (await seen(office, later)).items():
            until = first[name].until
            if screen.rows != first[name].rows:
                changed.add(name.split()[0])
                if until is None or until > NOW + later:
                    unsaid.append(f"{name} after {later}, said {until}")
    await office.close()
    assert unsaid == [] and changed >= _TOLD


async def test_a_card_is_shown_anew_when_its_time_is_up(database: Database, clock: SetClock) -> None:
    until = clock.now() + timedelta(days=1)
    async with database.write() as uow:
        for chat, live in ((1, True), (2, True), (3, False)):
            row = await uow.outbox.card(chat, "registry", "import:1")
            await uow.outbox.sent(Shown(row, 1, "shown", until if chat != 2 else None), 7)
            if not live:
                await uow.outbox.retire_chat(chat)
    waiting = []
    for moment in (until - timedelta(seconds=1), until, until):
        clock.set(moment)
        async with database.write() as uow:
            renewed = await uow.outbox.renewed()
            waiting.append((renewed, [card.chat_id for card in await uow.outbox.waiting(9)]))
    assert waiting == [(False, []), (True, [1]), (False, [1])]
