"""Each card of the example office (`tests/handlers/shown/office.py`) as on a phone, in both languages."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from html import escape
from pathlib import Path

from aiogram.types import InlineKeyboardButton

from bot.delivery.calls import keyboard, screen_hash
from bot.profiles import load_profile
from bot.sandbox.server import PAGE
from domain.office.outbox import Screen
from tests.browser import Page
from tests.handlers.shown.office import make, office_of, screens
from tests.screens.pictures import take

LANGUAGES = ("ru", "en")
SHOWN = "shown.txt"
"""Beside the pictures of a language: what each of them shows, so that a stale one is told."""
WIDTH = 390
_STYLE = """
body { display: block; height: auto; overflow: visible; background: var(--ground); }
.message, .message:has(.buttons) { display: none; width: 390px; max-width: none; padding: 12px; }
.message.shown, .message.shown:has(.buttons) { display: flex; }
"""
# Which buttons have more words than there is room for, those apart that we shorten ourselves.
CUT = (
    "[...document.querySelectorAll('.shown button')]"
    ".filter((one) => one.scrollWidth > one.clientWidth && !one.textContent.endsWith('…'))"
    ".map((one) => one.textContent)"
)


async def drawn(language: str) -> dict[str, Screen]:
    """The example office's cards by the names of their pictures."""
    with tempfile.TemporaryDirectory() as place:
        url = f"sqlite+aiosqlite:///{place}/office.db"
        profile = replace(load_profile(), locale=language)
        await make(url)
        office = office_of(url, profile)
        try:
            return dict(await screens(office))
        finally:
            await office.close()


def page_of(cards: Iterable[Screen]) -> str:
    """All cards on one page, each to be shown alone."""
    style = "".join((PAGE / name).read_text() for name in ("style.css", "chat.css"))
    body = "".join(_card(one) for one in cards)
    return f"<!doctype html><meta charset=utf-8><style>{style}{_STYLE}</style>{body}"


def _card(screen: Screen) -> str:
    shown = keyboard(screen)
    rows = "".join(
        "<div>" + "".join(map(_button, row)) + "</div>" for row in (shown.inline_keyboard if shown else [])
    )
    words = screen.text.replace("🔴", '<span class="disc">🔴</span>')  # not every font has it
    text = f'<div class="bubble"><div class="content">{words}</div></div>'
    return f'<article class="message">{text}<div class="buttons">{rows}</div></article>'


def _button(button: InlineKeyboardButton) -> str:
    look = f"{button.style or ''}{' link' if button.url else ''}".strip()
    idle = " disabled" if button.disabled else ""
    return f'<button class="{look}"{idle}>{escape(button.text)}</button>'


def gallery(names: Iterable[str]) -> str:
    """All pictures side by side, by their names."""
    rows = "".join(f"| {one} | ![](ru/{one}.png) | ![](en/{one}.png) |\n" for one in sorted(names))
    heading = "# Every card in both languages\n\nMade by `make screens`.\n\n"
    return f"{heading}| card | ru | en |\n|---|---|---|\n{rows}"


def marks(cards: Mapping[str, Screen]) -> str:
    """A line a picture: its name and a digest of the words and buttons that it shows."""
    return "".join(f"{name} {screen_hash(screen)}\n" for name, screen in sorted(cards.items()))


async def take_cards(page: Page, folder: Path) -> list[str]:
    """Save the pictures; the buttons that are cut."""
    cut: list[str] = []
    for language in LANGUAGES:
        cards = await drawn(language)
        (folder / "README.md").write_text(gallery(cards))
        for old in (folder / language).glob("*.png"):
            old.unlink()
        with tempfile.TemporaryDirectory() as place:
            whole = Path(place) / "cards.html"
            whole.write_text(page_of(cards.values()))
            await page.look(WIDTH, 844)
            await page.visit(whole.as_uri())
            for index, name in enumerate(cards):
                cut += [f"{language} {name}: {one}" for one in await _show(page, index)]
                height = await page.value("Math.ceil(document.querySelector('.shown').offsetHeight)")
                await take(page, WIDTH, height, folder / language / f"{name}.png")
        (folder / language / SHOWN).write_text(marks(cards))
    return cut


async def _show(page: Page, index: int) -> list[str]:
    show = f"(one, at) => one.classList.toggle('shown', at === {index})"
    script = f"document.querySelectorAll('.message').forEach({show}); JSON.stringify({CUT})"
    found: list[str] = json.loads(await page.value(script))
    return found
