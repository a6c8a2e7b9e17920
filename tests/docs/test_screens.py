"""Every screen has its picture in `docs/screens`, in both languages, as it is now: see `make screens`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.profiles import load_profile
from handlers import CONVERSATIONS
from tests.docs.pages import GUIDES, PAGES, ROOT
from tests.handlers.shown.office import CARDS, STILL, make, office_of, screens
from tests.screens.cards import LANGUAGES, SHOWN, gallery, marks
from tests.screens.day import NAMES
from tests.templates import Templates

SCREENS = ROOT / "docs" / "screens"
MOST_BYTES = 15_000_000


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_card_has_its_picture_and_none_is_stale(
    templates: Templates, tmp_path: Path, language: str
) -> None:
    url = await templates.copy(None, "shown", make, tmp_path / "office.db")
    office = office_of(url, replace(load_profile(), locale=language))
    cards = await screens(office)
    await office.close()
    names = [name for name, _ in cards]
    assert len(names) == len(set(names))
    assert {one.stem for one in (SCREENS / language).glob("*.png")} == set(names)
    assert (SCREENS / "README.md").read_text() == gallery(names)
    kept = set((SCREENS / language / SHOWN).read_text().splitlines())
    stale = [line.split()[0] for line in marks(dict(cards)).splitlines() if line not in kept]
    assert stale == []  # `make screens WHICH=cards`


def test_every_kind_of_card_has_an_example() -> None:
    assert set(CONVERSATIONS.cards) - {kind for _, kind, _, _ in (*CARDS, *STILL)} == set()


def test_the_day_has_its_pictures() -> None:
    assert {one.stem for one in (SCREENS / "day").glob("*.png")} == set(NAMES)
    shown = " ".join(page.read_text("utf-8") for page in (*PAGES, *GUIDES))
    assert [name for name in NAMES if f"screens/day/{name}.png" not in shown] == []


def test_pictures_are_small() -> None:
    assert sum(one.stat().st_size for one in SCREENS.rglob("*.png")) < MOST_BYTES
