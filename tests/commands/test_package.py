"""What is installed: one version, and all that the program reads beside its code."""

from __future__ import annotations

import fnmatch
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

import bot
from tests.commands.conftest import Give

ROOT = Path(bot.__file__).parents[1]
CHANGES = (ROOT / "CHANGELOG.md").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def test_the_version_is_the_newest_of_the_changelog(give: Give) -> None:
    newest = re.search(r"^## (\S+)", CHANGES, re.MULTILINE)
    assert newest is not None and newest[1] == bot.__version__
    assert bot.__version__ in give("--version").said


def test_a_tag_is_of_the_version_it_names() -> None:
    heading = re.search(r"^## (\d+\.\d+\.\d+) \((not released yet|\d{4}-\d\d-\d\d)\)$", CHANGES, re.MULTILINE)
    assert heading is not None and heading[1] == bot.__version__
    asked = ["git", "tag", "--points-at", "HEAD", "v*"]
    tags = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()
    assert tags in ([], [f"v{bot.__version__}"])
    assert tags == [] or heading[2] != "not released yet"


@pytest.mark.parametrize(
    ("started", "name"), [("/opt/office/bin/mcu", "mcu"), ("/opt/office/bot/__main__.py", "python -m bot")]
)
def test_the_program_is_called_as_it_was_started(give: Give, started: str, name: str) -> None:
    assert f"\n  {name} invite 1 " in give("--help", started=started).said
    assert f"пример: {name} verify protocol-1.pdf" in give("verify", "--help", started=started).said
    assert give("--version", started=started).said == f"{name} {bot.__version__}\n"
    assert f"первый запуск ({name} serve)" in give("digest", "--print", started=started).aside


def test_no_sentence_says_a_name_of_its_own() -> None:
    named = re.compile(r"\b(?:bot|mcu) (?:[a-z]+\b|-)")
    lines = [
        line
        for file in (ROOT / "locales").rglob("*.ftl")
        for line in file.read_text("utf-8").splitlines()
        if re.search("[а-яё]", line, re.IGNORECASE) and not line.startswith("#") and named.search(line)
    ]
    assert lines == []


@pytest.mark.parametrize("package", ["bot", "domain", "handlers", "jobs", "locales"])
def test_what_stands_beside_the_code_goes_with_it(package: str) -> None:
    """A file of a kind that the package does not name would be missing where it is installed."""
    patterns = ["*.py", *PROJECT["tool"]["setuptools"]["package-data"]["*"]]
    assert f"{package}*" in PROJECT["tool"]["setuptools"]["packages"]["find"]["include"]
    files = [path for path in (ROOT / package).rglob("*") if path.is_file() and path.suffix != ".pyc"]
    left = [path.name for path in files if not any(fnmatch.fnmatch(path.name, one) for one in patterns)]
    assert files and left == []
