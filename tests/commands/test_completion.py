"""The Tab key, as each shell understands it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from bot.commands import COMMANDS
from tests.commands.conftest import Give
from tests.conftest import missing

_BASH = 'source "$1"; COMP_WORDS=({words}); COMP_CWORD={last}; _shtab_mcu; echo "${{COMPREPLY[@]}}"'
_ZSH = 'fpath=("${1:h}" $fpath); autoload -U compinit; compinit -u -D; echo $_comps[mcu]; zsh -n "$1"'


def _completed(shell: str, script: str, file: Path) -> list[str]:
    if shutil.which(shell) is None:
        missing(shell)
    # Nothing of the person's own: neither their settings nor their history.
    given = [shell, *(["--norc"] if shell == "bash" else ["-f"] if shell == "zsh" else ["-N"]), "-c", script]
    own = {"PATH": "/usr/bin:/bin", "HOME": str(file.parent), "LC_ALL": "C.UTF-8"}
    where = {"bash": [shell, str(file)], "zsh": [shell, str(file)], "fish": [str(file)]}[shell]
    answer = subprocess.run([*given, *where], capture_output=True, text=True, check=True, env=own)
    assert answer.stderr == ""
    return answer.stdout.split()


@pytest.fixture
def script(give: Give, folder: Path, request: pytest.FixtureRequest) -> Path:
    """What the program prints for the shell that a test names."""
    file = folder / "_mcu"
    file.write_text(give("completion", request.param).said, "utf-8")
    return file


@pytest.mark.parametrize("script", ["bash"], indirect=True)
def test_bash_completes_commands_options_and_files(script: Path) -> None:
    def completed(*words: str) -> list[str]:
        given = " ".join(f"'{word}'" for word in words)
        return _completed("bash", _BASH.format(words=given, last=len(words) - 1), script)

    assert completed("mcu", "in") == ["invite"]
    assert set(completed("mcu", "")) == {command.name for command in COMMANDS}
    assert set(completed("mcu", "import", "--")) >= {"--channel", "--apply", "--env-file", "--office"}
    assert completed("mcu", "completion", "f") == ["fish"]


@pytest.mark.parametrize("script", ["fish"], indirect=True)
def test_fish_completes_commands_and_options(script: Path) -> None:
    assert "invite" in _completed("fish", 'source $argv[1]; complete -C "mcu inv"', script)
    assert "--channel" in _completed("fish", 'source $argv[1]; complete -C "mcu import --ch"', script)


@pytest.mark.parametrize("script", ["zsh"], indirect=True)
def test_zsh_knows_whom_to_ask(script: Path) -> None:
    assert _completed("zsh", _ZSH, script) == ["_mcu"]
