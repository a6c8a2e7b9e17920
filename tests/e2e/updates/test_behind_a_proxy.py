"""The samples for nginx and Caddy as they are shipped, before a webhook, with a self-signed certificate."""

from __future__ import annotations

import asyncio
import shutil
import ssl
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.conftest import missing
from tests.docs.pages import ROOT
from tests.e2e.conftest import Town
from tests.e2e.updates.test_webhook import by_webhook
from tests.faults.replicas import free_port

SAMPLES = ROOT / "docs" / "deployment"
_NGINX = """
daemon off; master_process off; pid {folder}/nginx.pid; error_log stderr;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    include {folder}/sample;
}}
"""
_CADDY = "{{\n\tadmin off\n\tauto_https disable_redirects\n}}\nimport {folder}/sample\n"


@dataclass(frozen=True)
class Kind:
    """A proxy: its sample, what is changed there and what stands around it; how it is started."""

    sample: str
    changes: dict[str, str]
    around: str
    command: tuple[str, ...]


KINDS = {
    "nginx": Kind(
        "nginx.conf",
        {
            "listen 443 ssl": "listen 127.0.0.1:{port} ssl",
            "listen 80;": "listen 127.0.0.1:{plain};",
            "bot.example.org;": "localhost;",
            "/etc/letsencrypt/live/bot.example.org/fullchain.pem": "{folder}/bot.crt",
            "/etc/letsencrypt/live/bot.example.org/privkey.pem": "{folder}/bot.key",
            "http://127.0.0.1:8080": "http://{listen}",
        },
        _NGINX,
        ("nginx", "-p", "{folder}", "-e", "stderr", "-c", "{folder}/whole"),
    ),
    "caddy": Kind(
        "Caddyfile",
        {
            "bot.example.org {": "https://localhost:{port} {",
            "# tls /etc/ssl/bot.crt /etc/ssl/bot.key": "tls {folder}/bot.crt {folder}/bot.key",
            "127.0.0.1:8080": "{listen}",
        },
        _CADDY,
        ("caddy", "run", "--adapter", "caddyfile", "--config", "{folder}/whole"),
    ),
}


def self_signed(folder: Path) -> Path:
    """The public half of a new certificate for this machine; the private one is `bot.key` beside it."""
    words = (
        "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost"
    )
    files = ["-keyout", f"{folder}/bot.key", "-out", f"{folder}/bot.crt"]
    subprocess.run(["openssl", *words.split(), *files], check=True, capture_output=True)
    return folder / "bot.crt"


@asynccontextmanager
async def running(kind: Kind, folder: Path, port: int, listen: str) -> AsyncIterator[str]:
    """The proxy by its sample, for the length of the block; where it listens without TLS, if it does."""
    plain = free_port()
    filled = {"{folder}": str(folder), "{port}": str(port), "{plain}": str(plain), "{listen}": listen}

    def fill(text: str) -> str:
        for name, value in filled.items():
            text = text.replace(name, value)
        return text

    sample = (SAMPLES / kind.sample).read_text("utf-8")
    for before, after in kind.changes.items():
        head, body = sample.split("\n", 3)[:3], sample.split("\n", 3)[3]
        assert before in body, before
        sample = "\n".join([*head, body.replace(before, fill(after))])
    (folder / "sample").write_text(sample, "utf-8")
    (folder / "whole").write_text(kind.around.format(folder=folder), "utf-8")
    environment = {"HOME": str(folder), "PATH": "/usr/sbin:/usr/bin:/bin"}
    log = (folder / "proxy.log").open("wb")
    process = await asyncio.create_subprocess_exec(
        *map(fill, kind.command), env=environment, stdout=log, stderr=log
    )
    try:
        await _listens(port, process, folder / "proxy.log")
        yield f"http://127.0.0.1:{plain}" if "listen 80;" in kind.changes else ""
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()
        log.close()


async def _listens(port: int, process: asyncio.subprocess.Process, log: Path) -> None:
    for _ in range(200):
        try:
            _, writer = await asyncio.open_connection("localhost", port)
        except OSError:
            await asyncio.sleep(0.1)
        else:
            return writer.close()
        if process.returncode is not None:
            break
    pytest.fail(log.read_text())  # noqa: ASYNC240 — it ends here


@asynccontextmanager
async def proxied(kind: Kind, folder: Path, certificate: Path | None) -> AsyncIterator[tuple[Town, str]]:
    """An office behind this proxy with the certificate in its folder; its people, and where it is called."""
    port, listen = free_port(), f"127.0.0.1:{free_port()}"
    hook = f"https://localhost:{port}/telegram"
    given: dict[str, Any] = {"listen": listen, "webhook_url": hook, "webhook_certificate": certificate}
    async with running(kind, folder, port, listen), by_webhook(folder, "127.0.0.0/8", **given) as office:
        yield office


@pytest.mark.long
@pytest.mark.parametrize("name", KINDS)
async def test_a_message_comes_through_tls_to_the_bot(tmp_path: Path, name: str) -> None:
    required(name)
    certificate = self_signed(tmp_path)
    async with proxied(KINDS[name], tmp_path, certificate) as (people, hook):
        await people.say(people.seat[3], "/help")
        assert await people.read(people.seat[3])
        trusted = aiohttp.TCPConnector(ssl=ssl.create_default_context(cafile=str(certificate)))
        async with aiohttp.ClientSession(connector=trusted) as stranger:
            # Any other path is of the office's page, which is not on here.
            assert (await stranger.post(hook.replace("/telegram", "/elsewhere"), json={})).status == 502
            assert (await stranger.post(hook, json={})).status == 403
            assert not (await stranger.post(hook, data=b" " * 2_000_000)).ok


@pytest.mark.long
async def test_a_certificate_that_nobody_signed_must_be_uploaded(tmp_path: Path) -> None:
    required("nginx")
    self_signed(tmp_path)
    async with proxied(KINDS["nginx"], tmp_path, None) as (people, _):
        third, world = people.seat[3], people.world
        await people.call("POST", "/api/messages", json={"from": third, "chat": third, "text": "/help"})
        assert world is not None
        async with asyncio.timeout(20):
            while not world.updates.webhook.last_error:  # noqa: ASYNC110 — nothing rings when a post fails
                await asyncio.sleep(0.1)
        assert "certificate verify failed" in world.updates.webhook.last_error
        assert await people.read(third) == []


def required(program: str) -> None:
    """Skipped, or failed, where it is not installed."""
    if shutil.which(program, path="/usr/sbin:/usr/bin") is None:
        missing(program)
