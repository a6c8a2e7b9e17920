"""A real browser, told what to do by the DevTools protocol. Needs Debian's Chromium."""

from __future__ import annotations

import asyncio
import itertools
import json
import shutil
from base64 import b64decode
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.conftest import missing

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

    async def come_in(self, url: str, token: str) -> None:
        """Have the session of the office's own page at this address, and look at it."""
        await self.command("Network.setCookie", name="office", value=token, url=f"{url}/")
        await self.visit(f"{url}/")

    async def visit(self, url: str) -> None:
        """Go to an address, and wait until all of it is there."""
        await self.value("window.before = true")
        await self.command("Page.navigate", url=url)
        await self.until("!window.before && document.readyState === 'complete'")

    async def look(self, width: int, height: int, *, dark: bool = False) -> None:
        """See as on a screen of this size."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        await self.command("Emulation.setDeviceMetricsOverride", **size)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        await self.command("Emulation.setEmulatedMedia", features=[scheme])

    async def picture(self) -> bytes:
        """What is to be seen, as PNG."""
        taken = await self.command("Page.captureScreenshot", format="png")
        return b64decode(taken["data"])

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


def _words(file: Path) -> list[str]:
    return file.read_text().split() if file.exists() else []


@pytest.fixture
async def page(tmp_path: Path) -> AsyncIterator[Page]:
    """A page of a fresh browser."""
    if CHROMIUM is None:
        missing("Chromium")
    async with browsing(tmp_path / "browser") as found:
        yield found


@asynccontextmanager
async def browsing(profile: Path) -> AsyncIterator[Page]:
    """A browser that keeps what it keeps in this folder, for the length of the block."""
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
