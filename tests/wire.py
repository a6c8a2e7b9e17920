"""A wire to a PostgreSQL server that can break at any byte."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from sqlalchemy.engine import URL

_FOR_EVER = 10**12


class Wire:
    """Passes on what clients and the server say; `passed` counts bytes `there` and `back`.

    Without `hangs_up` a client never hears that the server hung up, only what it said before.
    """

    def __init__(self, server: URL, *, hangs_up: bool = True) -> None:
        self._server, self._hangs_up = server, hangs_up
        self._ends: list[asyncio.StreamWriter] = []
        self.whole()

    def whole(self) -> None:
        """From here on it does not break; the count begins anew."""
        self.passed = {"there": 0, "back": 0}
        self._left = {"there": _FOR_EVER, "back": _FOR_EVER}

    def break_after(self, count: int, way: str) -> None:
        """It breaks when so many more bytes have gone this way."""
        self._left[way] = count

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[str]:
        """The address of its near end, for the length of the block."""
        near = await asyncio.start_server(self._connect, "127.0.0.1")
        yield self._server.set(port=near.sockets[0].getsockname()[1]).render_as_string(hide_password=False)
        near.close()
        self._tear()

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection(self._server.host, self._server.port)
        self._ends += [writer, back]
        with suppress(OSError):
            await asyncio.gather(self._pass("there", reader, back), self._pass("back", there, writer))

    async def _pass(self, way: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while said := await reader.read(65536):
            said = said[: self._left[way]]
            self._left[way] -= len(said)
            self.passed[way] += len(said)
            writer.write(said)
            await writer.drain()
            if self._left[way] == 0:
                self._tear()
                return
        if way == "there" or self._hangs_up:
            writer.close()

    def _tear(self) -> None:
        for end in self._ends:
            end.transport.abort()
        self._ends.clear()
