"""The standard parser of command lines, speaking Russian: its headings, its help, what it refuses."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

# What the library says (Python 3.11 to 3.13), and how it is said here; the first that is found counts.
_SAID = tuple(
    (re.compile(english), russian)
    for english, russian in (
        (r"the following arguments are required: (.*)", r"не указано: \1"),
        (r"unrecognized arguments: (.*)", r"лишнее: \1"),
        (r"one of the arguments (.*) is required", r"нужно одно из: \1"),
        (r"invalid choice: (.*) \(choose from (.*)\)", r"нет такого: \1; есть: \2"),
        (r"invalid int value: (.*)", r"нужно целое число, а не \1"),
        (r"invalid \w+ value: (.*)", r"так не бывает: \1"),
        (r"expected one argument", "нужно значение"),
        (r"expected at least one argument", "нужно хотя бы одно значение"),
        (r"expected at most one argument", "нужно не больше одного значения"),
        (r"expected (\d+) arguments?", r"нужно значений: \1"),
        (r"not allowed with argument (.*)", r"нельзя вместе с \1"),
        (r"ignored explicit argument (.*)", r"значение \1 здесь не нужно"),
        (r"ambiguous option: (\S+) could match (.*)", r"неясно, что такое \1: \2"),
    )
)
_OF_ARGUMENT = re.compile(r"argument (?P<name>[^:]+): (?P<said>.*)", re.DOTALL)


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "использование: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser whose every word is Russian; texts of the help are printed as they stand."""

    def __init__(self, **how: Any) -> None:
        super().__init__(**{**how, "add_help": False, "formatter_class": _Formatter})
        self._positionals.title, self._optionals.title = "что указать", "ключи"
        self.add_argument("-h", "--help", action="help", help="показать эту справку и выйти")

    def _print_message(self, message: str, file: Any = None) -> None:
        if file is sys.stdout:  # the library would pass over a disk that is full
            file.write(message)
        else:
            super()._print_message(message, file)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong beside the usage, and leave with code 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {in_russian(message)}\n")


def in_russian(message: str) -> str:
    """A refusal of the library's; one that is not known stays as it is."""
    if found := _OF_ARGUMENT.fullmatch(message):
        return f"{found['name']}: {in_russian(found['said'])}"
    for english, russian in _SAID:
        if said := english.fullmatch(message):
            return said.expand(russian)
    return message
