"""A folder of an administrator's own, and commands given there as from a shell."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.__main__ import main

TOKEN = "123456:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0"  # noqa: S105 — nobody has it


@dataclass(frozen=True)
class Answer:
    """What a command ended with: its code, its answer, and what was said aside."""

    code: int
    said: str
    aside: str

    @property
    def whole(self) -> str:
        """All that is read on the screen."""
        return self.said + self.aside


Give = Callable[..., Answer]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where commands are given; the environment has nothing of an office but a server that is not there."""
    for name in [name for name in os.environ if name.startswith("BOT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("BOT_API_SERVER", "http://127.0.0.1:1")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def give(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Give:
    """Give a command, with settings of the environment, to the program started by this name."""

    def give(*words: object, started: str = "bot/__main__.py", **settings: str) -> Answer:
        for name, value in settings.items():
            monkeypatch.setenv(f"BOT_{name.upper()}", value)
        monkeypatch.setattr(sys, "argv", [started, *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            main()
        told = capsys.readouterr()
        assert "Traceback" not in told.err, told.err
        return Answer(int(ended.value.code or 0), told.out, told.err)

    return give
