"""A command acts on the office that is meant, says which, and makes no database by the way."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from bot.profiles import profile_text
from bot.storage.migrating import migrate
from bot.storage.serving import unserved
from tests.commands.conftest import TOKEN, Give

ASKING = [
    ["invite", "1"],
    ["digest", "--print"],
    ["verify", "paper.pdf"],
    ["export", "2026-10"],
    ["import", "paper.pdf"],
]


@pytest.fixture
def offices(folder: Path) -> Path:
    """Two offices side by side, their databases made."""
    place = folder / "offices"
    place.mkdir()
    for name in ("north", "south"):
        (place / f"{name}.toml").write_text(profile_text(), "utf-8")
        (place / f"{name}.env").write_text(f"BOT_TOKEN={TOKEN}\n", "utf-8")
        asyncio.run(migrate(make_url(f"sqlite+aiosqlite:///{folder}/data/{name}.db")))
    return place


@pytest.mark.parametrize("words", ASKING)
def test_no_command_makes_a_database_by_the_way(give: Give, folder: Path, words: list[str]) -> None:
    (folder / "paper.pdf").write_bytes(b"%PDF")
    answer = give(*words)
    assert answer.code == 1
    assert f"Базы {folder}/data/office.db ещё нет" in answer.aside
    assert [path.name for path in folder.iterdir()] == ["paper.pdf"]


def test_of_several_offices_the_one_named_answers(give: Give, folder: Path, offices: Path) -> None:
    answer = give("backup", "copy.db", "--profiles", offices, "--office", "south")
    assert answer.code == 0, answer.aside
    assert f"Офис south, база {folder}/data/south.db" in answer.aside
    answer = give("backup", "copy.db", "--profiles", offices)
    assert answer.code == 1 and "несколько офисов: north, south" in answer.aside
    answer = give("digest", "--print", "--profiles", offices, "--office", "west")
    assert answer.code == 1 and "Офиса west" in answer.aside
    answer = give("digest", "--print", "--office", "north")
    assert answer.code == 1 and "--profiles" in answer.aside


def test_all_of_several_offices_are_checked(give: Give, folder: Path, offices: Path) -> None:
    answer = give("check", "--profiles", offices)
    assert answer.said.count("База: в порядке") == 2
    assert [name for name in ("north", "south") if f"Офис {name}" not in answer.aside] == []
    for name in ("north", "south"):
        with (offices / f"{name}.env").open("a") as file:
            file.write("BOT_PAGE=127.0.0.1:8082\nBOT_PUBLIC_URL=https://office.example\n")
    answer = give("check", "--profiles", offices)
    assert answer.code == 1 and "по одному адресу" in answer.said
    assert answer.said.count("Страница офиса: https://office.example (") == 2


def test_settings_of_a_service_are_taken_from_its_file(give: Give, folder: Path) -> None:
    settings = folder / "service.env"
    settings.write_text(f"BOT_DATABASE_URL=sqlite:///{folder}/elsewhere/office.db\n", "utf-8")
    asyncio.run(migrate(make_url(f"sqlite+aiosqlite:///{folder}/elsewhere/office.db")))
    answer = give("digest", "3", "--print", "--env-file", settings)
    assert answer.code == 0, answer.aside
    assert f"база {folder}/elsewhere/office.db" in answer.aside and "Офис" not in answer.said
    answer = give("check", "--env-file", "none.env")
    assert answer.code == 1 and "none.env" in answer.aside


def test_the_sandbox_plays_the_profile_that_is_set(give: Give) -> None:
    words = ["sandbox", "--db", "office.db", "--now", "2026-11-24T08:25:00+05:00", "--port", "0"]
    answer = give(*words, profile="none.toml")
    assert answer.code == 1 and "none.toml нет" in answer.aside


def test_an_office_is_seen_in_ten_lines(give: Give, folder: Path, offices: Path) -> None:
    answer = give("status", "--profiles", offices, "--office", "south")
    assert answer.code == 1 and "Не работает" in answer.said
    assert len(answer.said.splitlines()) == 10 and f"{folder}/data/south.db" in answer.said
    with unserved(make_url(f"sqlite+aiosqlite:///{folder}/data/south.db")):
        assert "Работает" in give("status", "--profiles", offices, "--office", "south").said


def test_a_service_is_for_the_office_that_is_meant(give: Give, folder: Path, offices: Path) -> None:
    (folder / "office.env").write_text("BOT_LIMITS=true\n", "utf-8")
    unit = give("service", "--env-file", "office.env").said
    assert f"WorkingDirectory={folder}\n" in unit and f"EnvironmentFile={folder}/office.env\n" in unit
    assert f"serve --profiles {offices}\n" in give("service", "--profiles", "offices").said
    assert (
        f"--env-file {folder}/office.env" in give("service", "--container", "--env-file", "office.env").said
    )
    assert "--health-cmd 'python -m bot.watching.asked'" in give("service", "--container").said


def test_a_move_says_what_it_moved_and_what_to_set(give: Give, folder: Path, offices: Path) -> None:
    north = ["--profiles", offices, "--office", "north"]
    answer = give("move", f"sqlite:///{folder}/moved.db", *north)
    assert answer.code == 0 and f"Перенесено в {folder}/moved.db" in answer.said, answer.aside
    answer = give("move", "somewhere", *north)
    assert answer.code == 1 and "Адрес базы" in answer.aside
    with unserved(make_url(f"sqlite+aiosqlite:///{folder}/data/north.db")):
        assert "Остановите его" in give("move", f"sqlite:///{folder}/other.db", *north).aside
