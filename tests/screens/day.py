"""Pictures of a played day for the guides: chats on a desk and a phone, the office's own page, a protocol."""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

import aiohttp

from bot.profiles import load_profile
from bot.sandbox.exports import made_up_exports
from bot.sandbox.people import GROUP_ID
from bot.sandbox.play import People
from bot.sandbox.run import SandboxOptions, running_sandbox
from bot.sandbox.server import OFFICE_PAGE, Sandbox
from domain.people.invitation import new_token, token_hash
from tests.browser import Page
from tests.screens.pictures import take

DESK, PHONE = (1280, 800), (390, 844)
# Names of the pictures, which the guides rely on.
NAMES = (
    "convene", "digest", "evening", "import", "message", "notice", "page-figures", "page-messages",
    "page-phone", "panel", "protocol", "protocol-chat", "receipt", "result", "start", "tour", "vote",
    "vote-phone",
)  # fmt: skip


class Camera:
    """Takes pictures of the chat page."""

    def __init__(self, page: Page, base: str, folder: Path) -> None:
        self._page, self._base, self._folder = page, base, folder

    async def take(self, name: str, *chats: tuple[int, int], size: tuple[int, int] = PHONE) -> None:
        """Save the page as these people see these chats."""
        said = "&".join(f"person={person}&chat={chat}" for person, chat in chats)
        await self._page.look(*size)
        await self._page.visit(f"{self._base}/api/clock")
        await self._page.value("sessionStorage.clear()")  # nobody has looked before
        await self._page.visit(f"{self._base}/?{name}#{said}")
        await self._page.until(f"document.querySelectorAll('.column').length === {len(chats)}")
        await self._page.until("!!document.querySelector('.message')")
        await self.save(name, size)

    async def save(self, name: str, size: tuple[int, int]) -> None:
        """Save what is shown now."""
        await take(self._page, *size, self._folder / f"{name}.png")


async def take_day(page: Page, folder: Path) -> None:
    """Play a first evening and a day, and stop for a picture where something is to be seen."""
    now = datetime(2026, 11, 24, 8, 25, tzinfo=load_profile().time_zone)
    for empty, deed in ((True, _evening), (False, _day)):
        with tempfile.TemporaryDirectory() as place:
            options = SandboxOptions(0, Path(place) / "office.db", now, empty=empty, limits=False)
            async with running_sandbox(options) as sandbox, aiohttp.ClientSession() as session:
                camera = Camera(page, sandbox.url, folder)
                await deed(People(session, sandbox.url), camera, now)
                if not empty:
                    await _page(page, People(session, sandbox.url), sandbox, folder)
                    await _protocol(People(session, sandbox.url), folder)


async def _evening(people: People, camera: Camera, now: datetime) -> None:
    everybody = await people.call("GET", "/api/people")
    admin = next(one["id"] for one in everybody if one["role"] == "admin")
    await people.say(admin, "/invite")
    await camera.take("evening", (admin, admin))


async def _day(people: People, camera: Camera, now: datetime) -> None:
    profile, seats = load_profile(), await people.seats()
    head, block_head = seats[1], seats[4]
    unit = next(one for one in profile.units if one.block == profile.seat(4).block).title
    export = made_up_exports(now, profile)["pos"]
    await people.send_file(seats[8], export.file_name, export.content)
    await camera.take("import", (seats[8], seats[8]))
    await people.press(seats[8], "Отмена")
    await people.say(block_head, "/start")
    await camera.take("start", (block_head, block_head))
    await people.move_clock(now + timedelta(minutes=5))
    await camera.take("digest", (block_head, block_head))
    await people.press(block_head, "1")
    await camera.take("message", (block_head, block_head))
    await people.say(head, "/convene")
    await camera.take("convene", (head, head))
    await people.press(head, "Отмена")
    await people.say(
        head,
        f"/convene {now:%d.%m.%Y} 15:00 каб. 12\n"
        f"1. Уборка снега во дворах | место 4 | Усилить контроль подрядчика | {unit}\n"
        "2. Ответы на обращения: итоги октября | место 8 | Отвечать за два дня до срока",
    )
    await people.press(head, "Разослать")
    await camera.take("notice", (seats[3], seats[3]))
    for seat in (2, 3, 4, 8):
        await people.press(seats[seat], "Буду")
    await people.move_clock(now.replace(hour=15, minute=0))
    for seat in (1, 2, 4, 8):
        await people.press(seats[seat], "Присутствую", GROUP_ID)
    await camera.take("panel", (head, head))
    for seat in (3, 5):
        await people.press(seats[seat], "Присутствую", GROUP_ID)
    await people.press(head, "Открыть заседание")
    await people.press(head, "На голосование")
    for seat, word in {2: "За", 4: "За", 3: "Против", 5: "Воздержался"}.items():
        await people.press(seats[seat], word, GROUP_ID)
    await camera.take("vote", (head, head), (seats[2], seats[2]), (seats[3], GROUP_ID), size=DESK)
    await camera.take("vote-phone", (seats[8], seats[8]))
    for seat, word in {1: "За", 8: "За"}.items():
        await people.press(seats[seat], word, GROUP_ID)
    await people.press(head, "Закрыть голосование")
    await people.press(head, "На голосование")
    for seat in (1, 2, 3, 4, 5, 8):
        await people.press(seats[seat], "За", GROUP_ID)
    await people.press(head, "Закрыть голосование")
    await camera.take("result", (seats[2], GROUP_ID))
    await people.press(head, "Закрыть заседание")
    await people.press(head, "Подписать")
    await camera.take("protocol-chat", (seats[2], seats[2]))
    contact = next(one["id"] for one in await people.call("GET", "/api/people") if one["role"] == "unit")
    await camera.take("receipt", (contact, contact))


async def _page(page: Page, people: People, sandbox: Sandbox, folder: Path) -> None:
    """The office's own page, as a member sees it; and the chat page with its tour."""
    assert sandbox.office is not None  # it runs
    database, url, token = sandbox.office.database, f"{sandbox.url}{OFFICE_PAGE}", new_token()
    async with database.write() as uow:
        await uow.entries.begin(token_hash(token), (await people.seats())[1])
    await page.look(*DESK)
    await page.come_in(url, token)
    for name, way in (("messages", "/messages"), ("figures", "/figures?period=2026-11")):
        await page.visit(f"{url}{way}")
        await take(page, *DESK, folder / f"page-{name}.png")
    await page.look(*PHONE, dark=True)
    await page.visit(f"{url}/messages?section=overdue")
    await take(page, *PHONE, folder / "page-phone.png")
    await page.look(*DESK)
    await page.visit(f"{sandbox.url}/")
    await page.click("#open-tour")
    await page.until("!!document.querySelector('#tour h2')")
    await take(page, *DESK, folder / "tour.png")


async def _protocol(people: People, folder: Path) -> None:
    """The signed protocol's first page, as a picture."""
    program = shutil.which("pdftoppm")
    if program is None:
        sys.exit("pdftoppm is missing: apt-get install poppler-utils")
    files = await people.files((await people.seats())[2], 0)
    pdf = next(
        content for name, content in files.items() if name.startswith("Протокол") and name.endswith(".pdf")
    )
    with tempfile.TemporaryDirectory() as place:
        source, target = Path(place) / "protocol.pdf", folder / "protocol"
        source.write_bytes(pdf)
        sheet = ("-png", "-r", "80", "-f", "1", "-l", "1", "-singlefile")
        process = await asyncio.create_subprocess_exec(program, *sheet, str(source), str(target))
        await process.wait()
