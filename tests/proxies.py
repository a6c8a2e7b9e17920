"""Real proxies, small: HTTP by CONNECT (RFC 9110, 9.3.6) and SOCKS5 (RFC 1928, 1929), with a password."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from urllib.parse import quote

USER, PASSWORD = "clerk", "pass-word:with@signs"
_BASIC = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()

Target = tuple[str, int]
# What a proxy agreed with its client; None where it has refused.
Agreement = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[Target | None]]


class Proxy:
    """A running proxy: its port, and where it has led to."""

    def __init__(self, scheme: str, port: int) -> None:
        self.scheme = scheme
        self.port = port
        self.led_to: list[Target] = []
        self.refused = 0

    def address(self, password: str = PASSWORD) -> str:
        """What stands in BOT_PROXY."""
        return f"{self.scheme}://{USER}:{quote(password, safe='')}@127.0.0.1:{self.port}"


async def agree_by_connect(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> Target | None:
    """HTTP: CONNECT with Basic credentials."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    method, target, _ = head.split(" ", 2)
    if method != "CONNECT" or f"proxy-authorization: basic {_BASIC}".lower() not in head.lower():
        writer.write(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
        return None
    writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
    host, _, port = target.rpartition(":")
    return host, int(port)


async def agree_by_socks(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> Target | None:
    """SOCKS5: a name and a password, then CONNECT to a name or an IPv4 address."""
    await reader.readexactly((await reader.readexactly(2))[1])
    writer.write(b"\x05\x02")
    user = await reader.readexactly((await reader.readexactly(2))[1])
    password = await reader.readexactly((await reader.readexactly(1))[0])
    known = (user.decode(), password.decode()) == (USER, PASSWORD)
    writer.write(b"\x01\x00" if known else b"\x01\x01")
    if not known:
        return None
    kind = (await reader.readexactly(4))[3]
    if kind == 3:
        host = (await reader.readexactly((await reader.readexactly(1))[0])).decode()
    else:
        host = ".".join(map(str, await reader.readexactly(4)))
    port = int.from_bytes(await reader.readexactly(2))
    writer.write(b"\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00")
    return host, port


@asynccontextmanager
async def proxy(scheme: str) -> AsyncIterator[Proxy]:
    """A proxy for the length of the block: `http` or `socks5`."""
    agree: Agreement = agree_by_connect if scheme == "http" else agree_by_socks

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError):
            target = await agree(reader, writer)
            if target is None:
                running.refused += 1
                await writer.drain()
            else:
                running.led_to.append(target)
                there, back = await asyncio.open_connection(*target)
                await asyncio.gather(_pipe(reader, back), _pipe(there, writer))
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    running = Proxy(scheme, server.sockets[0].getsockname()[1])
    try:
        yield running
    finally:
        server.close()


async def _pipe(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    writer.close()
