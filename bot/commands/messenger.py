"""Why the messenger does not answer as it should, in words."""

from __future__ import annotations

from aiogram.exceptions import (
    AiogramError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramUnauthorizedError,
)

from bot.localisation import Locale
from bot.settings import Settings


def messenger_trouble(settings: Settings, texts: Locale, error: AiogramError) -> str:
    """Why the messenger does not answer as it should, and what to do."""
    if isinstance(error, TelegramUnauthorizedError | TelegramNotFound):
        return texts("cli-token-refused")
    if not isinstance(error, TelegramNetworkError):
        return texts("cli-no-telegram", reason=type(error).__name__)
    return texts("cli-no-way-by-proxy" if settings.proxy else "cli-no-way")
