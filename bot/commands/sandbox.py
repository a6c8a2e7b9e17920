"""`mcu sandbox`: the chat page without Telegram, or a day played by itself."""

from __future__ import annotations

import argparse

from bot.commands.common import profile_of
from bot.commands.given import own_settings
from bot.sandbox.run import SandboxOptions, run_sandbox
from bot.watching.logs import set_up_logs


async def sandbox_command(arguments: argparse.Namespace) -> int:
    """Open the sandbox; with --play, play a day in it and leave the documents."""
    from bot.sandbox.play import play  # noqa: PLC0415

    settings = own_settings(arguments)
    profile_of(settings)  # its mistakes are named before anything starts
    set_up_logs("console", quiet=arguments.play is not None)
    options = SandboxOptions(
        arguments.port,
        arguments.db,
        arguments.now,
        arguments.database_url,
        empty=arguments.empty,
        limits=arguments.limits == "on",
        server_only=arguments.server,
        profile=settings.profile,
    )
    if arguments.play is not None:
        await play(options, arguments.play)
    elif arguments.history and not options.empty and not options.database.exists():
        from bot.sandbox.history import live_through  # noqa: PLC0415

        await run_sandbox(options, live_through)
    else:
        await run_sandbox(options)
    return 0
