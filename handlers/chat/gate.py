"""Before any conversation: whose words these are, and what is not for this chat.

An order is taken from a person in their own name and words alone; what is a member's own is shown in their
private chat; people outside the office are shown nothing of it.
"""

from __future__ import annotations

from aiogram.types import Message as ChatMessage

from domain.office.refusal import Refusal
from handlers.chat.feature import Command, Where
from handlers.chat.request import Request


async def no_answer(_: ChatMessage, request: Request) -> None:
    """Another bot, a channel's post or a group's talk: nothing is answered."""


async def faceless_command(_: ChatMessage, request: Request) -> None:
    """A command in the name of a group or a channel: whose it is cannot be seen."""
    raise Refusal("faceless")


async def forwarded_command(_: ChatMessage, request: Request) -> None:
    """A command that somebody else wrote."""
    raise request.refusal("forwarded-command")


async def anothers_command(_: ChatMessage, request: Request) -> None:
    """A command that another bot made: picked from its results, or written in a person's name."""
    raise request.refusal("anothers-command")


async def require_place(command: Command, request: Request) -> None:
    """A refusal for a command that is not taken in this chat."""
    if command.where is Where.GROUP:
        if request.private:
            raise request.refusal("bind-in-group", command=request.office.links.command(command.name))
    elif not request.private:
        if request.chat_id != await request.uow.roster.office_chat():
            raise request.refusal("foreign-group")
        if command.where is Where.PRIVATE:
            raise request.refusal("personal-in-private")
