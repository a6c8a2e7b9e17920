"""A web application on an address of this machine; where it cannot be had, that is said by the address."""

from __future__ import annotations

import errno

from aiohttp import web

from bot.addresses import host_and_port


class CannotListen(Exception):
    """The address cannot be listened on; `reason` is the system's name for why: EADDRINUSE and the like."""

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(f"{address}: {reason}")
        self.address = address
        self.reason = reason


async def listen(runner: web.BaseRunner, address: str) -> None:
    """Begin to listen. Raises CannotListen."""
    host, port = host_and_port(address)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:
        await runner.cleanup()
        raise CannotListen(address, errno.errorcode.get(error.errno or 0, "EADDRNOTAVAIL")) from None
