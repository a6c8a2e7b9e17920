"""Before any conversation: who has no business here, whose words these are, and what is not for a group.

A stranger's tap does nothing but say so; an order is taken from a person in their own name and words alone;
what is a member's own is shown in their private chat.
"""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery
from aiogram.types import Message as ChatMessage

from domain.office.refusal import Refusal
from domain.people.roster import Standing
from handlers.chat.menus import COMMANDS
from handlers.chat.request import Request
from handlers.chat.taps import IN_GROUPS

GROUP_CHAT = F.chat.type.in_({"group", "supergroup"})
_PERSONAL = ("start", "help")


def build() -> Router:
    """What no other conversation is to see."""
    router = Router(name="gate")
    router.callback_query.register(strangers_tap, _by_stranger)
    router.callback_query.register(personal_tap, _personal_in_group)
    router.message.register(no_answer, F.is_automatic_forward | (F.from_user.is_bot & ~F.sender_chat))
    router.message.register(faceless_command, F.sender_chat, Command(*COMMANDS))
    router.message.register(no_answer, F.sender_chat)
    router.message.register(forwarded_command, F.forward_origin, Command(*COMMANDS))
    router.message.register(personal_command, GROUP_CHAT, Command(*_PERSONAL))
    return router


async def _by_stranger(_: CallbackQuery, request: Request) -> bool:
    return request.actor.standing is Standing.STRANGER


async def strangers_tap(_: CallbackQuery, request: Request) -> None:
    """A tap of somebody the office does not know, whatever the button carries."""
    raise Refusal("stranger")


async def _personal_in_group(query: CallbackQuery, request: Request) -> bool:
    return not request.private and not (query.data or "").startswith(IN_GROUPS)


async def personal_tap(_: CallbackQuery, request: Request) -> None:
    """A button of a private chat, carried into a group."""
    raise Refusal("personal-in-private")


async def no_answer(_: ChatMessage, request: Request) -> None:
    """Another bot, a channel's post or a group's talk: nothing is answered."""


async def faceless_command(_: ChatMessage, request: Request) -> None:
    """A command in the name of a group or a channel: whose it is cannot be seen."""
    raise Refusal("faceless")


async def forwarded_command(_: ChatMessage, request: Request) -> None:
    """A command that somebody else wrote."""
    raise request.refusal("forwarded-command")


async def personal_command(_: ChatMessage, request: Request) -> None:
    """A command whose answer is this person's own."""
    raise request.refusal("personal-in-private")
