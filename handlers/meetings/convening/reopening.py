"""Ways back to a draft: from the list of drafts, and from an older preview in the chat (п. 3.2)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.office.refusal import Refusal
from handlers.chat.request import Request
from handlers.chat.taps import DraftTap
from handlers.meetings.convening.draft import editable, expect_private, new_draft, page_of, show_wizard


def build() -> Router:
    """Comes before the wizard's own taps: those on an older preview end here."""
    router = Router(name="reopening")
    router.callback_query.register(open_draft, DraftTap.filter(F.act == "open"))
    router.callback_query.register(begin, DraftTap.filter(F.act == "new"))
    router.callback_query.register(show_again, DraftTap.filter(), _no_live_card)
    return router


async def _no_live_card(_: CallbackQuery, request: Request) -> bool:
    return await request.uow.outbox.find(request.chat_id, request.message_id or 0) is None


async def open_draft(_: CallbackQuery, callback_data: DraftTap, request: Request) -> None:
    """A draft of the list: its live preview below."""
    expect_private(request)
    await show_wizard(request, await editable(request, callback_data.meeting))


async def begin(_: CallbackQuery, request: Request) -> None:
    """«Новое заседание» beside the drafts."""
    (await request.roster()).require_preparing(request.actor, "convene")
    expect_private(request)
    await show_wizard(request, await new_draft(request))


async def show_again(_: CallbackQuery, callback_data: DraftTap, request: Request) -> None:
    """Any tap on an older preview makes it live again: what it offered may have changed meanwhile."""
    meeting = await editable(request, callback_data.meeting)
    await request.uow.expect(request.actor.user_id, None)
    await request.uow.outbox.retire_subject(request.chat_id, "convening", meeting.entity)
    if not await request.uow.outbox.revive(request.chat_id, request.message_id or 0, "convening"):
        raise Refusal("card-outdated")
    await request.uow.outbox.turn(await request.card(), page_of(meeting, {}))
    request.reply("toast-draft-shown")
