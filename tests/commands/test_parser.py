"""The command line in Russian: help, usage, and each refusal of the standard library's parser."""

from __future__ import annotations

import re

import pytest

from bot.commands import COMMANDS
from bot.commands.command import parser_of
from bot.commands.parser import Parser, in_russian

ROOT = parser_of(COMMANDS, "Бот.", "примеры: нет", "mcu")
_ENGLISH = re.compile(r"usage|positional|options|show|exit|required|invalid|error|expected|choose")


@pytest.mark.parametrize("given", [["--help"], *([one.name, "--help"] for one in COMMANDS)])
def test_no_help_has_english_of_the_library(given: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        ROOT.parse_args(given)
    said = capsys.readouterr().out
    assert left.value.code == 0
    assert said.startswith("использование: mcu") and "показать эту справку" in said
    assert not _ENGLISH.search(said)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([], "не указано: команда"),
        (["import"], "не указано: file"),
        (["invite", "два"], "seat: нужно целое число, а не 'два'"),
        (["import", "x.csv", "--channel"], "--channel: нужно значение"),
        (["completion", "csh"], "shell: нет такого: 'csh'; есть:"),
        (["check", "--anything"], "лишнее: --anything"),
        (["import", "x.csv", "--apply=yes"], "--apply: значение 'yes' здесь не нужно"),
        (["sandbox", "--db", "x", "--now", "вчера"], "--now: не дата и время: вчера"),
        (["sandbox", "--db", "x", "--p", "1"], "неясно, что такое --p: --port, --play, --profiles"),
    ],
)
def test_refusals(given: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        ROOT.parse_args(given)
    told = capsys.readouterr().err
    assert left.value.code == 2
    assert told.startswith("использование: mcu") and said in told
    assert not _ENGLISH.search(told)


def test_what_nobody_knows_is_said_as_it_is() -> None:
    assert in_russian("argument --x: something new") == "--x: something new"
    parser = Parser(prog="mcu")
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument("--one", action="store_true")
    group.add_argument("--other", action="store_true")
    assert in_russian("argument --one: not allowed with argument --other") == "--one: нельзя вместе с --other"
    assert in_russian("one of the arguments --one --other is required") == "нужно одно из: --one --other"
