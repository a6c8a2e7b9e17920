"""The pages for developers are true: what they name is there, and what is there is named."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from bot.settings import Settings
from tests.docs.pages import FLOORS, GUIDES, PAGES, ROOT, defined, exists, links, paths, table

_ARCHITECTURE = ROOT / "docs" / "architecture.md"
_DECISIONS = ROOT / "docs" / "decisions.md"
_REGULATION = ROOT / "docs" / "ru" / "polozhenie.md"
_PROFILE = ROOT / "bot" / "profiles" / "chaikovsky.toml"
_LOCALE = ROOT / "locales" / "ru"
_CLAUSE = re.compile("п\\.[ \N{NO-BREAK SPACE}]([2-4](?:\\.\\d+)+)")
_GLOSSARY = ROOT / "docs" / "glossary.md"
# Shared by all rooms of a floor, so no rooms themselves.
_NO_ROOMS = {
    "domain": {"office"},
    "handlers": {"chat"},
    "jobs": set[str](),
    "bot/storage": {"copies", "outbox", "migrations"},
    "bot/works": set[str](),
    "locales/ru": {"chat", "commands"},
}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_paths_exist(page: Path) -> None:
    named = sorted(set(paths(page.read_text())))
    missing = [path for path, _ in named if not exists(path)]
    assert not missing
    unknown = [f"{path}:{name}" for path, name in named if name and name not in defined(ROOT / path)]
    assert not unknown


def test_the_table_of_hostile_inputs_counts_what_the_tests_hold() -> None:
    _, *rows = table((ROOT / "docs" / "threats.md").read_text(), "what")
    counted = [
        (what, many, len(getattr(import_module(path.removesuffix(".py").replace("/", ".")), name)))
        for what, many, where in rows
        for path, name in paths(where)
        if name
    ]
    assert len(counted) > 10
    assert [one for one in counted if str(one[2]) not in re.findall(r"\d+", one[1])] == []


@pytest.mark.parametrize("page", [*PAGES, *GUIDES], ids=lambda page: f"{page.parent.name}-{page.name}")
def test_links_lead_somewhere(page: Path) -> None:
    for link in links(page.read_text()):
        address, _, anchor = link.partition("#")
        target = page.parent / address if address else page
        assert target.exists(), link
        if anchor:
            assert anchor in _anchors(target.read_text()), link


def _anchors(page: str) -> set[str]:
    """Those set by hand, and those that headings have (as GitHub makes them)."""
    headings = re.findall(r"^#+ (.+)$", page, re.MULTILINE)
    slugs = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    return slugs | set(re.findall(r'<a id="([^"]+)">', page))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_targets_of_make_exist(page: Path) -> None:
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert set(re.findall(r"`make ([\w-]+)", page.read_text())) <= targets


def test_the_lawyers_table_names_tests_and_keys_that_are_there() -> None:
    page = _REGULATION.read_text()
    _, *rows = table(page, "пункт")
    for clause, _, where, proof in rows:
        named = list(paths(proof))
        assert named, clause
        for path, name in named:
            assert name.startswith("test_") and name in defined(ROOT / path), f"{path}:{name}"
        for key in re.findall(r"`\[*(\w+)\]*`", where):
            assert re.search(rf"\b{key}\b", _PROFILE.read_text()), key
    clauses = " ".join(row[0] for row in rows)
    cited = {clause for page in _LOCALE.rglob("*.ftl") for clause in _CLAUSE.findall(page.read_text())}
    ways_of_the_office = {"3.1", "3.2", "3.3", "3.4", "4.2", "4.3", "4.3.1", "4.4.1", "4.4.2", "4.4.3"}
    assert cited
    for clause in sorted(cited | ways_of_the_office | {"4.5", "4.6", "4.7"}):
        assert re.search(rf"(?<![\d.]){re.escape(clause)}(?!\.?\d)", clauses), clause


def test_the_grid_names_every_room_of_every_floor() -> None:
    floors, *rooms = table(_ARCHITECTURE.read_text(), "room")
    for column, floor in enumerate(floors[2:], start=2):
        folder = floor.strip("`")
        said = {room[0].strip("`") for room in rooms if room[column]}
        there = {path.stem for path in (ROOT / folder).iterdir() if _is_room(path)} - _NO_ROOMS[folder]
        assert said == there & {room[0].strip("`") for room in rooms}, folder
        loose = {path.name for path in (ROOT / folder).iterdir() if path.is_dir()} - said - _NO_ROOMS[folder]
        assert not loose - {"__pycache__"}, folder


def _is_room(path: Path) -> bool:
    return path.is_dir() or path.suffix in {".py", ".ftl"}


def test_the_glossary_names_what_is_in_the_code() -> None:
    page = _GLOSSARY.read_text()
    without_place = [row for row in table(page, "decree")[1:] if not list(paths(row[1]))]
    assert not without_place
    bare = set(re.findall(r"`([A-Za-z_][\w.]*)`", page))
    code = " ".join(path.read_text() for floor in FLOORS for path in (ROOT / floor).rglob("*.py"))
    assert {name for name in bare if not re.search(rf"\b{re.escape(name)}\b", code)} == set()


def test_each_walk_goes_by_files() -> None:
    walks = _ARCHITECTURE.read_text().partition("\n## Four walks\n")[2].split("\n### ")[1:]
    assert len(walks) == 4
    for walk in walks:
        steps = re.findall(r"^(\d+)\. (.+)$", walk, re.MULTILINE)
        assert [int(number) for number, _ in steps] == list(range(1, len(steps) + 1))
        assert all(any(True for _ in paths(step)) for _, step in steps)


def test_settings_named_in_the_readme_are_all_there_are() -> None:
    known = {
        "BOT_DATABASE_URL" if name == "database" else f"BOT_{name.upper()}" for name in Settings.model_fields
    }
    readme = (ROOT / "README.md").read_text()
    assert set(re.findall(r"`(BOT_\w+)`", readme)) == known


def test_every_decision_has_its_number_and_its_line_in_the_index() -> None:
    text = _DECISIONS.read_text()
    _, *index = table(text, "no.")
    headed = re.findall(r'^<a id="d(\d+)"></a>\*\*(\d+)\. (.+?)\.?\*\*', text, re.MULTILINE)
    paragraphs = [line for line in text.split("\n\n")[3:] if line.strip()]
    assert [number for _, number, _ in headed] == [str(number) for number in range(1, len(paragraphs) + 1)]
    assert [(row[0], row[1]) for row in index] == [
        (f"[{number}](#d{anchor})", title) for anchor, number, title in headed
    ]
    dates = re.findall(r"\*(\d{4}-\d\d-\d\d)\*$", text, re.MULTILINE)
    assert [row[2] for row in index] == dates


def test_a_decision_and_the_one_that_took_its_place_name_each_other() -> None:
    text = _DECISIONS.read_text()
    _, *index = table(text, "no.")
    said = dict(re.findall(r'^<a id="d(\d+)"></a>(.+)$', text, re.MULTILINE))
    for number, row in enumerate(index, start=1):
        taken = re.fullmatch(r"yes|(?:no|in part): \[(\d+)\]\(#d\1\)", row[3])
        assert taken, row
        if taken[1]:
            assert int(taken[1]) > number
            assert f"(#d{taken[1]})" in said[str(number)]
            assert f"(#d{number})" in said[taken[1]]
