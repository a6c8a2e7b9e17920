"""The office's group: the head binds it; another group the bot was added to learns nothing of the office."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message as ChatMessage

from domain.office.act import Act
from domain.people.roster import Standing
from handlers.chat.gate import GROUP_CHAT
from handlers.chat.menus import COMMANDS
from handlers.chat.request import Request
from handlers.meetings.audience import send_card


def build() -> Router:
    """`/bind`, and every other command in a group that is not the office's."""
    router = Router(name="office-group")
    router.message.register(bind, Command("bind"), GROUP_CHAT)
    router.message.register(bind_elsewhere, Command("bind"))
    router.message.register(foreign_command, GROUP_CHAT, Command(*COMMANDS), _in_a_foreign_group)
    return router


async def _in_a_foreign_group(_: ChatMessage, request: Request) -> bool:
    return request.chat_id != await request.uow.roster.office_chat()


async def bind(message: ChatMessage, request: Request) -> None:
    """`/bind` in a group by the head: it is the office's chat from now on (п. 3.2).

    What the former group has is live no more; the cards of meetings ahead come to the new one.
    """
    if request.actor.standing in (Standing.STRANGER, Standing.ADMIN):
        return  # a group's chatter is not answered
    duties = await request.duties("bind")
    former = await request.uow.roster.office_chat()
    await request.uow.roster.bind_office_chat(request.chat_id, message.chat.title or "")
    await request.record(Act("group-bound", f"chat:{request.chat_id}"), acting=duties.acting)
    await request.say("group-bound")
    if former == request.chat_id:
        return
    if former is not None:
        await request.uow.outbox.retire_chat(former)
    for meeting in await request.uow.meetings.current():
        await send_card(request, meeting, request.chat_id)


async def bind_elsewhere(_: ChatMessage, request: Request) -> None:
    """`/bind` in a private chat does nothing but say where it works."""
    raise request.refusal("bind-in-group")


async def foreign_command(_: ChatMessage, request: Request) -> None:
    """A command where people outside the office may read the answer."""
    raise request.refusal("foreign-group")
