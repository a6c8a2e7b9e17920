"""Several offices of one process, each under its own path; on either engine; links to where they stand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import unused_port

from bot.page.server import PageServer
from bot.runtime import Runtime
from bot.sandbox.run import SandboxOptions, sandbox_settings
from bot.settings import Settings, settings_of_folder
from domain.office.profile import OfficeProfile
from tests.conftest import SetClock
from tests.page.conftest import SEAT, Browser, Pages, made, served
from tests.templates import Templates


async def test_each_office_has_its_own_path(
    tmp_path: Path, templates: Templates, profile: OfficeProfile, clock: SetClock
) -> None:
    port, runtimes = unused_port(), dict[str, Runtime]()
    for name in ("one", "two"):
        address = await templates.copy(None, "page", made, tmp_path / f"{name}.db")
        options = SandboxOptions(port, Path(), clock.moment, address)
        settings = sandbox_settings(options, f"http://127.0.0.1:{port}")
        url = {"public_url": f"http://127.0.0.1:{port}/{name}"}
        runtimes[name] = Runtime.of(settings.model_copy(update=url), profile, clock)
    server = PageServer(f"127.0.0.1:{port}", lambda: runtimes)
    await server.start()
    one, two = (Pages(runtime, clock, runtime.settings.page_url) for runtime in runtimes.values())
    async with await one.came_in(SEAT[1]) as head:
        assert (await head.get("/roster")).status == 200
        async with head.http.get(f"{two.url}/roster") as reply:
            assert reply.status == 401
        cookies = {one.key: one.value for one in head.http.cookie_jar}
        async with head.http.get(f"{two.url}/roster", cookies=cookies) as reply:
            assert reply.status == 401
        async with head.http.get(f"http://127.0.0.1:{port}/three/") as reply:
            assert reply.status == 404
    await server.stop()
    for runtime in runtimes.values():
        await runtime.close()


async def test_on_either_engine(
    server: str | None, tmp_path: Path, templates: Templates, profile: OfficeProfile, clock: SetClock
) -> None:
    address = await templates.copy(server, "page", made, tmp_path / "office.db")
    async with served(address, profile, clock) as pages, await pages.came_in(SEAT[1]) as head:
        first = await head.get("/messages?sorting=-term")
        onward = first.html.partition('rel="next" href="')[2].partition('"')[0].replace("&amp;", "&")
        assert (await head.get(onward.removeprefix("/office"))).status == 200
        for way in ("/messages?words=дорога", "/files", "/figures", "/meetings", "/tasks", "/journal"):
            assert (await head.get(way)).status == 200, way
        async with pages.runtime.database.write() as uow:
            await uow.roster.unbind(SEAT[1])
        assert (await head.get("/roster")).status == 401


async def test_by_https_the_cookie_is_for_https_alone(
    tmp_path: Path, templates: Templates, profile: OfficeProfile, clock: SetClock
) -> None:
    address = await templates.copy(None, "page", made, tmp_path / "office.db")
    async with served(address, profile, clock, public_url="https://office.example/mcu") as pages:
        link = (await pages.link(SEAT[1])).removeprefix(pages.url)
        pages.url = f"http://{pages.runtime.settings.page}/mcu"
        async with Browser(pages) as head:
            form: dict[str, Any] = {"headers": {"Origin": "https://office.example"}, "allow_redirects": False}
            async with head.http.post(f"{pages.url}{link}", **form) as reply:
                said = reply.headers["Set-Cookie"]
                assert "Secure" in said
                assert "Path=/mcu/" in said
                assert "max-age" in reply.headers["Strict-Transport-Security"]


@pytest.mark.parametrize(
    "said", ["https://Офис.example.ru", "https://XN--H1ALKK.example.ru:443/", "https://xn--h1alkk.example.ru"]
)
async def test_an_address_is_known_however_it_is_written(
    tmp_path: Path, templates: Templates, profile: OfficeProfile, clock: SetClock, said: str
) -> None:
    """A browser writes a name in its own way: the page refused every visit to «офис.example.ru»."""
    address = await templates.copy(None, "page", made, tmp_path / "office.db")
    async with served(address, profile, clock, public_url=said) as pages:
        assert pages.url == "https://xn--h1alkk.example.ru"
        pages.url = f"http://{pages.runtime.settings.page}"
        async with Browser(pages) as anybody:
            for host in ("xn--h1alkk.example.ru", "XN--h1alkk.example.ru"):
                assert (await anybody.get("/v", headers={"Host": host})).status == 200
            assert (await anybody.get("/v", headers={"Host": "example.ru"})).status == 421


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("http://[::1]:8082/x/", "http://[::1]:8082/x"),
        ("http://office.example:80", "http://office.example"),
        ("https://office.example:8443/a", "https://office.example:8443/a"),
        ("nonsense", "nonsense"),
        ("https://a..b/", "https://a..b"),
        ("https://office.example:port/", "https://office.example:port"),
    ],
)
def test_addresses_are_said_as_browsers_say_them(said: str, known: str) -> None:
    assert Settings(page="127.0.0.1:8082", public_url=said).page_url == known


def test_each_office_of_a_folder_has_a_part_of_the_address(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.toml").touch()
        (tmp_path / f"{name}.env").write_text(
            "BOT_PAGE=127.0.0.1:8082\nBOT_PUBLIC_URL=https://office.example\n"
        )
    found = settings_of_folder(tmp_path)
    assert found["one"].page_url == "https://office.example/one"
    assert found["two"].page_url == "https://office.example/two"
    assert found["two"].invitations_url == "https://office.example/two/i"
    (tmp_path / "two.env").write_text("BOT_PAGE=127.0.0.1:8082\n")
    assert settings_of_folder(tmp_path)["two"].invitations_url == ""
