"""What is done to a chat itself, or to a message that stands in it: the menu, the pin, taking away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from aiogram import Bot

from bot.delivery import calls
from bot.storage.database import Database
from bot.storage.outbox.delivery import MENU, NOTED, PIN, REMOVED, TAG
from domain.office.outbox import Card

# A menu's name and a language → commands and what they do.
Menu = Callable[[str, str], list[tuple[str, str]]]

OF_THE_CHAT = (MENU, PIN, TAG)
"""Rows that are no messages of their own."""

ARRANGED = (*OF_THE_CHAT, REMOVED)
"""Rows that show no screen."""

DELETED_WITHIN = timedelta(hours=47)
"""Bot API, deleteMessage: 48 hours; an hour is left for clocks that differ."""

UNPACED = (PIN, REMOVED, TAG, NOTED)
"""Neither sends nor edits, which is what the messenger's limits count (Bot API FAQ)."""


async def arrange(bot: Bot, database: Database, menu: Menu, card: Card) -> None:
    """Do it; done twice it changes nothing. Raises what the messenger raises."""
    if card.kind == REMOVED and card.message_id is None:
        async with database.write(in_place=True) as uow:
            await uow.outbox.repeated_in_place_of(card)
    elif card.kind == REMOVED:
        async with database.read() as uow:
            since = await uow.outbox.since(card.id)
            young = since is not None and uow.now() - since < DELETED_WITHIN
        await calls.remove(bot, card, whole=young)
    elif card.kind == TAG:
        await calls.tag(bot, card.chat_id, int(card.content["user"]), str(card.content["tag"]))
    elif card.kind == MENU:
        commands = menu(card.content["menu"], card.content.get("language", ""))
        await calls.set_menu(bot, card.chat_id, commands)
    else:
        async with database.read() as uow:
            number = await uow.outbox.message_of(int(card.content["row"]))
        if number is not None:
            await calls.pin(bot, card.chat_id, number, pinned=bool(card.content["pinned"]))
