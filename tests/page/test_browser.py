"""The page in Debian's Chromium: the keyboard, ticks, what a checker of accessibility says."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from domain.people.invitation import new_token, token_hash
from tests.browser import Page
from tests.conftest import missing
from tests.page.conftest import SEAT, Pages

_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def checker() -> str:
    """axe-core, as its package ships it (https://github.com/dequelabs/axe-core)."""
    package = find_spec("axe_playwright_python")
    if package is None or not package.submodule_search_locations:
        missing("axe-playwright-python")
    assert package is not None and package.submodule_search_locations
    return (Path(package.submodule_search_locations[0]) / "axe.min.js").read_text()


async def come_in(pages: Pages, page: Page, seat: int) -> None:
    """The browser has this seat's session."""
    token = new_token()
    async with pages.runtime.database.write() as uow:
        await uow.entries.begin(token_hash(token), SEAT[seat])
    await page.come_in(pages.url, token)


async def faults(page: Page, axe: str) -> list[Any]:
    """What the checker has against the page that is shown."""
    await page.value(f"{axe}; true")
    asked = f"axe.run({{runOnly: {json.dumps(_RULES)}}})"
    shown = ".then((r) => JSON.stringify(r.violations.map((v) => [v.id, v.nodes.map((n) => n.html)])))"
    found: list[Any] = json.loads(await page.value(asked + shown))
    return found


@pytest.mark.long
async def test_the_list_by_the_keyboard(pages: Pages, page: Page) -> None:
    await come_in(pages, page, 1)
    await page.visit(f"{pages.url}/messages")

    async def press(key: str, code: str = "") -> Any:
        await page.command("Input.dispatchKeyEvent", type="keyDown", key=key, code=code, text=key)
        await page.command("Input.dispatchKeyEvent", type="keyUp", key=key, code=code)
        return await page.value("document.activeElement.getAttribute('href') || document.activeElement.name")

    first = await press("j")
    assert "/messages/" in first
    assert await press("j") != first
    assert await press("k") == first
    assert await press("о", "KeyJ") != first, "the Russian layout"
    assert await press("л", "KeyK") == first
    await press("x")
    assert await page.value("document.querySelectorAll('input[name=id]:checked').length") == 1
    await page.sees("Отмечено: 1")
    assert await press("/") == "words"
    await page.value("document.querySelector('[data-every]').click()")
    assert await page.value("document.querySelectorAll('input[name=id]:not(:checked)').length") == 0


@pytest.mark.long
async def test_a_choice_takes_effect_at_once_and_stands_in_the_address(pages: Pages, page: Page) -> None:
    await come_in(pages, page, 1)
    await page.visit(f"{pages.url}/messages")
    choose = "const s = document.querySelector('select[name=section]'); s.value = 'overdue';"
    await page.value(f"{choose} s.dispatchEvent(new Event('change', {{bubbles: true}})); true")
    await page.until("location.search.includes('section=overdue')")
    await page.sees("просрочено")


@pytest.mark.long
async def test_ticks_of_other_pages_stay_and_are_sent_with_these(pages: Pages, page: Page) -> None:
    await come_in(pages, page, 1)
    await page.visit(f"{pages.url}/messages")
    first = await page.value("document.querySelector('input[name=id]').value")
    await page.value("document.querySelector('input[name=id]').click()")
    await page.visit(await page.value("document.querySelector('a[rel=next]').href"))
    await page.sees("Отмечено: 1")
    second = await page.value("document.querySelector('input[name=id]').value")
    await page.value("document.querySelector('input[name=id]').click()")
    await page.sees("Отмечено: 2")
    await page.value(
        "document.querySelector('.acts select[name=unit]').value = 'zhkh'; window.before = true;"
        " document.querySelector('.acts button[value=unit]').click()"
    )
    await page.until("!window.before && document.readyState === 'complete'")
    await page.sees("Сделано: 2")
    assert await page.value("JSON.parse(sessionStorage.ticked).ticks.length") == 0
    async with pages.runtime.database.read() as uow:
        found = await uow.messages.several([int(first), int(second)])
    assert [one.unit for one in found] == ["zhkh", "zhkh"]
    # What a list has no more is ticked no more: another list, or a colleague who was quicker.
    await page.value("document.querySelector('input[name=id]').click()")
    await page.visit(f"{pages.url}/messages?section=all")
    assert await page.value("document.querySelectorAll('input[name=id]:checked').length") == 0
    await page.visit(f"{pages.url}/messages?section=overdue")
    ticked = await page.value("document.querySelector('input[name=id]').value")
    await page.value("document.querySelector('input[name=id]').click()")
    async with pages.runtime.database.write() as uow:
        await uow.messages.answer(int(ticked), pages.clock.now())
    await page.visit(f"{pages.url}/messages?section=overdue")
    assert await page.value("JSON.parse(sessionStorage.ticked).ticks.length") == 0


@pytest.mark.long
async def test_arrows_within_a_choice_wait_for_enter(pages: Pages, page: Page) -> None:
    """Each arrow is a choice to the browser: the page went on at the first one."""
    await come_in(pages, page, 1)
    await page.visit(f"{pages.url}/messages")
    await page.value("window.before = true; document.querySelector('select[name=channel]').focus()")
    arrow = {"key": "ArrowDown", "code": "ArrowDown", "windowsVirtualKeyCode": 40}
    for _ in range(2):
        await page.command("Input.dispatchKeyEvent", type="keyDown", **arrow)
        await page.command("Input.dispatchKeyEvent", type="keyUp", **arrow)
    assert await page.value("document.querySelector('select[name=channel]').selectedIndex") == 2
    assert await page.value("window.before")
    enter = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "text": "\r"}
    await page.command("Input.dispatchKeyEvent", type="keyDown", **enter)
    await page.until("!window.before && location.search.includes('channel=')")
    await page.until("document.activeElement.name === 'channel'")
    await page.sees("Найдено", "body > [role=status]")


@pytest.mark.long
async def test_keys_can_be_switched_off(pages: Pages, page: Page) -> None:
    """WCAG 2.1.4."""
    await come_in(pages, page, 1)
    await page.visit(f"{pages.url}/messages")
    pressed = {"type": "keyDown", "key": "j", "text": "j"}
    await page.value("document.querySelector('[data-keys]').click(); document.activeElement.blur()")
    await page.visit(f"{pages.url}/messages")
    await page.command("Input.dispatchKeyEvent", **pressed)
    assert await page.value("document.activeElement === document.body")
    await page.value("document.querySelector('[data-keys]').click(); document.activeElement.blur()")
    await page.command("Input.dispatchKeyEvent", **pressed)
    assert "/messages/" in await page.value("document.activeElement.href")


@pytest.mark.long
async def test_what_citizens_wrote_stays_text(pages: Pages, page: Page) -> None:
    from sqlalchemy import update

    from bot.storage.messages.tables import messages

    evil = '<img src=x onerror="window.broken=1"><script>window.broken=1</script>'
    async with pages.runtime.database.write() as uow:
        values = {"text": evil, "topic": evil, "author": evil, "place": evil}
        await uow.connection.execute(update(messages).values(**values))
    await come_in(pages, page, 1)
    for way in ("/messages?section=all", "/messages/40", "/figures?period=2026-11"):
        await page.visit(pages.url + way)
        await page.sees("<script>")
        assert await page.value("window.broken") is None
