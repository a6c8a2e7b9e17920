"""No word on a button is cut on a phone: measured by a font that is wider than the messengers' own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import matplotlib
import pytest
from fluent.syntax import ast, parse
from PIL import ImageFont

from bot.delivery.calls import keyboard
from bot.localisation import LOCALES
from bot.profiles import load_profile
from domain.office.keyboard import packed, room, width
from domain.office.outbox import Button, Screen
from tests.handlers.shown.office import make, office_of, screens
from tests.templates import Templates

# At 13 points DejaVu takes as much as the messengers' fonts at 15.
FONT = ImageFont.truetype(Path(matplotlib.get_data_path()) / "fonts/ttf/DejaVuSans.ttf", 13)


def captions(language: str) -> list[str]:
    """What stands on buttons whatever happens: the locale's words without arguments."""
    found = []
    for path in sorted((LOCALES / language).rglob("*.ftl")):
        for entry in parse(path.read_text("utf-8")).body:
            if (
                isinstance(entry, ast.Message)
                and entry.value
                and entry.id.name.startswith(("button-", "command-"))
            ):
                parts = [one.value for one in entry.value.elements if isinstance(one, ast.TextElement)]
                if len(parts) == len(entry.value.elements):
                    found.append("".join(parts))
    return found


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_caption_takes_no_more_than_we_reckon_and_fits(language: str) -> None:
    words = captions(language)
    assert len(words) > 200
    assert [one for one in words if FONT.getlength(one) > width(one) + 1] == []
    assert [one for one in words if FONT.getlength(one) > room(1)] == []


def test_every_block_and_unit_has_a_caption_that_fits() -> None:
    profile = load_profile()
    captions = [profile.caption(one) for many in (profile.blocks, profile.units) for one in many]
    assert [one for one in captions if FONT.getlength(one) > room(1)] == []


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_no_button_of_any_card_is_cut_by_its_neighbours(
    templates: Templates, tmp_path: Path, language: str
) -> None:
    url = await templates.copy(None, "shown", make, tmp_path / "office.db")
    office = office_of(url, replace(load_profile(), locale=language))
    seen = 0
    for name, screen in await screens(office):
        shown = keyboard(screen)
        for row in shown.inline_keyboard if shown else []:
            seen += 1
            cut = [one.text for one in row if FONT.getlength(one.text) > room(len(row))]
            assert cut == [], name
    await office.close()
    assert seen > 300


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_the_way_back_is_the_last_button(templates: Templates, tmp_path: Path, language: str) -> None:
    url = await templates.copy(None, "shown", make, tmp_path / "office.db")
    office = office_of(url, replace(load_profile(), locale=language))
    ways = {office.texts(f"button-{one}") for one in ("back", "cancel")}
    seen, elsewhere = 0, []
    for name, screen in await screens(office):
        row = [one.text for row in screen.rows for one in row]
        back = [place for place, text in enumerate(row) if text in ways]
        seen += len(back)
        if back and back != [len(row) - 1]:
            elsewhere.append(f"{name}: {row}")
    await office.close()
    assert elsewhere == []
    assert seen > 30


def test_rows_keep_their_order_and_what_fits_stays_together() -> None:
    short, long = Button("Буду", "a"), Button("Материалы для блоков", "b")
    assert packed([short, short, short, short]) == ((short, short, short), (short,))
    assert packed([short, long, short]) == ((short,), (long,), (short,))
    shown = keyboard(Screen("", ((short, long),)))
    assert shown is not None and [len(row) for row in shown.inline_keyboard] == [1, 1]
