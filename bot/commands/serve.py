"""`bot serve`: run until told to stop."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal

from aiogram.exceptions import TelegramAPIError
from aiogram.utils.token import TokenValidationError

from bot.app import RunningOffice
from bot.commands.common import Refused, clock_of, command_texts, migrated, profile_of, with_token
from bot.logs import set_up_logs
from bot.settings import Settings


async def serve_command(_: argparse.Namespace) -> int:
    """Run until told to stop."""
    settings = with_token(Settings())
    set_up_logs(settings.log_format)
    try:
        office = RunningOffice(settings, profile_of(settings), await clock_of(settings))
    except TokenValidationError:
        raise Refused(command_texts()("cli-bad-token")) from None
    stopped = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows has no such handlers
            asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    try:
        await migrated(office)
        await office.start()
    except TelegramAPIError as error:
        await office.stop()
        raise Refused(command_texts()("cli-no-telegram", reason=type(error).__name__)) from None
    await stopped.wait()
    await office.stop()
    return 0
