"""What the messenger's refusals mean, by their words: Telegram gives no codes for them."""

from __future__ import annotations

from collections.abc import Iterable

from aiogram.exceptions import AiogramError, TelegramBadRequest, TelegramForbiddenError

REFUSALS = (TelegramBadRequest, TelegramForbiddenError)
"""A call that the messenger understood and will not do."""

NO_WAY_IN = (
    *("chat not found", "not enough rights", "no rights to send", "CHAT_WRITE_FORBIDDEN", "USER_IS_BLOCKED"),
    *("CHAT_RESTRICTED", "CHAT_ADMIN_REQUIRED", "CHAT_SEND_", "was blocked", "was kicked", "is deactivated"),
    *("not a member", "initiate conversation", "messages to bots", "chat was deleted", "CHANNEL_PRIVATE"),
)
# Rights that a chat gives for files apart: without them it takes words still.
NO_FILES = ("rights to send photos", "rights to send documents", "CHAT_SEND_")
NO_TOPIC = ("TOPIC_CLOSED", "TOPIC_DELETED", "message thread not found")
# What is wrong with the message itself stays wrong, however often it is tried.
NEVER = (
    *("can't parse", "too long", "must be non-empty", "is empty", "keyboard", "reply markup", "BUTTON_"),
    *("IMAGE_PROCESS_FAILED", "PHOTO_", "MEDIA_", "wrong file identifier", "wrong remote file"),
)
GONE = ("message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID")
NOT_THERE = ("not found", "MESSAGE_ID_INVALID")
NO_BUTTONS_LEFT = (*NOT_THERE, "message is not modified", "message can't be edited")
TOO_LATE = ("query is too old", "query ID is invalid")


def says(error: AiogramError, words: Iterable[str]) -> bool:
    """Whether the refusal has any of these words."""
    said = str(error)
    return any(one in said for one in words)
