"""What the log tells of failures at the page: no session, link, mark or signature of the messenger."""

from __future__ import annotations

import asyncio
import json
import logging
from contextlib import redirect_stderr
from dataclasses import replace
from io import StringIO

import pytest
from aiohttp import web

from bot.page.routes import ROUTES
from bot.page.visit import COOKIE, Visit, form_mark
from bot.watching.logs import set_up_logs
from tests.page.conftest import SEAT, Browser, Pages
from tests.page.test_guarding import raw
from tests.page.test_outside import signed


@pytest.fixture(params=["json", "console"])
def told(request: pytest.FixtureRequest, logs_as_they_were: None) -> StringIO:
    """All that is told from here on, at debug level, by our own events and by each library."""
    stream = StringIO()
    with redirect_stderr(stream):
        set_up_logs(request.param)
    logging.getLogger().setLevel(logging.DEBUG)
    for name in list(logging.root.manager.loggerDict):
        if name.startswith(("aiohttp", "asyncio", "sqlalchemy")):
            logging.getLogger(name).setLevel(logging.DEBUG)
    return stream


async def quoting(visit: Visit) -> web.Response:
    """Fails with all that was sent in its error."""
    sent = {**visit.request.headers, **visit.parts, **visit.form, "query": visit.request.path_qs}
    try:
        raise KeyError(str(sent))
    except KeyError as error:
        raise ValueError(f"cannot be read: {sent}") from error


async def in_pieces(pages: Pages, *pieces: str) -> None:
    """Send these one after another, and go."""
    host, _, port = pages.url.split("/")[2].partition(":")
    _, writer = await asyncio.open_connection(host, int(port))
    for piece in pieces:
        writer.write(piece.encode())
        await asyncio.sleep(0.1)
    writer.transport.abort()
    await asyncio.sleep(0.1)


async def test_no_failure_is_told_with_what_lets_somebody_in(
    pages: Pages, told: StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    head, stranger = await pages.came_in(SEAT[1]), Browser(pages)
    session = next(one.value for one in head.http.cookie_jar if one.key == COOKIE)
    used, fresh = [(await pages.link(SEAT[1])).removeprefix(pages.url) for _ in range(2)]
    said = signed(
        pages.runtime.settings.token.get_secret_value(),
        user=json.dumps({"id": SEAT[1]}),
        auth_date=str(int(pages.clock.now().timestamp())),
    )
    async with head, stranger:
        # Links: used up, unknown; words of the messenger: used up, changed.
        assert (await stranger.post(used)).status == 200
        assert (await stranger.post(used)).status == 404
        assert (await stranger.post("/enter/UNKNOWN-link-of-somebody")).status == 404
        assert (await stranger.post("/enter/messenger", said=said)).status == 200
        assert (await stranger.post("/enter/messenger", said=said)).status == 404
        assert (await stranger.post("/enter/messenger", said=said[:-1])).status == 404
        # Marks: another's, too long, no text.
        for mark in ("FORGED-mark", "FORGED-mark" * 1000, "\x00FORGED-mark"):
            assert (await head.post("/leave", mark=mark)).status == 403

        # Cookies and requests that are broken.
        host = pages.url.split("/")[2]
        whose = f"{COOKIE}={session}"
        begun = f"GET /office/roster HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n"
        post = (
            f"POST /office/leave HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nConnection: close\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\nCookie: {whose}\r\n"
        )
        form = f"_form={form_mark(session)}"
        for sent, status in (
            (f"{begun}Cookie: {COOKIE}={session[:-1]}\r\n\r\n", 401),
            (f"{begun}Cookie: {COOKIE}={session}%00;;=;\r\n\r\n", 401),
            (f"{begun}Cookie: {session}=1; =;{session}[]=1; {COOKIE} {session}\r\n\r\n", 401),
            (f"{begun}Cookie: {whose}\x00\r\n\r\n", 400),
            (f"{begun}Cookie {whose}\r\n\r\n", 400),
            (f"{begun}Cookie: {whose}; a={'a' * 20_000}\r\n\r\n", 400),
            (f"GET /office{fresh} HTTP/9\r\nHost: {host}\r\n\r\n", 400),
            (f"GET /office{fresh}\x00 HTTP/1.1\r\nHost: {host}\r\n\r\n", 400),
            (f"GET /office{fresh}{'a' * 20_000} HTTP/1.1\r\nHost: {host}\r\n\r\n", 400),
            (f"/office{fresh}\r\n\r\n", 400),
            (f"{post}Content-Length: {form}\r\n\r\n", 400),
            (f"{post}Transfer-Encoding: chunked\r\n\r\n{form}\r\n", 400),
            (f"{post}Content-Encoding: gzip\r\nContent-Length: {len(form)}\r\n\r\n{form}", 400),
            (f"{post}Content-Type: multipart/form-data\r\nContent-Length: {len(form)}\r\n\r\n{form}", 400),
        ):
            answer = await raw(pages, sent.encode())
            assert f" {status} ".encode() in answer.partition(b"\r\n")[0], (sent[:300], answer[:200])

        # What breaks off, or breaks after it was answered.
        await in_pieces(pages, f"{post}Content-Length: 1000\r\n\r\n", form)
        await in_pieces(pages, f"{post}Transfer-Encoding: chunked\r\n\r\n", f"{form}\r\n")

        # Answers that fail themselves.
        failing = tuple(replace(one, answer=quoting) for one in ROUTES)
        monkeypatch.setattr("bot.page.server.ROUTES", failing)
        assert (await head.get("/roster?to=/a")).status == 500
        assert (await head.post("/leave", mark=form_mark(session))).status == 500
        assert (await stranger.post(fresh)).status == 500
        assert (await stranger.post("/enter/messenger", said=said)).status == 500
    written = told.getvalue()
    assert "without database" not in written and "Unhandled" not in written
    assert written.count("no HTTP") >= 5 and written.count("page failed") == 4, written
    secrets = [session, form_mark(session), said, said.rpartition("hash=")[2], "FORGED-mark", "UNKNOWN-link"]
    for secret in [*secrets, *(link.partition("/enter/")[2].partition("?")[0] for link in (used, fresh))]:
        assert secret not in written, written[max(0, written.find(secret) - 300) :][:600]
