"""The page of upkeep: its commands are commands; a database of any released schema goes there and back."""

from __future__ import annotations

import asyncio
import re
import shlex
import shutil
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from bot.__main__ import parser
from bot.storage.migrating import current_revision, newest_revision
from tests.commands.conftest import Give
from tests.docs.pages import ROOT
from tests.storage.released import contents_of_file, released

PAGE = (ROOT / "docs" / "ru" / "upkeep.md").read_text("utf-8")
OF_EACH = [pytest.param(one, marks=[] if one == released()[-1] else pytest.mark.long) for one in released()]


@pytest.mark.parametrize("revision", OF_EACH)
def test_a_database_of_any_version_is_upgraded_and_taken_back(
    give: Give, folder: Path, kept: dict[str, Path], revision: str
) -> None:
    (folder / "data").mkdir()
    file = Path(shutil.copy(kept[revision], folder / "data" / "office.db"))
    before, url = contents_of_file(file), make_url(f"sqlite+aiosqlite:///{file}")
    assert give("backup", "copy.db").code == 0
    answer = give("migrate")
    assert answer.code == 0, answer.whole
    assert asyncio.run(current_revision(url)) == newest_revision()
    assert give("status").aside == give("backup", "after.db").aside
    answer = give("restore", "copy.db")
    assert answer.code == 0, answer.whole
    assert (asyncio.run(current_revision(url)), contents_of_file(file)) == (revision, before)


def test_every_command_of_the_page_is_one() -> None:
    blocks = re.findall(r"^ *```sh\n(.*?)^ *```$", PAGE, re.MULTILINE | re.DOTALL)
    given = [line.strip() for block in blocks for line in block.splitlines() if "mcu " in line]
    assert len(given) > 10
    for line in given:
        if line != "mcu --version":
            assert parser().parse_args(shlex.split(line)[1:]).command.name == line.split()[1]
