"""Figures, meetings, tasks, the roster, the profile and the log: what each shows, and to whom."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from bot.page.rooms import ROOMS
from domain.figures.figures import Scope
from domain.figures.period import read_period
from domain.office.act import Act
from domain.people.roster import Actor, Standing
from tests.page.conftest import ROLE, SEAT, Pages


class Unnamed(HTMLParser):
    """Finds Cyrillic words on a page whose language is not said (WCAG 3.1.2)."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language, self._open, self._found = language, list[str | None](), list[str]()

    def words_of(self, html: str) -> list[str]:
        """Those of a page; what stands within its title or within a sentence of its own language aside."""
        self.feed(html)
        return self._found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "link", "input", "br"):
            said = self._language if tag == "title" else dict(attrs).get("lang")
            self._open.append(said or (self._open[-1] if self._open else None))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        own = re.search("[а-яё]", data) and not re.search("[a-z]", data)
        if own and self._open[-1] != self._language:
            self._found.append(data.strip())


async def test_figures_are_those_of_the_chat(pages: Pages) -> None:
    async with await pages.came_in(SEAT[1]) as head, await pages.came_in(SEAT[4]) as block:
        whole = await head.get("/figures?period=2026-11")
        own = await block.get("/figures?period=2026-11")
        async with pages.runtime.database.read() as uow:
            figures = await uow.figures.of(read_period("2026-11"), pages.clock.now(), Scope())
        received = figures.now.whole.received
        assert f"{received} поступило" in whole.text
        assert f"{received} поступило" not in own.text
        assert figures.presumed
        assert pages.runtime.texts("figures-presumed", count=figures.presumed) in whole.text
        assert "Отчёт, XLSX" in whole.text
        assert "Отчёт, XLSX" not in own.text
        for kind, begins in (("xlsx", b"PK"), ("pdf", b"%PDF-")):
            taken = await head.post("/figures/report", period="2026-11", kind=kind)
            assert taken.body.startswith(begins)
        await block.get("/figures")
        assert (await block.post("/figures/report", period="2026-11", kind="pdf")).status == 403
        for period in ("2999", "x", "2026-13", "2026-11-01..2020-01-01"):
            assert (await head.get(f"/figures?period={period}")).status == 403


async def test_every_room_of_the_menu_opens_in_both_languages(pages: Pages) -> None:
    for account in (SEAT[1], SEAT[4], SEAT[9], ROLE["admin"]):
        async with await pages.came_in(account) as browser:
            home = await browser.get("/")
            ways = re.findall(r'<li><a href="/office(/\w+)"', home.html)
            assert len(ways) >= 2
            for way in ways:
                answer = await browser.get(way)
                assert answer.status == 200, way
                assert answer.html.count("<h1>") == 1
    async with pages.runtime.database.write() as uow:
        await uow.roster.speak(SEAT[1], "en")
    async with await pages.came_in(SEAT[1]) as head:
        for way in (*(room.way for room in ROOMS), "/messages?section=all", "/messages/40", "/wall?turn=1"):
            answer = await head.get(way)
            assert answer.status == 200, way
            assert Unnamed("ru").words_of(answer.html) == [], way


async def test_the_list_the_roster_and_the_profile_read_as_a_person_would_say_it(pages: Pages) -> None:
    async with await pages.came_in(SEAT[1]) as head:
        late = await head.get("/messages?section=overdue")
        assert "раб. дней" in late.text and "раб. час" not in late.text
        roster = await head.get("/roster")
        assert re.search(r'data-title="Сейчас"></td>', roster.html)  # an empty cell has no caption on a phone
        assert not re.search(r'data-title="Сейчас">\s+</td>', roster.html)
        assert "не менее 5 из 9" in (await head.get("/profile")).text


async def test_the_log_is_the_heads(pages: Pages) -> None:
    async with await pages.came_in(SEAT[1]) as head:
        shown = await head.get("/journal")
        assert ">Вход на страницу офиса</a>" in shown.html
        async with pages.runtime.database.write() as uow:
            data = {"choice": "against", "block": "social", "aloud": True, "odd": "words"}
            actor = Actor(SEAT[1], Standing.MEMBER, seat=1)
            await uow.record(actor, Act("meeting-vote-cast", "meeting:1", data))
        written = await head.get("/journal")
        assert "вслух: да блок: Социальная сфера голос: против odd: words" in written.text
        only = await head.get("/journal?kind=page-entered")
        assert ">Вход на страницу офиса</a>" in only.html
        assert ">Выдана ссылка на страницу офиса</a>" not in only.html
        for query in ("before=x", "kind=%27", "entity=%3Cscript%3E", "before=99999999999999999999"):
            assert (await head.get(f"/journal?{query}")).status == 200
