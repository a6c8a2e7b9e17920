"""`mcu completion`: what a shell reads to complete commands, their options and files by the Tab key."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import shtab

from bot.commands import COMMANDS
from bot.commands.command import parser_of
from bot.commands.parser import Parser


async def completion_command(arguments: argparse.Namespace) -> int:
    """Print it for one shell; it is for the installed program, which alone has a name of its own."""
    parser = parser_of(COMMANDS, "", "", program="mcu")
    for action in _actions(parser):
        if action.type is Path:
            action.complete = shtab.FILE  # type: ignore[attr-defined]  # where the library looks for it
    print(shtab.complete(parser, shell=arguments.shell))  # noqa: T201 — as it stands: it is for a file
    return 0


def _actions(parser: Parser) -> Iterator[argparse.Action]:
    """The arguments of a parser and of those below it."""
    for action in parser._actions:
        yield action
        if isinstance(action.choices, dict):
            for below in action.choices.values():
                yield from _actions(below)
