"""Ways back to a draft: from the list of drafts, and from an older preview in the chat (п. 3.2)."""

from __future__ import annotations

from domain.office.refusal import Refusal
from handlers.chat.request import Request
from handlers.meetings.convening.draft import editable, expect_private, new_draft, page_of, show_wizard
from handlers.meetings.taps import DraftTap


async def open_draft(request: Request, tap: DraftTap) -> None:
    """A draft of the list: its live preview below."""
    expect_private(request)
    await show_wizard(request, await editable(request, tap.meeting))


async def begin(request: Request, _: DraftTap) -> None:
    """«Новое заседание» beside the drafts."""
    (await request.roster()).require_preparing(request.actor, "convene")
    expect_private(request)
    await show_wizard(request, await new_draft(request))


async def show_again(request: Request, tap: DraftTap) -> None:
    """Any tap on an older preview makes it live again: what it offered may have changed meanwhile."""
    meeting = await editable(request, tap.meeting)
    await request.uow.expect(request.actor.user_id, None)
    await request.uow.outbox.retire_subject(request.chat_id, "convening", meeting.entity)
    if not await request.uow.outbox.revive(request.chat_id, request.message_id or 0, "convening"):
        raise Refusal("card-outdated")
    await request.uow.outbox.turn(await request.card(), page_of(meeting, {}))
    request.reply("toast-draft-shown")
