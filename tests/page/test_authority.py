"""Who may open what: every route of the page × each kind of person, as the rules have it."""

from __future__ import annotations

import asyncio
from urllib.parse import urlsplit

import pytest

from bot.page.doors import Door
from bot.page.routes import ROUTES
from domain.people.entry import LINK_FOR
from domain.people.invitation import new_token, token_hash
from tests.page.conftest import ROLE, SEAT, Browser, Pages

ANYBODY = frozenset({"nobody", "head", "second", "block", "officer", "admin", "former"})
KNOWN = ANYBODY - {"nobody", "former"}
MEMBERS = KNOWN - {"admin"}
IMPORTERS = frozenset({"head", "officer"})
HEAD = frozenset({"head"})

TABLE = {
    "GET /": ANYBODY,
    "GET /enter/{token}": ANYBODY,
    "POST /enter/messenger": ANYBODY,
    "POST /enter/{token}": ANYBODY,
    "POST /leave": KNOWN,
    "GET /messages": MEMBERS,
    "POST /messages/table": MEMBERS,
    "POST /messages/act": MEMBERS,
    "GET /messages/{id}": MEMBERS,
    "POST /messages/{id}/applicant": MEMBERS,
    "GET /files": IMPORTERS,
    "POST /files": IMPORTERS,
    "GET /files/{id}": IMPORTERS,
    "GET /files/{id}/unreadable": IMPORTERS,
    "POST /files/{id}/understand": IMPORTERS,
    "POST /files/{id}/apply": IMPORTERS,
    "POST /files/{id}/cancel": IMPORTERS,
    "POST /files/{id}/undo": IMPORTERS,
    "POST /files/{id}/conflicts": IMPORTERS,
    "GET /figures": MEMBERS,
    "GET /wall": MEMBERS,
    "POST /figures/propose": MEMBERS,
    "POST /figures/report": MEMBERS,
    "GET /meetings": MEMBERS,
    "POST /meetings": MEMBERS,
    "GET /meetings/{id}": MEMBERS,
    "GET /meetings/{id}/agenda": MEMBERS,
    "POST /meetings/{id}/agenda": MEMBERS,
    "POST /meetings/{id}/materials": MEMBERS,
    "GET /meetings/{id}/hall": MEMBERS,
    "GET /meetings/{id}/materials/{file}": MEMBERS,
    "GET /meetings/{id}/{kind}": MEMBERS,
    "GET /tasks": MEMBERS,
    "GET /roster": KNOWN,
    "GET /profile": KNOWN,
    "GET /journal": HEAD,
    "GET /v": ANYBODY,
    "GET /v/{code}": ANYBODY,
    "POST /v": ANYBODY,
    "GET /i/{token}": ANYBODY,
}
# Routes that end the session come last.
_ORDER = sorted(ROUTES, key=lambda route: route.way == "/leave" or route.way.startswith("/enter"))


def test_the_table_names_every_route() -> None:
    assert {f"{route.method} {route.way}" for route in ROUTES} == TABLE.keys()
    assert len(ROUTES) == len(TABLE)
    assert all(route.door is Door.ANYBODY for route in ROUTES if route.outside)


async def person(pages: Pages, who: str) -> Browser:
    """A browser of this person; nobody has none, the former had a session until a moment ago."""
    if who == "nobody":
        return Browser(pages)
    account = {
        "head": SEAT[1],
        "second": SEAT[2],
        "block": SEAT[4],
        "officer": SEAT[9],
        "admin": ROLE["admin"],
        "former": SEAT[6],
    }[who]
    browser = await pages.came_in(account)
    if who == "former":
        async with pages.runtime.database.write() as uow:
            await uow.roster.unbind(account)
    return browser


@pytest.mark.parametrize("who", sorted(ANYBODY))
async def test_who_may_and_who_may_not(pages: Pages, who: str) -> None:
    wrong = []
    async with await person(pages, who) as browser:
        for route in _ORDER:
            name = f"{route.method} {route.way}"
            path = route.way.format(id=1, token="unknown", code="0" * 32, kind="signed", file=1)  # noqa: S106
            answer = await (browser.get(path) if route.method == "GET" else browser.post(path))
            kept_out = "Сначала войдите" in answer.text or "не для вашей роли" in answer.text
            if kept_out is (who in TABLE[name]):
                wrong.append(f"{name}: {answer.status}")
            if kept_out:
                assert answer.status == (401 if who in ("nobody", "former") else 403)
    assert wrong == []


@pytest.mark.parametrize("role", ["unit", "guest", "stranger"])
async def test_who_gets_no_session_at_all(pages: Pages, role: str) -> None:
    """Even with a link that somebody made for them past the bot."""
    token = new_token()
    async with pages.runtime.database.write() as uow:
        await uow.entries.add_link(token_hash(token), ROLE[role], uow.now() + LINK_FOR)
    async with Browser(pages) as browser:
        assert (await browser.post(f"/enter/{token}")).status == 404
        assert (await browser.get("/roster")).status == 401


async def test_an_outsider_learns_nothing_of_what_there_is(pages: Pages) -> None:
    async with Browser(pages) as stranger:
        there, nowhere = await stranger.get("/messages/1"), await stranger.get("/nothing/here")
        assert (there.status, there.text) == (nowhere.status, nowhere.text) == (401, nowhere.text)
        for method in ("OPTIONS", "TRACE", "PUT", "DELETE", "PATCH"):
            said = []
            for path in ("/messages/1", "/nothing/here"):
                async with stranger.http.request(method, pages.url + path) as reply:
                    said.append((reply.status, reply.headers["Allow"], await reply.text()))
            assert said[0] == said[1] == (405, "GET, HEAD, POST", "405"), method
        sent, unsent = await stranger.post("/messages/act"), await stranger.post("/nothing/here")
        assert (sent.status, sent.text) == (unsent.status, unsent.text) == (401, nowhere.text)


async def test_whoever_has_no_session_is_not_listened_to(pages: Pages) -> None:
    """A file that a stranger sends is not waited for."""
    address = urlsplit(pages.url)
    reader, writer = await asyncio.open_connection(address.hostname, address.port)
    writer.write(
        f"POST /office/files HTTP/1.1\r\nHost: {address.netloc}\r\nOrigin: http://{address.netloc}\r\n"
        "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000000\r\n\r\n".encode()
    )
    async with asyncio.timeout(10):
        assert b"401" in await reader.readline()
    writer.close()
