"""One command of the command line: its words, its arguments, and what does it, loaded when it is given."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from importlib import import_module
from typing import Any

Parser = argparse.ArgumentParser
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
    def work(self) -> Work:
        """What does it: gives the exit code, or raises `Refused`."""
        work: Work = getattr(import_module(f"bot.commands.{self.module}"), f"{self.name}_command")
        return work


def parser_of(commands: tuple[Command, ...], about: str, examples: str) -> Parser:
    """A parser that gives the chosen command as `command` beside its arguments."""
    as_it_stands = argparse.RawDescriptionHelpFormatter
    root = Parser(prog="bot", description=about, epilog=examples, formatter_class=as_it_stands)
    chosen = root.add_subparsers(required=True, metavar="команда")
    for command in commands:
        one = chosen.add_parser(
            command.name,
            help=command.about,
            description=command.about,
            epilog=f"пример: bot {command.example}",
            formatter_class=as_it_stands,
        )
        command.arguments(one)
        one.set_defaults(command=command)
    return root
