"""Every page in both languages as a checker of accessibility sees it: on a desk and on a phone."""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest

from bot.page.routes import ROUTES
from bot.works.imports.importing import Importing
from domain.protocols.record import fingerprint
from tests.browser import Page
from tests.documents.test_documents_sample import SIGNATURE, SMALL
from tests.page.conftest import SEAT, Pages
from tests.page.test_browser import checker, come_in, faults
from tests.page.test_meetings import convene, drafted, voting
from tests.page.test_mornings import TABLE, press
from tests.storage.protocols.test_protocols import drawn

_DOWNLOADS = ("/files/{id}/unreadable", "/meetings/{id}/materials/{file}", "/meetings/{id}/{kind}")
_MORE = ("/nowhere", "/wall?turn=1", "/wall?turn=5", "/messages?section=all", "/meetings/999")
_LOOKS = {"ru": (1280, 800, False), "en": (390, 844, True)}


async def filled(pages: Pages) -> dict[str, str]:
    """An office with something of everything; an address for every route that shows a page."""
    async with pages.runtime.database.write() as uow:
        protocol = await drawn(uow)
        await uow.protocols.sign(protocol.id, SIGNATURE)
    async with await pages.came_in(SEAT[1]) as head:
        form = aiohttp.FormData()
        form.add_field("file", TABLE.encode(), filename="ПОС.csv")
        await head.get("/files")
        file = (await head.post("/files", data=form)).path.removeprefix("/office").partition("#")[0]
        draft = await drafted(head, "Вода")
        meeting = await convene(pages, await drafted(head, "Снег"))
    while await Importing(pages.runtime).read():
        pass
    await voting(pages, meeting.id)
    given = {
        "/files/{id}": file,
        "/meetings/{id}": f"/meetings/{meeting.id}",
        "/meetings/{id}/hall": f"/meetings/{meeting.id}/hall?still=1",
        "/meetings/{id}/agenda": draft,
        "/messages/{id}": "/messages/40",
        "/v/{code}": f"/v/{fingerprint(SMALL)}",
        "/wall": "/wall?still=1",
    }
    parts: dict[str, Any] = {"token": "abc"}
    shown = [one.way for one in ROUTES if one.method == "GET" and one.way not in _DOWNLOADS]
    return {way: given.get(way) or way.format(**parts) for way in shown}


@pytest.mark.long
async def test_every_page_is_accessible_and_fits(pages: Pages, page: Page) -> None:
    ways, axe, wrong = await filled(pages), checker(), list[object]()

    async def look(what: str) -> None:
        wrong.extend((what, *one) for one in await faults(page, axe))
        if await page.value("document.documentElement.scrollWidth > innerWidth"):
            wrong.append((what, "wider than the screen"))

    for language, (width, height, dark) in _LOOKS.items():
        async with pages.runtime.database.write() as uow:
            await uow.roster.speak(SEAT[1], language)
        await come_in(pages, page, 1)
        for way in (*ways.values(), *_MORE):
            await page.look(width, height, dark=dark)
            await page.visit(pages.url + way)
            await look(f"{language} {way}")
            await page.look(320, 256)  # what is left of a desk at 400 % (WCAG 1.4.10)
            if await page.value("document.documentElement.scrollWidth > innerWidth"):
                wrong.append((way, "wider than the screen at 400 %"))
    # What an act answers with.
    await page.look(390, 844)
    await page.visit(f"{pages.url}/messages/40")
    await press(page, "form[action$=applicant] button")
    await look("the applicant")
    await page.visit(f"{pages.url}/messages?section=answered")
    await page.value("document.querySelector('input[name=id]').click()")
    await press(page, ".acts button[value=answered]")
    await look("what was not done")
    assert wrong == []
