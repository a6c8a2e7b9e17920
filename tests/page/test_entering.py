"""The way in: once, for ten minutes, for one account; ended by an idle hour and by unbinding."""

from __future__ import annotations

import aiohttp

from bot.page.attempts import MOST
from tests.page.conftest import ROLE, SEAT, Browser, Pages


async def test_a_link_is_good_once(pages: Pages) -> None:
    link = (await pages.link(SEAT[1])).removeprefix(pages.url)
    async with Browser(pages) as head, Browser(pages) as other:
        assert "Войти" in (await head.get(link)).text
        entered = await head.post(link, to="/roster")
        assert entered.status == 200
        assert entered.path == "/office/roster"
        again = await other.post(link)
        assert again.status == 404
        assert "уже использована" in again.text
        assert (await other.get("/roster")).status == 401


async def test_a_link_is_good_for_ten_minutes(pages: Pages) -> None:
    link = (await pages.link(SEAT[1])).removeprefix(pages.url)
    pages.pass_time(minutes=11)
    async with Browser(pages) as head:
        assert (await head.post(link)).status == 404


async def test_an_idle_hour_ends_the_session(pages: Pages) -> None:
    async with await pages.came_in(SEAT[2]) as member:
        for _ in range(3):
            pages.pass_time(minutes=50)
            assert (await member.get("/roster")).status == 200
        pages.pass_time(minutes=61)
        assert (await member.get("/roster")).status == 401


async def test_what_looks_again_by_itself_keeps_no_session_alive(pages: Pages) -> None:
    """A page that waits asks every few seconds; the hour counts what a person asks for."""
    async with await pages.came_in(SEAT[2]) as member:
        for _ in range(2):
            pages.pass_time(minutes=29)
            assert (await member.get("/meetings", headers={"X-Unasked": "1"})).status == 200
            assert (await member.get("/wall")).status == 200
        pages.pass_time(minutes=3)
        assert (await member.get("/roster")).status == 401
        # A screen that nobody touches has nothing to touch: it goes on for the day, itself alone.
        for _ in range(10):
            pages.pass_time(hours=1)
            assert (await member.get("/wall?turn=1")).status == 200
            assert (await member.get("/messages")).status == 401
        pages.pass_time(hours=2)
        assert (await member.get("/wall")).status == 401


async def test_unbinding_ends_the_session_at_once(pages: Pages) -> None:
    unused = (await pages.link(SEAT[4])).removeprefix(pages.url)
    async with await pages.came_in(SEAT[4]) as member, Browser(pages) as later:
        assert (await member.get("/roster")).status == 200
        async with pages.runtime.database.write() as uow:
            await uow.roster.unbind(SEAT[4])
        assert (await member.get("/roster")).status == 401
        assert (await later.post(unused)).status == 404


async def test_leaving_ends_the_session(pages: Pages) -> None:
    async with await pages.came_in(ROLE["admin"]) as admin:
        assert (await admin.get("/roster")).status == 200
        await admin.post("/leave")
        assert (await admin.get("/roster")).status == 401


async def test_the_cookie_is_for_the_browser_alone(pages: Pages) -> None:
    link = await pages.link(SEAT[1])
    origin = pages.url.removesuffix("/office")
    async with aiohttp.ClientSession() as plain:
        reply = await plain.post(link, headers={"Origin": origin}, data={"to": ""}, allow_redirects=False)
        said = reply.headers["Set-Cookie"]
    assert "HttpOnly" in said
    assert "SameSite=Lax" in said
    assert "Path=/office/" in said


async def test_no_link_leads_out_of_the_page(pages: Pages) -> None:
    for to in ("//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"):
        link = (await pages.link(SEAT[1])).removeprefix(pages.url)
        async with Browser(pages) as head:
            assert (await head.post(link, to=to)).path.startswith("/office/")


async def test_guessing_is_slow(pages: Pages) -> None:
    async with Browser(pages) as stranger:
        for _ in range(MOST):
            assert (await stranger.post("/enter/guessed")).status == 404
        assert (await stranger.post("/enter/guessed")).status == 429


async def test_a_colleagues_guesses_keep_nobody_waiting_who_is_in(pages: Pages) -> None:
    """An administration goes out from one address."""
    async with await pages.came_in(SEAT[1]) as head, Browser(pages) as colleague:
        for _ in range(MOST + 1):
            answer = await colleague.get(f"/v/{'0' * 32}")
        assert answer.status == 429
        assert (await head.get("/messages")).status == 200


async def test_what_every_answer_tells_the_browser(pages: Pages) -> None:
    async with await pages.came_in(SEAT[1]) as head:
        for path in ("/", "/roster", "/nowhere", "/static/page.css"):
            answer = await head.get(path)
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
            assert "unsafe" not in answer.headers["Content-Security-Policy"]
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert "aiohttp" not in answer.headers["Server"]
            assert answer.headers["Cache-Control"] == "no-store"


async def test_no_other_page_can_act_here(pages: Pages) -> None:
    async with await pages.came_in(SEAT[1]) as head:
        assert (await head.post("/leave", mark="")).status == 403
        assert (await head.post("/leave", mark="0" * 64)).status == 403
        async with head.http.post(f"{pages.url}/leave", headers={"Origin": "https://evil.example"}) as reply:
            assert reply.status == 403
        async with head.http.post(f"{pages.url}/leave") as reply:
            assert reply.status == 403
        async with head.http.get(f"{pages.url}/roster", headers={"Host": "evil.example"}) as reply:
            assert reply.status == 421
        assert (await head.get("/roster")).status == 200


async def test_what_is_sent_is_no_larger_than_its_form(pages: Pages) -> None:
    async with await pages.came_in(SEAT[1]) as head:
        assert (await head.post("/leave", words="x" * 100_000)).status == 413
        assert (await head.get("/roster")).status == 200


async def test_a_body_that_is_no_form_is_refused(pages: Pages) -> None:
    origin = pages.url.removesuffix("/office")
    async with await pages.came_in(SEAT[9]) as officer:
        for kind, body in (
            ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n\r\n"),
            ("multipart/form-data", b"--x"),
            ("application/x-www-form-urlencoded; charset=nothing", b"_form=%FF"),
            ("application/x-www-form-urlencoded", b"_form=%FF&_form=%00"),
            ("application/json", b"{}"),
        ):
            headers = {"Origin": origin, "Content-Type": kind}
            async with officer.http.post(f"{pages.url}/files", data=body, headers=headers) as reply:
                assert reply.status in (400, 403), kind
                assert "Content-Security-Policy" in reply.headers


async def test_hostile_cookies_are_nobody(pages: Pages) -> None:
    for token in ("", "x" * 5000, "'; DROP TABLE page_sessions; --", "%00", "я"):
        async with Browser(pages) as stranger:
            cookie = {"Cookie": f"office={token}".encode().decode("latin-1")}
            assert (await stranger.get("/roster", headers=cookie)).status == 401
