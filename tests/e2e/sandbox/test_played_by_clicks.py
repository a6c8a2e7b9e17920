"""From an empty office to a signed protocol by clicks alone on the chat page, by Playwright's mouse."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

import pytest
from playwright.async_api import Locator, Page, async_playwright, expect

from bot.profiles import load_profile
from bot.sandbox.run import SandboxOptions, running_sandbox
from tests.browser import CHROMIUM, FLAGS
from tests.conftest import missing

WAIT = 40_000
SURNAMES = {1: "Ветлугина", 2: "Старцев", 3: "Ожегова", 4: "Чудинов", 5: "Мальцева", 8: "Лузянин"}
QUESTION = "Подтвердить"


class Thumbs:
    """One who sits before the page and has a mouse."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.column = page.locator(".column.active")

    async def step(self, title: str) -> None:
        """Wait until the tour has come to this step."""
        await expect(self._page.locator("#tour h2")).to_have_text(title, timeout=WAIT)

    async def tour(self, word: str) -> None:
        """Click a button of the tour."""
        await self._page.locator("#tour button", has_text=word).click()

    async def look(self, who: str, tab: str) -> None:
        """Look at somebody's chat."""
        await self._page.locator("#people .entry", has_text=who).click()
        await self.column.locator(".tab", has_text=tab).click()

    def button(self, word: str) -> Locator:
        """The newest button that begins or ends with this word, a mark before it aside."""
        said = re.compile(rf"^(\W+ )?{re.escape(word)}")
        return self.column.locator(".buttons button").filter(has_text=said).last

    async def tap(self, who: str, word: str, tab: str = "Бот") -> None:
        """A person taps a button."""
        await self.look(who, tab)
        await self.button(word).click()

    async def say_what_is_put(self) -> None:
        """«Вставить», «Отправить»."""
        await self.tour("Вставить")
        await self.column.locator(".send").click()

    async def choose(self, who: str) -> None:
        """Choose somebody in the window that asks."""
        await self._page.locator("#choice .entry", has_text=who).click()

    async def follow(self, link: str) -> None:
        """Click a link in a message."""
        await self.column.locator(".content a", has_text=link).last.click()

    async def yes(self, title: str) -> None:
        """Say yes where that is asked, until the tour comes to this step."""
        heading = self._page.locator("#tour h2")
        asked = self.button(QUESTION)
        await expect(asked.or_(heading.filter(has_text=title)).first).to_be_visible(timeout=WAIT)
        if await asked.count():
            await asked.click()
        await self.step(title)


@asynccontextmanager
async def thumbs(url: str) -> AsyncIterator[tuple[Thumbs, Page]]:
    """A fresh browser before this page."""
    async with async_playwright() as playwright:
        flags = [flag for flag in FLAGS if not flag.startswith(("--headless", "--remote", "--window"))]
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        page = await browser.new_page(viewport={"width": 1440, "height": 900})
        page.set_default_timeout(WAIT)
        broken: list[str] = []
        page.on("pageerror", lambda error: broken.append(str(error)))
        await page.goto(url)
        yield Thumbs(page), page
        assert broken == []
        await browser.close()


async def first_evening(at: Thumbs) -> None:
    """From nobody to nine who are bound."""
    await at.step("Первый вечер: приглашение руководителю")
    await at.look("Рябухин", "Бот")
    await at.column.locator(".start button").click()
    await at.button("Пригласить").click()
    await at.button("Пригласить 1").click()
    await at.step("Ссылка уходит руководителю")
    await at.button("↗ 1").click()
    await at.choose("Ветлугина")
    await at.step("Руководитель открывает ссылку")
    await at.look("Ветлугина", "Личное")
    await at.follow("t.me")
    await at.say_what_is_put()
    await at.step("Администратор подтверждает")
    await at.tap("Рябухин", "Подтвердить")
    await at.step("Группа офиса")
    await at.look("Ветлугина", "Бот")
    await at.say_what_is_put()
    await at.button("Привязать группу").click()
    await at.button("Добавить").click()
    await at.step("Приглашения всем сразу")
    await at.say_what_is_put()
    await at.button("Пригласить всех").click()
    await at.step("Люди приходят по ссылкам")
    await at.tour("Сделать за меня")
    await at.step("Одно слово руководителя")
    await at.tap("Ветлугина", "Подтвердить всех")


async def meeting(at: Thumbs) -> None:
    """Convened, opened, voted on, closed, signed."""
    await at.step("Руководитель созывает заседание")
    await at.look("Ветлугина", "Бот")
    await at.say_what_is_put()
    await at.step("Предпросмотр, потом рассылка")
    await at.tap("Ветлугина", "Разослать")
    await at.step("Члены офиса отвечают")
    for seat in (2, 3, 4):
        await at.tap(SURNAMES[seat], "Буду")
    await at.step("Наступает время заседания")
    await at.tour("Перевести часы")
    await at.step("Отмечаются пришедшие")
    for seat in (2, 3, 4, 5, 8, 1):
        await at.tap(SURNAMES[seat], "Присутствую", "Группа")
    await at.step("Кворум есть")
    await at.tap("Ветлугина", "Открыть заседание")
    await at.step("Вопрос 1 — на голосование")
    await at.tap("Ветлугина", "На голосование")
    await at.step("Голоса видны всем и сразу")
    for seat, word in {1: "За", 2: "За", 3: "За", 4: "Против", 5: "Воздержался", 8: "За"}.items():
        await at.tap(SURNAMES[seat], word, "Группа")
    await at.step("Итог с пунктом Положения")
    await at.tap("Ветлугина", "Закрыть голосование")
    await at.step("Вопрос 2: голоса поровну")
    await at.tour("Сделать за меня")
    await at.step("Второй итог")
    await at.tap("Ветлугина", "Закрыть голосование")
    await at.step("Заседание закрыто")
    await at.tap("Ветлугина", "Закрыть заседание")
    await at.yes("Подпись")
    await at.tap("Ветлугина", "Подписать")
    await at.yes("Протокол подписан и разослан")


@pytest.mark.long
async def test_from_an_empty_office_to_a_signed_protocol(tmp_path: Path) -> None:
    if CHROMIUM is None:
        missing("Chromium")
    now = datetime(2026, 11, 24, 8, 25, tzinfo=load_profile().time_zone)
    options = SandboxOptions(0, tmp_path / "office.db", now, empty=True, limits=False)
    async with running_sandbox(options) as sandbox:
        async with thumbs(f"{sandbox.url}/") as (at, page):
            await page.get_by_text("Сыграть заседание · 10 минут").click()
            await first_evening(at)
            await meeting(at)
            await at.look("Мальцева", "Бот")
            signed = page.locator(".column.active .document", has_text="Протокол № 1 от 24.11.2026.pdf")
            await expect(signed.last).to_be_visible()
        assert sandbox.world.violations == []
