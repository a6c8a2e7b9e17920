"""Whether every live card shows what a fresh look at the database shows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select

from bot.delivery.calls import fitting, keyboard
from bot.runtime import Runtime
from bot.sandbox.chatting import Message
from bot.sandbox.telegram_html import parse
from bot.sandbox.world import World
from bot.storage.outbox.delivery import DOCUMENT, FILE, MENU, PICTURE, TEXT
from bot.storage.outbox.tables import outbox
from domain.office.outbox import Card, Screen
from handlers import CONVERSATIONS
from handlers.chat.view import View
from tests.faults.witness import MARK


async def stale_cards(office: Runtime, world: World, now: datetime) -> tuple[int, list[str]]:
    """How many live cards there are, and those whose chats show something else than the state at `now`."""
    await office.links.learn()
    seen, stale = 0, []
    async with office.database.read() as uow:
        live = (await uow.connection.execute(select(outbox).where(outbox.c.live))).mappings().all()
        roster = await uow.roster.load()
        for row in live:
            message = world.messages[row["chat_id"]].get(row["message_id"] or 0)
            if row["kind"] in (TEXT, DOCUMENT, PICTURE, FILE, MENU) or message is None:
                continue
            screen = await CONVERSATIONS.render(View(office.shared, uow, roster, now, _card(row)))
            seen += 1
            if screen is not None and _shown(message) != (expected := _expected(screen)):
                where = f"{row['kind']} {row['subject']} in chat {row['chat_id']}"
                stale.append(f"stale: {where}: {_shown(message)} instead of {expected}")
    return seen, stale


def _card(row: Mapping[Any, Any]) -> Card:
    names = ("id", "chat_id", "kind", "subject", "content", "message_id", "topic")
    return Card(*(row[name] for name in names))


def _shown(message: Message) -> tuple[str, list[list[str]]]:
    """Text without the mark of a repeat, and the buttons."""
    marked, _, rest = message.text.partition("\n")
    text = rest if MARK.match(marked) else message.text
    return text, [[button["text"] for button in row] for row in message.inline_keyboard]


def _expected(screen: Screen) -> tuple[str, list[list[str]]]:
    buttons = keyboard(screen)
    rows = buttons.inline_keyboard if buttons else []
    return parse(fitting(screen.text)).text, [[button.text for button in row] for row in rows]
