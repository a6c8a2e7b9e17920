"""One command of the command line: its words, its arguments, and what does it, loaded when it is given."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from bot import __version__
from bot.called import called
from bot.commands.parser import Parser

_WITH_MESSENGER = ("serve", "sandbox", "check", "office", "export")

Work = Callable[[argparse.Namespace], Coroutine[Any, Any, int]]


class Refused(Exception):
    """The command cannot be done; the message says why and what to do."""


def no_arguments(_: Parser) -> None:
    """For a command that is given alone."""


@dataclass(frozen=True, slots=True)
class Command:
    """`about` and `example` are for the help; `module` of this folder has the coroutine `<name>_command`."""

    name: str
    module: str
    about: str
    example: str
    arguments: Callable[[Parser], None] = no_arguments

    @property
    def serves(self) -> bool:
        """Whether it runs until told to stop."""
        return self.module in ("serve", "sandbox")

    @property
    def work(self) -> Work:
        """What does it: gives the exit code, or raises `Refused`."""
        if self.module in _WITH_MESSENGER:
            from bot.messengers.models import load_as_needed  # noqa: PLC0415 — so that --help answers at once

            load_as_needed()
        work: Work = getattr(import_module(f"bot.commands.{self.module}"), f"{self.name}_command")
        return work


def _which_office(parser: Parser) -> None:
    """Every command is given for an office: by the settings that its server has."""
    group = parser.add_argument_group("какой офис")
    group.add_argument(
        "--profiles",
        type=Path,
        metavar="КАТАЛОГ",
        help="несколько офисов: имя.toml — профиль, имя.env — токен и прочее",
    )
    group.add_argument("--office", metavar="ИМЯ", help="один из офисов каталога --profiles")
    group.add_argument(
        "--env-file", type=Path, metavar="ФАЙЛ", help="файл настроек BOT_…; без него — .env этого каталога"
    )


def parser_of(commands: tuple[Command, ...], about: str, examples: str, program: str = "") -> Parser:
    """A parser that gives the chosen command as `command` beside its arguments."""
    program = program or called()
    root = Parser(prog=program, description=about, epilog=examples)
    root.add_argument(
        "--version", action="version", version=f"{program} {__version__}", help="показать версию и выйти"
    )
    chosen = root.add_subparsers(required=True, metavar="команда")
    for command in commands:
        one = chosen.add_parser(
            command.name,
            help=command.about,
            description=command.about,
            epilog=f"пример: {program} {command.example}",
        )
        command.arguments(one)
        _which_office(one)
        one.set_defaults(command=command)
    return root
