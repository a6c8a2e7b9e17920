"""What the messenger's refusals mean, by their words: Telegram gives no codes for them."""

from __future__ import annotations

from collections.abc import Iterable

from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)

REFUSALS = (TelegramBadRequest, TelegramForbiddenError, TelegramNotFound)
"""A call that the messenger understood and will not do, or does not know: its server is older than ours."""

_PASSING = (
    TelegramNetworkError,
    TelegramServerError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
    ClientDecodeError,  # a page of a proxy in between
)

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
WEBHOOK_SET = ("webhook is active",)
TOO_LATE = ("query is too old", "query ID is invalid")


def unlike_any(error: BaseException) -> bool:
    """Whether it is an answer that the Bot API does not give: it may pass, or come each time."""
    return type(error) in (TelegramAPIError, TelegramConflictError)


def says_nothing(error: BaseException) -> bool:
    """Whether it tells of the messenger and the way there, and nothing of what was asked for."""
    return isinstance(error, _PASSING) or unlike_any(error)


def says(error: AiogramError, words: Iterable[str]) -> bool:
    """Whether the refusal has any of these words."""
    said = str(error)
    return any(one in said for one in words)
