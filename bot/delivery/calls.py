"""A row of the outbox as a call of the Bot API."""

from __future__ import annotations

import hashlib
import html

from aiogram import Bot
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
)

from domain.office.keyboard import whole
from domain.office.outbox import Card, Screen
from domain.office.wording import plain

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
UPLOAD_LIMIT = 50 * 1024 * 1024


def keyboard(screen: Screen) -> InlineKeyboardMarkup | None:
    """The screen's buttons as an inline keyboard; None when it has none."""
    rows = [
        [
            InlineKeyboardButton(text=button.text, url=button.url)
            if button.url
            else InlineKeyboardButton(text=button.text, callback_data=button.data)
            for button in row
        ]
        for row in whole(screen.rows)
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


def screen_hash(screen: Screen) -> str:
    """A hash of what a chat shows."""
    return hashlib.sha256(repr(screen).encode()).hexdigest()[:32]


def fitting(text: str, limit: int = TEXT_LIMIT) -> str:
    """The text itself, or its plain beginning where a view has let it grow past the limit."""
    if len(plain(text).encode("utf-16-le")) // 2 <= limit:
        return text
    return html.escape(plain(text, limit // 2), quote=False)


async def send_screen(bot: Bot, chat_id: int, screen: Screen) -> int:
    """Send a text message; its number."""
    message = await bot.send_message(chat_id, fitting(screen.text), reply_markup=keyboard(screen))
    return message.message_id


async def edit_screen(bot: Bot, card: Card, screen: Screen) -> None:
    """Make a message show this screen."""
    await bot.edit_message_text(
        fitting(screen.text),
        chat_id=card.chat_id,
        message_id=card.message_id,
        reply_markup=keyboard(screen),
    )


async def send_file(bot: Bot, chat_id: int, screen: Screen, file: InputFile | str, *, photo: bool) -> int:
    """Send a file with a caption, as a picture where it is one; the message's number.

    `file` is bytes to upload or the messenger's name for what it has already.
    """
    caption = fitting(screen.text, CAPTION_LIMIT) or None
    if photo:
        message = await bot.send_photo(chat_id, file, caption=caption, reply_markup=keyboard(screen))
    else:
        message = await bot.send_document(chat_id, file, caption=caption, reply_markup=keyboard(screen))
    return message.message_id


async def set_menu(bot: Bot, chat_id: int, commands: list[tuple[str, str]]) -> None:
    """Set a chat's menu of commands."""
    await bot.set_my_commands(
        [BotCommand(command=name, description=text) for name, text in commands],
        scope=BotCommandScopeChat(chat_id=chat_id),
    )
