"""Several offices of one process, each under its own path or host; on either engine; links to them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp.test_utils import unused_port

from bot.commands.wording import page_clashes
from bot.commands.words import command_texts
from bot.page.server import PageServer
from bot.page.visit import COOKIE
from bot.runtime import Runtime
from bot.sandbox.run import SandboxOptions, sandbox_settings
from bot.settings import Settings, settings_of_folder
from domain.office.profile import OfficeProfile
from tests.conftest import SetClock
from tests.page.conftest import SEAT, Browser, Pages, made, served
from tests.templates import Templates


@asynccontextmanager
async def together(
    folder: Path, templates: Templates, profile: OfficeProfile, clock: SetClock, *urls: str
) -> AsyncIterator[tuple[str, list[Pages]]]:
    """Offices of one process at these addresses, `{port}` in them the one that it listens on."""
    port, runtimes = unused_port(), dict[str, Runtime]()
    for number, url in enumerate(urls):
        address = await templates.copy(None, "page", made, folder / f"{number}.db")
        options = SandboxOptions(port, Path(), clock.moment, address)
        settings = sandbox_settings(options, f"http://127.0.0.1:{port}")
        own = {"public_url": url.format(port=port)}
        runtimes[str(number)] = Runtime.of(settings.model_copy(update=own), profile, clock)
    server = PageServer(f"127.0.0.1:{port}", lambda: runtimes)
    await server.start()
    try:
        pages = [Pages(runtime, clock, runtime.settings.page_url) for runtime in runtimes.values()]
        yield f"http://127.0.0.1:{port}", pages
    finally:
        await server.stop()
        for runtime in runtimes.values():
            await runtime.close()


async def test_each_office_has_its_own_path(
    tmp_path: Path, templates: Templates, profile: OfficeProfile, clock: SetClock
) -> None:
    urls = ("http://127.0.0.1:{port}/one", "http://127.0.0.1:{port}/two")
    async with (
        together(tmp_path, templates, profile, clock, *urls) as (machine, (one, two)),
        await one.came_in(SEAT[1]) as head,
    ):
        assert (await head.get("/roster")).status == 200
        async with head.http.get(f"{two.url}/roster") as reply:
            assert reply.status == 401
        cookies = {one.key: one.value for one in head.http.cookie_jar}
        async with head.http.get(f"{two.url}/roster", cookies=cookies) as reply:
            assert reply.status == 401
        async with head.http.get(f"{machine}/three/") as reply:
            assert reply.status == 404


async def test_each_office_has_its_own_host(
    tmp_path: Path, templates: Templates, profile: OfficeProfile, clock: SetClock
) -> None:
    urls = ("https://one.example", "https://two.example", "https://three.example/office")
    async with together(tmp_path, templates, profile, clock, *urls) as (machine, offices):
        one, two, three = offices
        link = (await one.link(SEAT[1])).removeprefix(one.url)
        one.url = two.url = three.url = machine
        async with Browser(one) as head:

            async def asked(host: str, path: str, **options: Any) -> tuple[int, str]:
                given: dict[str, Any] = {
                    "headers": {"Host": host, "Origin": f"https://{host}"},
                    "allow_redirects": False,
                }
                async with head.http.request(url=machine + path, **given, **options) as reply:
                    return reply.status, reply.headers.get("Set-Cookie", "")

            # The link of one office is nothing to the other; what it gives is for its own host alone.
            assert (await asked("two.example", link, method="POST"))[0] == 404
            status, cookie = await asked("one.example", link, method="POST")
            assert status == 303
            assert "Path=/;" in cookie and "Domain" not in cookie and "Secure" in cookie
            token = cookie.partition("=")[2].partition(";")[0]
            head.http.cookie_jar.clear()
            for host, path, status in (
                ("one.example", "/roster", 200),
                ("two.example", "/roster", 401),
                ("three.example", "/office/roster", 401),
                ("three.example", "/roster", 404),
                # Nobody said whose page it is.
                ("four.example", "/roster", 421),
                (machine.removeprefix("http://"), "/roster", 421),
            ):
                found, _ = await asked(host, path, method="GET", cookies={COOKIE: token})
                assert found == status, (host, path)
            # A form of one host is not taken by another.
            crossed = {"Host": "one.example", "Origin": "https://two.example"}
            async with head.http.post(f"{machine}/leave", headers=crossed) as reply:
                assert reply.status == 403


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


def test_each_office_of_a_folder_has_a_part_of_the_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the address that they share; one that its own file names is its own."""
    monkeypatch.setenv("BOT_PAGE", "127.0.0.1:8082")
    for name in ("one", "второй"):
        (tmp_path / f"{name}.toml").touch()
    assert settings_of_folder(tmp_path)["one"].invitations_url == ""
    monkeypatch.setenv("BOT_PUBLIC_URL", "https://office.example")
    found = settings_of_folder(tmp_path)
    assert found["one"].page_url == "https://office.example/one"
    assert found["второй"].page_url == "https://office.example/%D0%B2%D1%82%D0%BE%D1%80%D0%BE%D0%B9"
    assert found["one"].invitations_url == "https://office.example/one/i"
    (tmp_path / "one.env").write_text("BOT_PUBLIC_URL=https://one.example\n")
    found = settings_of_folder(tmp_path)
    assert found["one"].page_url == "https://one.example"
    assert found["one"].invitations_url == "https://one.example/i"


@pytest.mark.parametrize(
    ("first", "second", "clash"),
    [
        ("https://one.example", "https://two.example", False),
        ("https://office.example/one", "https://office.example/oneself", False),
        ("https://office.example", "https://OFFICE.example:443/", True),
        ("https://office.example", "https://office.example/two", True),
    ],
)
def test_addresses_of_two_offices_are_told_apart(first: str, second: str, clash: bool) -> None:
    """One inside the other would be given the other's requests and cookies."""
    settings = {
        name: Settings(page="127.0.0.1:8082", public_url=url) for name, url in (("a", first), ("b", second))
    }
    said = page_clashes(settings, command_texts())
    assert bool(said) is clash
    assert all("«a»" in one and "«b»" in one for one in said)


async def test_an_address_of_russian_letters(
    tmp_path: Path, templates: Templates, profile: OfficeProfile, clock: SetClock
) -> None:
    """A path is sent as a browser writes it; the cookie and where one is sent on to are of ASCII."""
    address = await templates.copy(None, "page", made, tmp_path / "office.db")
    here = f"127.0.0.1:{unused_port()}"
    async with (
        served(address, profile, clock, page=here, public_url=f"http://{here}/офис") as pages,
        aiohttp.ClientSession() as head,
    ):
        way, form = await pages.link(SEAT[1]), {"Origin": f"http://{here}"}
        assert "/%D0%BE%D1%84%D0%B8%D1%81/enter/" in way
        async with head.post(way, headers=form, allow_redirects=False) as reply:
            cookie = reply.headers["Set-Cookie"]
            assert "Path=/%D0%BE%D1%84%D0%B8%D1%81/" in cookie
            assert reply.headers["Location"].isascii()
        async with head.get(f"{pages.url}/roster", headers={"Cookie": cookie.partition(";")[0]}) as reply:
            assert reply.status == 200
            assert 'aria-current="page"' in await reply.text()
