"""Libraries are loaded aside: not the thread of the event loop runs the first lines of a module."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest

from bot.loading import loaded


async def test_a_module_is_loaded_in_another_thread_and_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = "import threading\nTHREADS = [threading.get_ident()]\n"
    (tmp_path / "loaded_aside.py").write_text(source)
    monkeypatch.syspath_prepend(tmp_path)
    await loaded("loaded_aside", "loaded_aside")
    module = sys.modules.pop("loaded_aside")
    assert [threading.get_ident()] != module.THREADS
