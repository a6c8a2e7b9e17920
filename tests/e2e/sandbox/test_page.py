"""The chat page in a real browser: what a person sees and does there. Needs Debian's Chromium."""

from __future__ import annotations

import asyncio
import itertools
import json
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiogram.types import BotCommand, BufferedInputFile, InlineKeyboardMarkup

from tests.conftest import missing
from tests.e2e.sandboxed import HEAD, SECOND, STRANGER, Talk, talk

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-port=0",
    "--window-size=1280,800",
)
WAIT = 20.0


class Page:
    """A browser's page, told what to do by the DevTools protocol."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)

    async def command(self, method: str, **parameters: Any) -> Any:
        """One command of the protocol."""
        number = next(self._numbers)
        await self._socket.send_json({"id": number, "method": method, "params": parameters})
        while True:
            answer = await self._socket.receive_json()
            if answer.get("id") == number:
                return answer["result"]

    async def value(self, script: str) -> Any:
        """What an expression gives."""
        asked = {"expression": script, "awaitPromise": True, "returnByValue": True}
        result = await self.command("Runtime.evaluate", **asked)
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    async def until(self, script: str) -> Any:
        """What an expression gives once it is true."""
        async with asyncio.timeout(WAIT):
            while not (value := await self.value(script)):  # noqa: ASYNC110 — the browser rings no bell
                await asyncio.sleep(0.05)
        return value

    async def open(self, url: str, person: int, chat: int) -> None:
        """Look at a chat as a person."""
        await self.command("Page.navigate", url=f"{url}/?{person}#person={person}&chat={chat}")
        await self.until(f"location.hash.includes('{person}') && !!document.querySelector('.entry')")

    async def click(self, selector: str, text: str = "") -> None:
        """Click the first such element that has this text."""
        found = (
            f"[...document.querySelectorAll({selector!r})].find((one) => one.textContent.includes({text!r}))"
        )
        await self.until(f"!!{found}")
        await self.value(f"{found}.click()")

    async def sees(self, text: str, selector: str = "body") -> None:
        """Wait until a text is to be seen."""
        await self.until(
            f"[...document.querySelectorAll({selector!r})].some((one) => one.innerText.includes({text!r}))"
        )


@pytest.fixture
async def here() -> AsyncIterator[Talk]:
    async with talk() as both:
        yield both


def _words(file: Path) -> list[str]:
    return file.read_text().split() if file.exists() else []


@pytest.fixture
async def page(tmp_path: Path) -> AsyncIterator[Page]:
    if CHROMIUM is None:
        missing("Chromium")
    profile = tmp_path / "browser"
    browser = await asyncio.create_subprocess_exec(
        str(CHROMIUM),
        *FLAGS,
        f"--user-data-dir={profile}",
        "about:blank",
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        port_file = profile / "DevToolsActivePort"
        async with asyncio.timeout(WAIT):
            while not (lines := _words(port_file)):  # noqa: ASYNC110 — the browser rings no bell
                await asyncio.sleep(0.05)
        async with aiohttp.ClientSession() as session:
            async with session.get(f"http://127.0.0.1:{lines[0]}/json/list") as reply:
                targets = json.loads(await reply.text())
            address = next(one["webSocketDebuggerUrl"] for one in targets if one["type"] == "page")
            async with session.ws_connect(address, max_msg_size=0) as socket:
                yield Page(socket)
    finally:
        browser.terminate()
        await browser.wait()


def buttons(*row: dict[str, str]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup.model_validate({"inline_keyboard": [list(row)]})


async def test_what_others_typed_stays_text(here: Talk, page: Page) -> None:
    evil = '<img src=x onerror="window.broken=1"><script>window.broken=1</script>'
    await here.say(HEAD, evil)
    await here.bot.send_message(HEAD, evil)
    await here.bot.send_message(HEAD, '<a href="javascript:window.broken=1">ссылка</a>', parse_mode="HTML")
    await here.bot.send_document(HEAD, BufferedInputFile(b"x", "<b>имя</b>.txt"))
    await here.bot.send_message(HEAD, "x", reply_markup=buttons({"text": evil, "callback_data": "a"}))
    await page.open(here.sandbox.url, HEAD, HEAD)
    await page.sees("<script>", ".content")
    await page.sees("<b>имя<", ".document")
    await page.click(".content a", "ссылка")
    assert await page.value("window.broken") is None
    assert await page.value("document.querySelectorAll('.messages img, .messages script').length") == 0


async def test_messages_come_change_and_go_by_themselves(here: Talk, page: Page) -> None:
    await page.open(here.sandbox.url, HEAD, HEAD)
    card = await here.bot.send_message(HEAD, "<b>Вопрос 1</b> идёт", parse_mode="HTML")
    await page.sees("Вопрос 1", ".content b")
    await here.bot.edit_message_text("Вопрос 1 принят", chat_id=HEAD, message_id=card.message_id)
    await page.sees("Вопрос 1 принят", ".content")
    await page.sees("изменено", ".foot")
    await here.bot.delete_message(HEAD, card.message_id)
    await page.until("!document.querySelector('.message')")
    await here.bot.send_message(SECOND, "вам")
    await page.sees("1", ".people .badge")


async def test_a_tap_shows_a_line_or_a_window(here: Talk, page: Page) -> None:
    await here.bot.send_message(here.group, "Вопрос 1", reply_markup=buttons(
        {"text": "За", "callback_data": "for"}, {"text": "Против", "callback_data": "against"},
    ))  # fmt: skip
    await page.open(here.sandbox.url, SECOND, here.group)
    await page.click(".buttons button", "За")
    await here.answer_next_tap(text="Голос принят")
    await page.sees("Голос принят", ".toast")
    await page.click(".buttons button", "Против")
    await here.answer_next_tap(text="Голосование закрыто", show_alert=True)
    await page.sees("Голосование закрыто", "dialog[open]")


async def test_a_person_writes_by_keyboard_menu_and_link(here: Talk, page: Page) -> None:
    await here.bot.set_my_commands([BotCommand(command="digest", description="сводка")])
    await page.open(here.sandbox.url, STRANGER, STRANGER)
    await page.click("#start button", "Начать")
    await page.sees("/start", ".mine")
    await page.value(
        "text.value = 'первая\\nвторая';"
        "text.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, cancelable: true})), 0"
    )
    await page.sees("вторая", ".mine")
    await page.click("#open-menu")
    await page.click("#menu button", "сводка")
    await page.sees("/digest", ".mine")
    await here.bot.send_message(STRANGER, "Приглашение: https://t.me/mcu_sandbox_bot?start=token-1")
    await page.click(".content a", "t.me")
    await page.sees("/start token-1", ".mine")
    written = [message["text"] for message in await here.messages(STRANGER) if message["from"] == STRANGER]
    assert written == ["/start", "первая\nвторая", "/digest", "/start token-1"]


async def test_the_clock_and_the_broken_rules_are_in_the_header(here: Talk, page: Page) -> None:
    await page.open(here.sandbox.url, HEAD, HEAD)
    await page.sees("Bot API: 0", "#violations")
    await page.click("#clock")
    await page.click("#clock-steps button", "завтра 08:30")
    await page.sees("25 ноября в 08:30", "#clock")
    assert (await here.get("/api/clock"))["now"].startswith("2026-11-25T08:30")
    await here.ask("POST", f"/bot{here.sandbox.token}/sendMessage", json={"chat_id": HEAD, "text": ""})
    await page.sees("Bot API: 1", "#violations")
