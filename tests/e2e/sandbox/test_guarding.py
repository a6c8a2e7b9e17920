"""No web page beside the sandbox can act as its people."""

from __future__ import annotations

import aiohttp
import pytest

from tests.e2e.sandboxed import HEAD, talk


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://localhost:3000"}, 403),
        ({"Origin": "http://127.0.0.1"}, 403),
        ({"Host": "evil.example"}, 403),
        ({"Host": "127.0.0.1.evil.example"}, 403),
        ({"Host": "[oops"}, 403),
        ({"Host": "evil.example:80", "Origin": "http://evil.example:80"}, 403),
        ({"Content-Type": "text/plain"}, 415),
        ({"Content-Type": "application/x-www-form-urlencoded"}, 415),
        ({"Content-Type": "text/plain; charset=application/json"}, 415),
    ],
)
async def test_what_a_foreign_page_sends_is_refused(headers: dict[str, str], status: int) -> None:
    body = f'{{"from": {HEAD}, "chat": {HEAD}, "text": "/start"}}'
    async with talk() as here:
        sent = {"Content-Type": "application/json", **headers}
        async with here.http.post("/api/messages", data=body, headers=sent) as reply:
            assert reply.status == status
            assert "error" in await reply.json()
        assert await here.messages(HEAD) == []


async def test_the_bot_api_and_files_are_no_page_s_either() -> None:
    async with talk() as here:
        path, foreign = f"/bot{here.sandbox.token}/getMe", {"Origin": "https://evil.example"}
        async with here.http.post(path, data={"a": "b"}, headers=foreign) as reply:
            assert reply.status == 403
        form = aiohttp.FormData()
        form.add_field("from", str(HEAD))
        form.add_field("chat", str(HEAD))
        form.add_field("file", b"x", filename="x.txt")
        async with here.http.post("/api/messages", data=form, headers=foreign) as reply:
            assert reply.status == 403
        assert await here.messages(HEAD) == []


async def test_its_own_page_and_tools_go_on() -> None:
    async with talk() as here:
        own = {"Origin": here.sandbox.url}
        body = {"from": HEAD, "chat": HEAD, "text": "/start"}
        async with here.http.post("/api/messages", json=body, headers=own) as reply:
            assert reply.status == 200
        port = here.sandbox.url.rpartition(":")[2]
        by_name = {"Host": f"localhost:{port}", "Origin": f"http://localhost:{port}"}
        async with here.http.post("/api/messages", json=body, headers=by_name) as reply:
            assert reply.status == 200
        assert len(await here.messages(HEAD)) == 2
        assert (await here.bot.get_me()).is_bot
