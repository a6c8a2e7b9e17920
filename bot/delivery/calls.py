"""A row of the outbox as a call of the Bot API."""

from __future__ import annotations

import hashlib
import html
from collections.abc import Awaitable

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    DisabledButton,
    EphemeralMessageParameters,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    ReactionTypeEmoji,
)

from bot.delivery.refusals import NO_BUTTONS_LEFT, NOT_THERE, REFUSALS, says, unlike_any
from bot.watching.redaction import error_words
from domain.office.keyboard import whole
from domain.office.outbox import Button, Card, Screen, Tone
from domain.office.wording import plain, shown_length

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
UPLOAD_LIMIT = 50 * 1024 * 1024

log = structlog.get_logger("delivery")

_STYLES = {Tone.GOOD: "success", Tone.BAD: "danger"}


def keyboard(screen: Screen) -> InlineKeyboardMarkup | None:
    """The screen's buttons as an inline keyboard; None when it has none."""
    rows = [[_button(button) for button in row] for row in whole(screen.rows)]
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


def _button(button: Button) -> InlineKeyboardButton:
    """One button (Bot API, InlineKeyboardButton: style, disabled)."""
    style = _STYLES.get(button.tone)
    if button.idle:
        return InlineKeyboardButton(text=button.text, style=style, disabled=DisabledButton())
    if button.url:
        return InlineKeyboardButton(text=button.text, style=style, url=button.url)
    return InlineKeyboardButton(text=button.text, style=style, callback_data=button.data)


def screen_hash(screen: Screen) -> str:
    """A hash of what a chat shows."""
    return hashlib.sha256(repr(screen).encode()).hexdigest()[:32]


def fitting(text: str, limit: int = TEXT_LIMIT) -> str:
    """The text itself, or its plain beginning where a view has let it grow past the limit."""
    if shown_length(text) <= limit:
        return text
    return html.escape(plain(text, limit // 2), quote=False)


async def send_screen(bot: Bot, card: Card, screen: Screen, *, silent: bool) -> int:
    """Send a text message where the card belongs; its number."""
    message = await bot.send_message(
        card.chat_id,
        fitting(screen.text),
        message_thread_id=card.topic,
        disable_notification=silent,
        reply_markup=keyboard(screen),
    )
    return message.message_id


async def send_aside(bot: Bot, card: Card, screen: Screen, account: int) -> int | None:
    """Send a text in a group to one account alone; None where the messenger does not let the bot do so.

    Bot API, EphemeralMessageParameters: whoever is away may never see it, so it is for answers at once.
    """
    try:
        message = await bot.send_message(
            card.chat_id,
            fitting(screen.text),
            message_thread_id=card.topic,
            ephemeral_message_parameters=EphemeralMessageParameters(receiver_user_id=account),
        )
    except REFUSALS:
        return None
    return message.message_id


async def edit_screen(bot: Bot, card: Card, screen: Screen) -> None:
    """Make a message show this screen."""
    await bot.edit_message_text(
        fitting(screen.text),
        chat_id=card.chat_id,
        message_id=card.message_id,
        reply_markup=keyboard(screen),
    )


async def edit_buttons(bot: Bot, card: Card, screen: Screen) -> None:
    """Leave a message as it is and change what stands under it."""
    number = card.message_id
    await bot.edit_message_reply_markup(
        chat_id=card.chat_id, message_id=number, reply_markup=keyboard(screen)
    )


async def send_file(
    bot: Bot, card: Card, screen: Screen, file: InputFile | str, *, photo: bool, silent: bool
) -> int:
    """Send a file with a caption where the card belongs, as a picture where it is one; the message's number.

    `file` is bytes to upload or the messenger's name for what it has already.
    """
    caption = fitting(screen.text, CAPTION_LIMIT) or None
    send = bot.send_photo if photo else bot.send_document
    message = await send(
        card.chat_id,
        file,
        message_thread_id=card.topic,
        disable_notification=silent,
        caption=caption,
        reply_markup=keyboard(screen),
    )
    return message.message_id


async def remove(bot: Bot, card: Card, *, whole: bool) -> None:
    """Take a message away; what is too old for that, or may not be taken, at least loses its buttons."""
    number = card.message_id or 0
    if whole and await _done_or_gone(bot.delete_message(card.chat_id, number)):
        return
    try:
        await bot.edit_message_reply_markup(chat_id=card.chat_id, message_id=number)
    except TelegramBadRequest as error:
        if not says(error, NO_BUTTONS_LEFT):
            raise


async def pin(bot: Bot, chat_id: int, number: int, *, pinned: bool) -> None:
    """Pin a message without a sound, or let it go; where the bot may not, nothing is lost.

    Bot API, pinChatMessage and unpinChatMessage: in a group that takes the right to pin.
    """
    if pinned:
        await _done_or_gone(bot.pin_chat_message(chat_id, number, disable_notification=True))
    else:
        await _done_or_gone(bot.unpin_chat_message(chat_id, message_id=number))


async def tag(bot: Bot, group: int, account: int, words: str) -> None:
    """What stands beside a member's name; where the bot may not, or nobody is there, nothing is lost.

    Bot API, setChatMemberTag: it takes the right to manage tags, and is not for administrators.
    """
    await _done_or_gone(bot.set_chat_member_tag(group, account, words))


async def react(bot: Bot, chat_id: int, number: int) -> bool:
    """A thumb up on a person's message; on one that is gone there is nothing to mark. False: words are due.

    Bot API, setMessageReaction.
    """
    return await _done_or_gone(bot.set_message_reaction(chat_id, number, [ReactionTypeEmoji(emoji="👍")]))


async def _done_or_gone(call: Awaitable[bool]) -> bool:
    """Whether what decorates a chat is done, or there is nothing left to decorate; a refusal is noted."""
    try:
        return await call
    except TelegramAPIError as error:
        if not isinstance(error, REFUSALS) and not unlike_any(error):
            raise
        failure = error_words(type(error).__name__, error.message)
        log.info("not done", call=type(error.method).__name__, failure=failure)
        return says(error, NOT_THERE)


async def set_menu(bot: Bot, chat_id: int, commands: list[tuple[str, str]]) -> None:
    """Set a chat's menu of commands."""
    await bot.set_my_commands(
        [BotCommand(command=name, description=text) for name, text in commands],
        scope=BotCommandScopeChat(chat_id=chat_id),
    )
