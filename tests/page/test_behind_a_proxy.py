"""The page behind the samples for nginx and Caddy as they are shipped, with a certificate of one's own."""

from __future__ import annotations

import re
import ssl
from dataclasses import replace
from pathlib import Path

import aiohttp
import pytest

from bot.page.attempts import MOST
from domain.imports.steps import LARGEST
from domain.office.profile import OfficeProfile
from tests.conftest import SetClock
from tests.e2e.updates.test_behind_a_proxy import KINDS, required, running, self_signed
from tests.faults.replicas import free_port
from tests.page.conftest import SEAT, made, served
from tests.templates import Templates


@pytest.mark.long
@pytest.mark.parametrize("name", KINDS)
async def test_the_page_through_tls(
    tmp_path: Path, templates: Templates, profile: OfficeProfile, clock: SetClock, name: str
) -> None:
    required(name)
    certificate, port, page = self_signed(tmp_path), free_port(), f"127.0.0.1:{free_port()}"
    kind = replace(KINDS[name], changes={**KINDS[name].changes, "127.0.0.1:8082": page})
    address = await templates.copy(None, "page", made, tmp_path / "office.db")
    given = {"page": page, "public_url": f"https://localhost:{port}"}
    trusted = aiohttp.TCPConnector(ssl=ssl.create_default_context(cafile=str(certificate)))
    async with (
        running(kind, tmp_path, port, "127.0.0.1:1") as plain,
        served(address, profile, clock, **given) as pages,
        aiohttp.ClientSession(pages.url, connector=trusted, headers={"Origin": pages.url}) as http,
    ):
        entered = await http.post(await pages.link(SEAT[8]), data={"to": "/files"}, allow_redirects=False)
        assert entered.headers["Location"] == "/files"
        assert "; Secure" in entered.headers["Set-Cookie"]
        shown = await http.get("/files")
        assert shown.headers["Strict-Transport-Security"]
        mark = re.search(r'name="_form" value="(\w+)"', await shown.text())
        assert mark is not None
        for size, status in ((LARGEST, 303), (LARGEST + 2 * 1024 * 1024, 413)):
            form = aiohttp.FormData({"_form": mark[1]})
            form.add_field("file", bytes(size), filename="table.csv")
            assert (await http.post("/files", data=form, allow_redirects=False)).status == status
        if plain:  # Caddy leads from port 80 by itself
            led = await http.get(f"{plain}/v/1?a=b", headers={"Host": "localhost"}, allow_redirects=False)
            assert (led.status, led.headers["Location"]) == (301, "https://localhost/v/1?a=b")
        # Whoever guesses names no other address than their own.
        http.cookie_jar.clear()
        for guess in range(MOST + 1):
            forged = {"X-Forwarded-For": f"203.0.113.{guess}"}
            answer = await http.get(f"/v/{'0' * 32}", headers=forged)
        assert answer.status == 429
