"""A message: how it stands, what it says, what was done; the applicant for who may, each look in the log."""

from __future__ import annotations

from aiohttp import web

from bot.page.messages.standing import standing_of
from bot.page.visit import Visit
from domain.messages.acts import require_act
from domain.messages.dealing import REASONS
from domain.messages.message import KnownMessage
from domain.messages.privacy import may_look
from domain.office.act import Act
from domain.office.outbox import Card
from domain.office.refusal import Refusal, required
from domain.office.wording import plain
from handlers.chat.view import View
from handlers.messages.history import history_lines

_DONE = ("answered", "block", "unit", "reason")


async def show(visit: Visit) -> web.Response:
    """Without what is hidden."""
    return await _page(visit, await _message(visit), revealed=False)


async def reveal(visit: Visit) -> web.Response:
    """«Показать заявителя»: the look is recorded before anything is shown."""
    message = await _message(visit)
    if not may_look(visit.runtime.profile, visit.actor.seat):
        raise Refusal("not-revealed-to-you")
    await visit.uow.record(visit.actor, Act("applicant-looked-at", message.entity))
    return await _page(visit, message, revealed=True)


async def _message(visit: Visit) -> KnownMessage:
    message = required(await visit.uow.messages.get(visit.number("id")), "no-such-message")
    require_act(visit.roster, visit.actor, message)
    return message


async def _page(visit: Visit, message: KnownMessage, *, revealed: bool) -> web.Response:
    profile = visit.runtime.profile
    card = Card(0, visit.actor.user_id, "message", message.entity)
    view = View(visit.runtime.shared, visit.uow, visit.roster, visit.now, card)
    units = [one for one in profile.units if message.block in (None, one.block)]
    done = visit.query.get("done", "")
    return visit.show(
        "message.html",
        message=message,
        standing=standing_of(visit, message),
        revealed=revealed,
        reveals=message.hides and may_look(profile, visit.actor.seat) and not revealed,
        history=[plain(line) for line in await history_lines(view, message)],
        blocks=[(one.key, one.title) for one in profile.blocks],
        units=[(one.key, one.title) for one in units],
        reasons=[(key, visit.say(f"reason-{key}")) for key in REASONS],
        done=done if done in _DONE else "",
    )
