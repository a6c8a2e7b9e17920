"""What no visit may give away, and what ends it: headers, forms, hidden words, seats that change hands."""

from __future__ import annotations

import asyncio
import gzip
from contextlib import suppress
from datetime import timedelta
from urllib.parse import quote

import pytest
from sqlalchemy import func, select, update

from bot.page.attempts import MOST
from bot.page.doors import Door
from bot.page.routes import ROUTES
from bot.page.visit import COOKIE
from bot.storage.audit import audit
from bot.storage.messages.tables import messages
from domain.people.entry import LINK_FOR
from domain.people.invitation import new_token, token_hash
from domain.people.roster import Binding, Standing
from tests.page.conftest import SEAT, Browser, Pages

_PARTS = {"id": 1, "token": "unknown", "code": "0" * 32, "kind": "signed", "file": 1}


async def test_nothing_is_kept_framed_or_told_to_others(pages: Pages) -> None:
    """Pages, refusals, files alike."""
    async with await pages.came_in(SEAT[1]) as head:
        answers = [await head.get(one.way.format(**_PARTS)) for one in ROUTES if one.method == "GET"]
        answers += [
            await head.post("/messages/table", section="overdue"),
            await head.post("/figures/report", period="2026-10", kind="pdf"),
            await head.get("/nowhere"),
        ]
        async with head.http.get(f"{pages.url}/roster", headers={"Host": "evil.example"}) as reply:
            refused = reply.headers
    for said in (*(one.headers for one in answers), refused):
        assert said["Cache-Control"] == "no-store"
        assert said["Referrer-Policy"] == "same-origin"
        assert said["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in said["Content-Security-Policy"]
    assert len(answers) > 20


async def raw(pages: Pages, sent: bytes) -> bytes:
    """What comes for these bytes until the connection is closed, or nothing more comes."""
    host, _, port = pages.url.split("/")[2].partition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(sent)
    found = b""
    with suppress(TimeoutError):
        async with asyncio.timeout(1):
            while more := await reader.read(65536):
                found += more
    writer.close()
    return found


async def test_what_is_no_request_is_told_nothing_either(pages: Pages) -> None:
    for sent in (
        b"SECRET",
        b"GET /office/\x00SECRET HTTP/1.1\r\nHost: x",
        b"GET /office/SECRET%0d%0aX:1 HTTP/1.1\r\nHost: x\r\nConnection: close",
        b"GET http://evil.example/office/SECRET HTTP/1.1\r\nHost: x\r\nConnection: close",
        b"GET /office/ HTTP/1.1\r\nHost: x\r\nSECRET: " + b"a" * 20_000,
        b"POST /office/v HTTP/1.1\r\nHost: x\r\nContent-Length: SECRET",
    ):
        answer = await raw(pages, sent + b"\r\n\r\n")
        assert b"Content-Security-Policy: default-src 'none'" in answer, sent
        assert b"Server: office\r\n" in answer
        assert b"SECRET" not in answer and b"aiohttp" not in answer and b"aaaa" not in answer


async def test_bytes_that_are_no_text_are_no_failure(pages: Pages) -> None:
    """A session, a link and the name of a file that nothing readable can be made of."""
    host = pages.url.split("/")[2].encode()
    begins = b"Host: %s\r\nOrigin: http://%s\r\nConnection: close\r\n" % (host, host)
    asked = [
        b"GET /office/roster HTTP/1.1\r\n%sCookie: %s=\xff\xfe\r\n\r\n" % (begins, COOKIE.encode()),
        b"GET /office/enter/%%ED%%A0%%80 HTTP/1.1\r\n%s\r\n" % begins,
    ]
    for name in (b"\xff.pdf", b"a\x00b.pdf"):
        part = b'--b\r\nContent-Disposition: form-data; name="file"; filename="%s"\r\n\r\nx\r\n' % name
        form = b"Content-Type: multipart/form-data; boundary=b\r\nContent-Length: %d\r\n\r\n" % (
            len(part) + 7
        )
        asked.append(b"POST /office/v HTTP/1.1\r\n%s%s%s--b--\r\n" % (begins, form, part))
    answers = [await raw(pages, sent) for sent in asked]
    assert [one.split(b" ", 2)[1] for one in answers] == [b"401", b"200", b"200", b"400"]
    assert "не удалось прочитать" in answers[-1].decode()


async def test_what_is_sent_slowly_or_packed_holds_nobody(
    pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    host = pages.url.split("/")[2]

    def post(length: int, more: str = "") -> bytes:
        kind = "Content-Type: application/x-www-form-urlencoded"
        lines = ("POST /office/v HTTP/1.1", f"Host: {host}", f"Origin: http://{host}", kind, more)
        return "\r\n".join([*filter(None, lines), f"Content-Length: {length}", "", ""]).encode()

    monkeypatch.setattr("bot.page.server.LONGEST_SENT", 0.1)
    assert b" 408 " in await raw(pages, post(1000) + b"code=")
    packed = gzip.compress(b"a" * 100_000_000, 1)
    assert b" 413 " in await raw(pages, post(len(packed), "Content-Encoding: gzip") + packed)
    async with Browser(pages) as stranger:
        for _ in range(MOST):
            await stranger.get(f"/v/{'0' * 32}")
    # Whoever has to wait is told so without being listened to.
    assert b" 429 " in await raw(pages, post(10_000_000) + b"code=")


async def test_no_form_of_a_session_is_taken_without_its_mark(pages: Pages) -> None:
    async with await pages.came_in(SEAT[1]) as head, await pages.came_in(SEAT[2]) as other:
        others = (await other.get("/files")).html.partition('name="_form" value="')[2].partition('"')[0]
        asked = select(func.count()).select_from(audit)
        async with pages.runtime.database.read() as uow:
            before = await uow.connection.scalar(asked)
        forms = [one for one in ROUTES if one.method == "POST" and not one.outside]
        for route in forms:
            for mark in ("", others, "0" * 64):
                answer = await head.post(route.way.format(**_PARTS), mark=mark)
                assert answer.status == 403 and "Форма устарела" in answer.text, route.way
        async with pages.runtime.database.read() as uow:
            assert await uow.connection.scalar(asked) == before
        assert len(forms) > 10
        assert (await head.get("/roster")).status == 200


@pytest.mark.parametrize("words", ["Кузнецова", "кузнецовой", "9120000000", "79120000000", "Мира 5 кв 17"])
async def test_what_is_hidden_is_not_found(pages: Pages, words: str) -> None:
    """Not by whoever may see it either: what is searched is what the list shows."""
    async with pages.runtime.database.write() as uow:
        hidden = {
            "author": "Кузнецова Мария Петровна, 79120000000",
            "place": "ул. Мира, д. 5, кв. 17",
            "whole_text": "Кузнецова Мария, 8 912 000-00-00, просит убрать снег",
            "whole_topic": "Жалоба Кузнецовой",
            "text": "••• просит убрать снег",
        }
        open_one = select(messages.c.id).where(messages.c.block == "infrastructure").limit(1)
        await uow.connection.execute(
            update(messages).where(messages.c.id == open_one.scalar_subquery()).values(**hidden)
        )
    for seat in (1, 4, 9):
        async with await pages.came_in(SEAT[seat]) as browser:
            for way in ("words", "topic", "settlement", "reason"):
                listed = await browser.get(f"/messages?section=all&{way}={quote(words)}")
                assert listed.status == 200
                assert 'name="id"' not in listed.html, (seat, way)


async def test_a_seat_that_changes_hands_ends_its_visits(pages: Pages) -> None:
    async with (
        await pages.came_in(SEAT[4]) as former,
        await pages.came_in(SEAT[1]) as head,
        await pages.came_in(SEAT[2]) as second,
    ):
        assert (await second.get("/journal")).status == 403
        today = pages.clock.now().date()
        async with pages.runtime.database.write() as uow:
            await uow.roster.seat_holder(4, "Новая Анна Ивановна", today)
            await uow.roster.add_absence(1, today, today + timedelta(days=3))
        assert (await former.get("/messages")).status == 401
        assert (await former.post("/messages/act", act="answered", id=1)).status == 401
        # The head's duties go over with the very next request, and come back so.
        assert (await head.get("/journal")).status == 403
        assert (await second.get("/journal")).status == 200


async def test_an_assistant_has_no_session_and_one_who_becomes_it_loses_theirs(pages: Pages) -> None:
    token, account = new_token(), SEAT[6]
    async with await pages.came_in(account) as member, Browser(pages) as later:
        async with pages.runtime.database.write() as uow:
            holder = (await uow.roster.load()).holder(5)
            assert holder is not None
            assists = Binding(account, Standing.ASSISTANT, "Тихонова Анна", assists=5)
            await uow.roster.bind(assists, holder.id)
            await uow.entries.add_link(token_hash(token), account, uow.now() + LINK_FOR)
        assert (await member.get("/messages")).status == 401
        assert (await later.post(f"/enter/{token}")).status == 404


async def test_nobody_learns_which_papers_links_and_offices_there_are(pages: Pages) -> None:
    """To whoever is outside all that is closed is one and the same answer."""
    async with Browser(pages) as stranger:
        closed = [one for one in ROUTES if one.door is not Door.ANYBODY]
        said = set()
        for route in closed:
            way = route.way.format(**_PARTS)
            answer = await (stranger.get(way) if route.method == "GET" else stranger.post(way))
            said.add((answer.status, answer.text))
        assert len(said) == 1
        async with pages.runtime.database.write() as uow:
            link = new_token()
            await uow.entries.add_link(token_hash(link), SEAT[1], uow.now() + LINK_FOR)
        good, bad = await stranger.get(f"/enter/{link}"), await stranger.get("/enter/unknown")
        assert (good.status, good.text) == (bad.status, bad.text)
        good, bad = await stranger.get(f"/i/{link}"), await stranger.get("/i/unknown")
        assert (good.status, good.text) == (bad.status, bad.text)
