"""The webhook over HTTP: who may call it, and what it makes of what is sent there."""

from __future__ import annotations

import asyncio
import gzip
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import pytest
from pydantic import SecretStr

from bot.profiles import load_profile
from bot.running import RunningOffice
from bot.sandbox.run import SandboxOptions, prepare, running_sandbox, sandbox_settings
from bot.sandbox.time import SandboxTime
from bot.settings import Settings
from bot.watching.logs import set_up_logs
from tests.e2e.conftest import Town
from tests.faults.replicas import free_port

NOW = datetime.fromisoformat("2026-11-23T10:00:00+05:00")
SECRET = "secret-of-the-webhook"  # noqa: S105 — of a sandbox
KIND = "application/json"
RIGHT = {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": KIND}


@asynccontextmanager
async def by_webhook(
    folder: Path, networks: str, *, secret: str = SECRET, path: str = "/webhook", **behind_a_proxy: Any
) -> AsyncIterator[tuple[Town, str]]:
    """An office that takes updates by webhook from these networks; its people, and where it is called."""
    options = SandboxOptions(0, folder / "office.db", NOW, limits=False, server_only=True)
    async with running_sandbox(options) as sandbox, aiohttp.ClientSession() as session:
        address = f"127.0.0.1:{free_port()}"
        settings = sandbox_settings(options, sandbox.url).model_copy(
            update={
                "mode": "webhook",
                "webhook_url": f"http://{address}{path}",
                "webhook_secret": SecretStr(secret),
                "webhook_networks": Settings.model_validate({"webhook_networks": networks}).webhook_networks,
                "listen": address,
                **behind_a_proxy,
            }
        )
        office = RunningOffice(settings, load_profile(), SandboxTime(sandbox.url, NOW))
        await prepare(office.runtime, empty=False)
        await office.start()
        people = Town(session, sandbox.url)
        people.database = settings.database
        people.world = sandbox.world
        await people.meet()
        try:
            yield people, settings.webhook_url
        finally:
            await office.stop()


def said(update_id: int, person: int, text: str) -> dict[str, Any]:
    """A message as the messenger posts it."""
    chat = {"id": person, "type": "private"}
    sender = {"id": person, "is_bot": False, "first_name": "Имя"}
    message = {"message_id": update_id, "date": 1_795_000_000, "chat": chat, "from": sender, "text": text}
    return {"update_id": update_id, "message": message}


async def post(url: str, body: Any, headers: dict[str, str]) -> int:
    """Status of the answer."""
    async with aiohttp.ClientSession() as session, session.post(url, data=body, headers=headers) as reply:
        return reply.status


@pytest.mark.long
async def test_a_foreign_address_is_refused_and_nothing_done(tmp_path: Path) -> None:
    async with by_webhook(tmp_path, "149.154.160.0/20 91.108.4.0/22") as (people, url):
        before = await people.entries()
        third = people.seat[3]
        assert await post(url, json.dumps(said(1, third, "/help")), RIGHT) == 403
        # What a caller says of itself does not count.
        forged = {**RIGHT, "X-Forwarded-For": "149.154.160.1", "X-Real-IP": "149.154.160.1"}
        assert await post(url, json.dumps(said(2, third, "/absence")), forged) == 403
        await people.settle()
        assert await people.read(third) == []
        assert await people.entries() == before


@pytest.mark.parametrize("headers", [{}, {"X-Telegram-Bot-Api-Secret-Token": SECRET[:-1]}])
async def test_without_the_secret_nothing_is_done(tmp_path: Path, headers: dict[str, str]) -> None:
    async with by_webhook(tmp_path, "127.0.0.0/8") as (people, url):
        third = people.seat[3]
        assert await post(url, json.dumps(said(1, third, "/help")), headers) == 403
        await people.settle()
        assert await people.read(third) == []
        await people.say(third, "/help")
        assert len(await people.read(third)) == 1


async def test_what_cannot_be_read_holds_nobody_up(tmp_path: Path) -> None:
    async with by_webhook(tmp_path, "127.0.0.0/8") as (_, url):
        for body in ("{", "[]", "{}", '{"update_id": "один"}', b"\xff"):
            assert await post(url, body, RIGHT) == 400
        # Of a kind that this version does not know: said in the log and passed over, as by polling.
        assert await post(url, '{"update_id": 5, "message": {"shape": "unknown"}}', RIGHT) == 200


@pytest.mark.long
async def test_halves_of_surrogate_pairs_are_left_out(tmp_path: Path) -> None:
    async with by_webhook(tmp_path, "127.0.0.0/8") as (people, url):
        third = people.seat[3]
        await people.say(third, "/start")
        assert (
            await post(url, json.dumps(said(9001, third, "/propose Снег \ud83d во дворах\x00")), RIGHT) == 200
        )
        await people.settle()
        assert "Снег во дворах" in await people.last(third)


async def raw(url: str, request: bytes, *, cut: bool = False) -> bytes:
    """What the server answers to these bytes; `cut`: the connection is dropped instead of waiting."""
    where = urlsplit(url)
    reader, writer = await asyncio.open_connection(where.hostname, where.port)
    answer = b""
    with suppress(ConnectionError):  # what is too much is not read to its end
        writer.write(request)
        await writer.drain()
        if not cut:
            async with asyncio.timeout(10):
                answer = await reader.read(200)
    writer.transport.abort()
    return answer


def head(url: str, secret: bytes, length: int, kind: bytes = b"application/json", *more: bytes) -> bytes:
    """The head of a post."""
    lines = [
        b"POST " + urlsplit(url).path.encode() + b" HTTP/1.1",
        b"Host: office",
        b"X-Telegram-Bot-Api-Secret-Token: " + secret,
        b"Content-Type: " + kind,
        b"Content-Length: " + str(length).encode(),
        *more,
    ]
    return b"\r\n".join([*lines, b"", b""])


STRANGE: dict[str, tuple[bytes, bytes, bytes, int]] = {
    "no secret": (b"", b"{}", b"application/json", 403),
    "bytes that are no text": (b"\xff\xfe\x80", b"{}", b"application/json", 403),
    "letters of another alphabet": ("секрет".encode(), b"{}", b"application/json", 403),
    "a long secret": (b"a" * 7000, b"{}", b"application/json", 403),
    "nested": (SECRET.encode(), b"[" * 100_000, b"application/json", 400),
    "nested and whole": (
        SECRET.encode(),
        b'{"update_id":1,"a":' * 5000 + b"1" + b"}" * 5000,
        b"application/json",
        400,
    ),
    "a giant id": (SECRET.encode(), b'{"update_id":' + b"9" * 400 + b"}", b"application/json", 400),
    "a giant number": (SECRET.encode(), b'{"update_id":' + b"9" * 90_000 + b"}", b"application/json", 400),
    "a giant id within": (
        SECRET.encode(),
        json.dumps(said(5, 10**30, "/help")).encode(),
        b"application/json",
        400,
    ),
    "no object": (SECRET.encode(), b'"text"', b"application/json", 400),
    "truth for a number": (SECRET.encode(), b'{"update_id":true}', b"application/json", 400),
    "no JSON": (SECRET.encode(), b"\xff\x00", b"application/json", 400),
    "a form": (SECRET.encode(), b"update_id=1", b"application/x-www-form-urlencoded", 415),
    "plain text": (SECRET.encode(), b'{"update_id":1}', b"text/plain", 415),
    "no kind": (SECRET.encode(), b'{"update_id":1}', b"", 415),
    "huge": (SECRET.encode(), b'{"a":"' + b"a" * 2_000_000 + b'"}', b"application/json", 413),
}


PACKED: dict[str, tuple[bytes, int]] = {
    "gzip": (gzip.compress(b'{"a":1}'), 400),
    "deflate": (b"no packing", 400),
    " gzip": (b"no packing", 400),
    "br": (b"no packing", 400),
    "zstd": (b"no packing", 400),
    "gzip, gzip": (gzip.compress(gzip.compress(b"{}")), 400),
    "gzip ": (gzip.compress(b"[" * 30_000_000), 413),
}


async def test_what_is_packed_otherwise_than_said_is_refused(
    tmp_path: Path,
) -> None:
    async with by_webhook(tmp_path, "") as (_, url):
        for kind, (body, status) in PACKED.items():
            packing = b"Content-Encoding: " + kind.encode()
            answer = await raw(url, head(url, SECRET.encode(), len(body), KIND.encode(), packing) + body)
            assert answer.split()[1] == str(status).encode(), (kind, answer)


@pytest.mark.usefixtures("logs_as_they_were")
async def test_whatever_is_posted_is_refused_without_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up_logs("console")
    async with by_webhook(tmp_path, "") as (people, url):
        before = await people.entries()
        for name, (secret, body, kind, status) in STRANGE.items():
            answer = await raw(url, head(url, secret, len(body), kind) + body)
            cut_off = name == "huge" and answer == b""
            assert answer.startswith(b"HTTP/1.1 %d" % status) or cut_off, (name, answer)
        await raw(url, head(url, SECRET.encode(), 5000) + b'{"update', cut=True)
        await raw(url, b"\x16\x03\x01\x02\x00nonsense\r\n\r\n", cut=True)
        await raw(url, head(url, SECRET.encode(), 2)[:40], cut=True)
        await people.say(people.seat[3], "/help")
        assert await people.read(people.seat[3])
        assert await people.entries() == before
    told = "".join(capsys.readouterr())
    assert "Traceback" not in told, told


@pytest.mark.long
async def test_there_is_always_a_secret_and_replicas_make_the_same(tmp_path: Path) -> None:
    one, two = (Settings(_env_file=None, token=SecretStr(token)) for token in ("1:a", "1:a"))  # type: ignore[call-arg]
    other = Settings(_env_file=None, token=SecretStr("1:b"))  # type: ignore[call-arg]
    assert one.hook_secret == two.hook_secret != other.hook_secret
    assert re.fullmatch(r"[A-Za-z0-9_-]{32,256}", one.hook_secret)
    async with by_webhook(tmp_path, "", secret="") as (people, url):
        assert await post(url, json.dumps(said(1, people.seat[3], "/help")), {"Content-Type": KIND}) == 403
        await people.say(people.seat[3], "/help")  # the sandbox calls with what it was told
        assert await people.read(people.seat[3])


@pytest.mark.long
async def test_the_address_is_listened_to_as_it_was_given(tmp_path: Path) -> None:
    async with by_webhook(tmp_path, "", path="/telegram/office-5") as (people, _):
        await people.say(people.seat[3], "/help")
        assert await people.read(people.seat[3])
