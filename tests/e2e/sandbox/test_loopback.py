"""The sandbox is for this machine alone: it listens on the loopback address and cannot be told otherwise."""

from __future__ import annotations

import asyncio
import socket
from urllib.parse import urlsplit

import pytest

from bot.__main__ import parser
from tests.e2e.sandboxed import talk


def other_addresses() -> set[str]:
    """Addresses of this machine that are not where the sandbox listens; the whole of 127/8 is its own."""
    found = {str(info[4][0]) for info in socket.getaddrinfo(socket.gethostname(), None)}
    return {"127.0.0.2", "::1", *found} - {"127.0.0.1"}


async def test_no_other_address_of_the_machine_answers() -> None:
    async with talk() as here:
        where = urlsplit(here.sandbox.url)
        assert where.hostname == "127.0.0.1"
        for address in other_addresses():
            with pytest.raises(OSError):
                await asyncio.open_connection(address, where.port)
        _, writer = await asyncio.open_connection("127.0.0.1", where.port)
        writer.close()


@pytest.mark.parametrize("option", ["--host", "--listen", "--address", "--bind"])
def test_no_option_opens_it_to_others(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["sandbox", "--db", "office.db", "--now", "2026-11-24T08:25:00+05:00"]
    assert parser().parse_args(words).command.name == "sandbox"
    with pytest.raises(SystemExit) as refused:
        parser().parse_args([*words, option, "0.0.0.0"])  # noqa: S104 — refused
    assert refused.value.code == 2
    assert option in capsys.readouterr().err
