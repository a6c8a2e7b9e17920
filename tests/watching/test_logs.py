"""Logging never raises: not into a closed pipe, not onto a full disk, not of what cannot be told."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import sys
from io import StringIO
from pathlib import Path
from typing import Literal, TextIO

import pytest
import structlog
from aiohttp import web

from bot.listening import listen
from bot.watching.logs import set_up_logs
from tests.faults.replicas import free_port

pytestmark = pytest.mark.usefixtures("logs_as_they_were")
FORMATS = pytest.mark.parametrize("log_format", ["json", "console"])
Format = Literal["json", "console"]


def closed_pipe() -> TextIO:
    """Whoever read it is gone."""
    read, write = os.pipe()
    os.close(read)
    return os.fdopen(write, "w", buffering=1)


def full_disk() -> TextIO:
    """A file that takes nothing."""
    return Path("/dev/full").open("w", encoding="utf-8")


def closed_stream() -> TextIO:
    """A stream that was closed by somebody."""
    stream = StringIO()
    stream.close()
    return stream


@FORMATS
@pytest.mark.parametrize("open_stream", [closed_pipe, full_disk, closed_stream])
def test_a_log_that_cannot_be_written_stops_nothing(
    monkeypatch: pytest.MonkeyPatch, log_format: Format, open_stream: type[TextIO]
) -> None:
    stream = open_stream()
    monkeypatch.setattr(sys, "stderr", stream)
    logs = set_up_logs(log_format)
    for number in range(200):
        structlog.get_logger("test").error("said to nobody", number=number, words="слово" * 100)
        logging.getLogger("aiohttp.server").error("said to nobody")
    try:
        raise ValueError("of a traceback")
    except ValueError:
        structlog.get_logger("test").exception("said to nobody")
        logging.getLogger("library").exception("said to nobody")
    assert logs.lost > 300
    monkeypatch.undo()
    with contextlib.suppress(OSError):
        stream.close()


@FORMATS
def test_whoever_reads_and_stands_still_holds_up_nothing(
    monkeypatch: pytest.MonkeyPatch, log_format: Format
) -> None:
    read, write = os.pipe()
    stream = os.fdopen(write, "w", buffering=1)
    monkeypatch.setattr(sys, "stderr", stream)
    logs = set_up_logs(log_format)
    for number in range(300):
        structlog.get_logger("test").error("said to nobody", number=number, words="слово" * 500)
    assert logs.lost > 200
    lost = logs.lost
    while len(os.read(read, 65_536)) == 65_536:
        pass
    structlog.get_logger("test").error("heard again")
    assert "heard again" in os.read(read, 65_536).decode() and logs.lost == lost
    monkeypatch.undo()
    os.close(read)
    stream.close()


class Untold:
    """What cannot be told."""

    def __repr__(self) -> str:
        raise RuntimeError("not to be told")


@FORMATS
def test_what_cannot_be_told_is_named(monkeypatch: pytest.MonkeyPatch, log_format: Format) -> None:
    stream = StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    set_up_logs(log_format)
    root = logging.getLogger()
    root.handlers[:] = root.handlers[-1:]  # pytest's own would raise
    structlog.get_logger("test").error("strange", value=Untold())
    structlog.get_logger("test").error("half a pair", value="\ud800")
    lacking = "%d of %s"
    logging.getLogger("library").error(lacking, "many")
    told = stream.getvalue()
    assert "strange" in told and "half a pair" in told and "%d of %s" in told


def test_libraries_are_told_as_we_are(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    set_up_logs("json")
    set_up_logs("json")  # again: each line once
    logging.getLogger("library").warning("of %d", 7)
    (line,) = stream.getvalue().splitlines()
    told = json.loads(line)
    assert (told["event"], told["level"], told["library"]) == ("of 7", "warning", "library")


# Of a request that is none; the library quotes the line that it could not read.
NO_HTTP = [
    b"GET / HTTP/1.1\r\nCookie: session=OF-SOMEBODY\x00\r\nHost: a\r\n\r\n",
    b"GET / HTTP/1.1\r\nX-Telegram-Bot-Api-Secret-Token OF-SOMEBODY\r\n\r\n",
    b"GET /?key=OF-SOMEBODY HTTP/1.1\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: OF-SOMEBODY\r\n\r\n",
    bytes(range(256)),
]


@FORMATS
async def test_what_is_no_http_is_a_line_without_its_words(
    monkeypatch: pytest.MonkeyPatch, log_format: Format
) -> None:
    """Anybody may send it to the page, the webhook and the metrics: no error to wake somebody for."""
    stream = StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    set_up_logs(log_format)
    address = f"127.0.0.1:{free_port()}"
    runner = web.AppRunner(web.Application(), access_log=None)
    await listen(runner, address)
    for sent in NO_HTTP:
        reader, writer = await asyncio.open_connection(*address.split(":"))
        writer.write(sent)
        assert b"400" in (await reader.read(100)).splitlines()[0]
        writer.close()
    await runner.cleanup()
    said = stream.getvalue()
    assert said.count("no HTTP") >= len(NO_HTTP) - 1 and len(said.splitlines()) <= len(NO_HTTP), said
    assert "OF-SOMEBODY" not in said and "Traceback" not in said and "error" not in said, said
