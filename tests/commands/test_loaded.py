"""What a command does not need is not loaded, nor what a server does not at rest."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_MESSENGER = ("aiogram", "aiohttp", "apscheduler")
_WORK = (
    "pymorphy3",
    "openpyxl",
    "xlsxwriter",
    "docxtpl",
    "docx",
    "lxml",
    "typst",
    "matplotlib",
    "numpy",
    "python_calamine",
)
_OTHERS = ("alembic", "asyncpg", "icalendar", "segno")
_GIVEN = """
import runpy, sys
sys.argv = ["mcu", *{arguments!r}]
try:
    runpy.run_module("bot", run_name="__main__")
except SystemExit:
    pass
print("loaded", *(name for name in {names!r} if name in sys.modules))
"""


def _printed(program: str, folder: Path) -> list[str]:
    """The last line that a program of its own prints."""
    environment = os.environ | {
        "BOT_DATABASE": f"sqlite+aiosqlite:///{folder / 'office.db'}", "BOT_TOKEN": "1:test",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=environment, check=False
    )
    return done.stdout.splitlines()[-1].split() if done.stdout else [done.stderr]


@pytest.mark.parametrize(
    "arguments", [["--help"], ["backup", "copy.db"], ["verify", "no.pdf"], ["status"]], ids=lambda one: one[0]
)
def test_a_command_loads_what_it_needs(arguments: list[str], tmp_path: Path) -> None:
    names = (*_MESSENGER, *_WORK, *_OTHERS, *(["sqlalchemy"] if arguments == ["--help"] else []))
    assert _printed(_GIVEN.format(arguments=arguments, names=names), tmp_path) == ["loaded"]


@pytest.mark.long
def test_a_server_at_rest_has_loaded_neither_papers_nor_morphology_nor_migrations(tmp_path: Path) -> None:
    program = f"""
import sys
import bot.commands.serve
print("loaded", *(name for name in {(*_WORK, *_OTHERS)!r} if name in sys.modules))
"""
    assert _printed(program, tmp_path) == ["loaded"]


def test_a_model_of_the_messenger_is_built_when_it_is_first_used(tmp_path: Path) -> None:
    program = """
from bot.messengers.models import load_as_needed
load_as_needed()
from aiogram import methods, types
models = [one for one in (*vars(types).values(), *vars(methods).values()) if hasattr(one, "model_rebuild")]
built = sum(one.__pydantic_complete__ for one in models)
for one in models:
    one.model_rebuild()
print(len(models) > 500, built < 150, all(one.__pydantic_complete__ for one in models))
"""
    assert _printed(program, tmp_path) == ["True", "True", "True"]
