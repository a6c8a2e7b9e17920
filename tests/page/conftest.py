"""The office's own page over real HTTP, on a seeded office without its messenger."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from html import unescape
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import aiohttp
import pytest
from aiohttp.test_utils import unused_port

from bot.page.server import PageServer
from bot.profiles import load_profile
from bot.runtime import Runtime
from bot.sandbox.people import PEOPLE
from bot.sandbox.run import SandboxOptions, prepare, sandbox_settings
from domain.office.profile import OfficeProfile
from domain.people.entry import entry_link
from domain.people.roster import Actor, Standing
from tests.browser import page
from tests.conftest import SetClock
from tests.templates import Templates

__all__ = ["page"]

SEAT = {person.seat: person.id for person in PEOPLE if person.seat}
ROLE = {person.role: person.id for person in PEOPLE if not person.seat}


class Pages:
    """A served page, its office, and browsers to it."""

    def __init__(self, runtime: Runtime, clock: SetClock, url: str) -> None:
        self.runtime, self.clock, self.url = runtime, clock, url

    async def link(self, user_id: int, to: str = "") -> str:
        """What `/page` would give this account."""
        async with self.runtime.database.write() as uow:
            binding = await uow.roster.identify(user_id)
            admin = user_id in self.runtime.settings.admins
            known = Actor(user_id, Standing.ADMIN, admin=True)
            return await entry_link(uow, self.url, binding.actor(admin=admin) if binding else known, to)

    def pass_time(self, **much: int) -> None:
        """The office's clock goes on."""
        self.clock.set(self.clock.moment + timedelta(**much))

    async def came_in(self, user_id: int) -> Browser:
        """A browser of this account, with a session; to be closed, or used as a context."""
        browser = Browser(self)
        answer = await browser.post((await self.link(user_id)).removeprefix(self.url), to="/roster")
        assert answer.status == 200, answer.text
        return browser


class Answer:
    """What came: the status, the words without markup, the markup."""

    def __init__(self, reply: aiohttp.ClientResponse, body: bytes) -> None:
        self.status, self.headers, self.body = reply.status, reply.headers, body
        self.path = str(reply.url.relative())
        self.html = body.decode(errors="replace")

    @property
    def text(self) -> str:
        """As it is read: markup and no-break spaces aside."""
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", self.html)).replace("\u00a0", " ").split())


class Browser:
    """Keeps cookies, follows redirects, sends the mark of the form as a form does."""

    def __init__(self, pages: Pages, cookies: aiohttp.abc.AbstractCookieJar | None = None) -> None:
        self._pages = pages
        self.http = aiohttp.ClientSession(
            cookie_jar=cookies if cookies is not None else aiohttp.CookieJar(unsafe=True)
        )
        self._mark = ""

    def elsewhere(self, pages: Pages) -> Browser:
        """The same browser at another replica, whose address people do not tell apart."""
        other = Browser(pages, self.http.cookie_jar)
        other._mark = self._mark
        return other

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.http.close()

    async def get(self, path: str, **options: Any) -> Answer:
        """Open a page."""
        async with self.http.get(self._pages.url + path, **options) as reply:
            return self._read(Answer(reply, await reply.read()))

    async def post(self, path: str, *, mark: str | None = None, data: Any = None, **fields: Any) -> Answer:
        """Send a form; `data` where it has files or several values of a name."""
        host = "/".join(self._pages.url.split("/")[:3])
        form = data if data is not None else aiohttp.FormData()
        for name, value in {"_form": self._mark if mark is None else mark, **fields}.items():
            form.add_field(name, str(value))
        async with self.http.post(self._pages.url + path, data=form, headers={"Origin": host}) as reply:
            return self._read(Answer(reply, await reply.read()))

    def _read(self, answer: Answer) -> Answer:
        found = re.search(r'name="_form" value="([0-9a-f]*)"', answer.html)
        self._mark = found[1] if found else self._mark
        return answer


async def made(url: str) -> None:
    """What the sandbox makes of an empty database."""
    now = datetime(2026, 11, 24, 8, 25, tzinfo=load_profile().time_zone)
    options = SandboxOptions(0, Path(), now, url)
    runtime = Runtime.of(sandbox_settings(options, "http://127.0.0.1"), load_profile(), SetClock(now))
    await prepare(runtime, empty=False)
    await runtime.close()


@pytest.fixture
async def pages(
    tmp_path: Path, templates: Templates, profile: OfficeProfile, clock: SetClock
) -> AsyncIterator[Pages]:
    """A seeded office's page, Tuesday 24 November 2026, 08:25."""
    address = await templates.copy(None, "page", made, tmp_path / "office.db")
    async with served(address, profile, clock) as found:
        yield found


@asynccontextmanager
async def served(
    address: str, profile: OfficeProfile, clock: SetClock, **settings: Any
) -> AsyncIterator[Pages]:
    """The page of the office in this database, for the length of the block."""
    port = unused_port()
    options = SandboxOptions(port, Path(), clock.moment, address)
    given = sandbox_settings(options, f"http://127.0.0.1:{port}").model_copy(update=settings)
    runtime = Runtime.of(given, profile, clock)
    server = PageServer(given.page, lambda: {"office": runtime, "down": None})
    await server.start()
    try:
        yield Pages(runtime, clock, given.page_url)
    finally:
        await server.stop()
        await runtime.close()
