"""Mornings at the page in a real browser: an officer's, a head's, a stranger's; and without any script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.works.imports.importing import Importing
from domain.messages.message import ImportState
from tests.browser import Page
from tests.page.conftest import SEAT, Pages
from tests.page.test_browser import checker, come_in, faults

TABLE = (
    "Номер;Дата;Тема;Адрес;Статус;Дата ответа\n"
    "Т-1;23.11.2026 09:00;Уборка снега;г. Чайковский, ул. Ленина, 5;в работе;\n"
    "Т-2;20.11.2026 09:00;Неведомое дело;г. Чайковский, ул. Мира, 1;в работе;\n"
)


async def press(page: Page, what: str) -> None:
    """Click on what a selector names, and wait for the next page."""
    await page.value(f"window.before = true; document.querySelector({what!r}).click()")
    await page.until("!window.before && document.readyState === 'complete'")


@pytest.mark.long
async def test_an_officers_morning(pages: Pages, page: Page, tmp_path: Path) -> None:
    """A file in, its columns mapped, put in, and what is nobody's given to a block."""
    (tmp_path / "table.csv").write_text(TABLE)
    await come_in(pages, page, 8)
    await page.visit(f"{pages.url}/files")
    root = (await page.command("DOM.getDocument"))["root"]["nodeId"]
    field = await page.command("DOM.querySelector", nodeId=root, selector="input[type=file]")
    await page.value("window.before = true")
    await page.command("DOM.setFileInputFiles", files=[str(tmp_path / "table.csv")], **field)
    sent = "window.before && document.querySelector('form[enctype] button').click(); true"
    await page.value(sent)
    await page.until("!window.before && document.readyState === 'complete'")
    importing = Importing(pages.runtime)
    for _ in range(4):  # which channel, which columns: one question after the other
        said = await page.value("document.activeElement.innerText")
        while await importing.read():
            pass
        # It is looked at again in its place: whoever stands there stays, and hears of it.
        await page.until("!document.querySelector('[data-waits]')")
        assert await page.value("document.activeElement.id") == "stands"
        assert await page.value("document.activeElement.innerText") != said
        spoken = await page.value("document.querySelector('body > [role=status]').innerText")
        assert spoken == await page.value("document.activeElement.innerText")
        assert await faults(page, checker()) == []
        if await page.value("!!document.querySelector('form[action$=apply] button')"):
            break
        await page.value(
            "document.querySelectorAll('main select').forEach((s) => { if (!s.value)"
            " s.selectedIndex = 1; }); true"
        )
        await press(page, "main form:has(select) button")
    await press(page, "form[action$=apply] button")
    await page.value("document.querySelector('[data-waits] a').focus()")
    while await importing.apply():
        pass
    await page.until("!document.querySelector('[data-waits]')")
    assert await page.value("document.activeElement.id") == "main", "its button is gone"
    async with pages.runtime.database.read() as uow:
        assert (await uow.imports.recent(1))[0].state == ImportState.APPLIED
    await page.visit(f"{pages.url}/messages?section=all&words=Т-2")
    await page.sees("Неведомое дело")
    await page.value(
        "document.querySelector('input[name=id]').click();"
        "document.querySelector('.acts select[name=block]').value = 'economy'; true"
    )
    await press(page, ".acts button[value=block]")
    await page.visit(f"{pages.url}/messages?section=all&words=Т-2")
    assert not await page.value(
        "document.querySelector('td[data-edits=block]').innerText.includes('Без блока')"
    )


@pytest.mark.long
async def test_a_heads_morning(pages: Pages, page: Page) -> None:
    """What stands out in the figures becomes a proposal for a meeting's agenda."""
    await come_in(pages, page, 1)
    await page.visit(f"{pages.url}/figures?period=2026-11")
    await press(page, "form[action$=propose] button")
    await page.until("document.activeElement.matches('[role=status]')")
    await page.sees("Предложение внесено", "[autofocus]")
    async with pages.runtime.database.read() as uow:
        proposals = await uow.proposals.undecided()
        card = await uow.outbox.of_subject(SEAT[1], "proposal", proposals[-1].entity)
    assert card is None or card.content == {"page": "accept"}
    assert proposals[-1].seat == 1
    await page.visit(f"{pages.url}/figures?period=2026-11")
    await press(page, "form[action$=propose] button")
    await page.sees("уже")


@pytest.mark.long
async def test_a_strangers_morning_without_any_script(pages: Pages, page: Page) -> None:
    await page.command("Emulation.setScriptExecutionDisabled", value=True)
    await page.command("Page.navigate", url=f"{pages.url}/v/{'0' * 32}")
    async with await pages.came_in(SEAT[1]) as head:
        plain = await head.get("/messages?section=overdue")
        assert re.search(r'<button class="main">', plain.html), "filters are sent by a button"
        assert "page.js" in plain.html
    shot = await page.picture()
    assert len(shot) > 5000
