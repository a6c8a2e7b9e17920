"""`make screenshots`: the pictures in `docs/`, made from a played day in Debian's Chromium."""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

import aiohttp

from bot.profiles import load_profile
from bot.sandbox.people import GROUP_ID
from bot.sandbox.play import People
from bot.sandbox.run import SandboxOptions, running_sandbox
from bot.sandbox.server import OFFICE_PAGE, Sandbox
from domain.people.invitation import new_token, token_hash
from tests.browser import browsing

_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--virtual-time-budget=4000",
)


class Camera:
    """Takes pictures of the chat page."""

    def __init__(self, base: str, folder: Path) -> None:
        program = shutil.which("chromium") or shutil.which("chromium-browser")
        if program is None:
            sys.exit("Chromium is missing: apt-get install chromium")
        self._program = program
        self._base = base
        self._folder = folder

    async def take(self, name: str, person: int, chat: int, size: str = "1280,900") -> None:
        """Save the page as this person sees this chat."""
        with tempfile.TemporaryDirectory() as profile:
            process = await asyncio.create_subprocess_exec(
                self._program,
                *_FLAGS,
                f"--user-data-dir={profile}",
                f"--window-size={size}",
                f"--screenshot={self._folder / name}.png",
                f"{self._base}/#person={person}&chat={chat}",
                stdout=asyncio.subprocess.DEVNULL,
                stderr=asyncio.subprocess.DEVNULL,
            )
            await asyncio.wait_for(process.wait(), 60)
        print(self._folder / f"{name}.png")


async def main(folder: Path) -> None:
    """Play a day and stop for a picture where something is to be seen."""
    profile = load_profile()
    now = datetime(2026, 11, 24, 8, 25, tzinfo=profile.time_zone)
    with tempfile.TemporaryDirectory() as place:
        options = SandboxOptions(0, Path(place) / "office.db", now, limits=False)
        async with running_sandbox(options) as sandbox, aiohttp.ClientSession() as session:
            people, camera = People(session, sandbox.url), Camera(sandbox.url, folder)
            await _page(people, sandbox, folder)
            await _day(people, camera, await people.seats(), now)
            await _protocol(people, folder)


async def _page(people: People, sandbox: Sandbox, folder: Path) -> None:
    """The office's own page, as an officer sees it in the morning."""
    assert sandbox.office is not None  # it runs
    database, url, token = sandbox.office.database, f"{sandbox.url}{OFFICE_PAGE}", new_token()
    async with database.write() as uow:
        await uow.entries.begin(token_hash(token), (await people.seats())[1])
    with tempfile.TemporaryDirectory() as place:
        async with browsing(Path(place)) as page:
            await page.look(1280, 800)
            await page.come_in(url, token)
            for name, way in (("messages", "/messages"), ("figures", "/figures?period=2026-11")):
                await page.visit(f"{url}{way}")
                (folder / f"page-{name}.png").write_bytes(await page.picture())
                print(folder / f"page-{name}.png")
            await page.look(390, 844, dark=True)
            await page.visit(f"{url}/messages?section=overdue")
            (folder / "page-phone.png").write_bytes(await page.picture())


async def _day(people: People, camera: Camera, seats: dict[int, int], now: datetime) -> None:
    head, block_head = seats[1], seats[4]
    await people.say(block_head, "/start")
    await camera.take("start", block_head, block_head)
    await people.move_clock(now + timedelta(minutes=5))
    await camera.take("digest", block_head, block_head)
    await people.press(block_head, "1")
    await camera.take("message", block_head, block_head)
    await people.say(head, "/convene")
    await camera.take("convene", head, head)
    await people.press(head, "Отмена")
    await people.say(
        head,
        f"/convene {now:%d.%m.%Y} 15:00 каб. 12\n"
        "1. Уборка снега во дворах | место 4 | Усилить контроль подрядчика\n"
        "2. Ответы на обращения: итоги октября | место 8 | Отвечать за два дня до срока",
    )
    await people.press(head, "Разослать")
    for seat in (2, 3, 4, 8):
        await people.press(seats[seat], "Буду")
    await people.move_clock(now.replace(hour=15, minute=0))
    for seat in (1, 2, 4, 8):
        await people.press(seats[seat], "Присутствую", GROUP_ID)
    await camera.take("panel", head, head)
    for seat in (3, 5):
        await people.press(seats[seat], "Присутствую", GROUP_ID)
    await people.press(head, "Открыть заседание")
    await people.press(head, "На голосование")
    for seat, word in {2: "За", 4: "За", 3: "Против", 5: "Воздержался"}.items():
        await people.press(seats[seat], word, GROUP_ID)
    await camera.take("vote", seats[2], GROUP_ID)
    await camera.take("vote-phone", seats[8], seats[8], size="500,900")
    for seat, word in {1: "За", 8: "Против"}.items():
        await people.press(seats[seat], word, GROUP_ID)
    await people.press(head, "Закрыть голосование")
    await people.press(head, "На голосование")
    for seat in (1, 2, 3, 4, 5, 8):
        await people.press(seats[seat], "За", GROUP_ID)
    await people.press(head, "Закрыть голосование")
    await camera.take("result", seats[2], GROUP_ID)
    await people.press(head, "Закрыть заседание")
    await people.press(head, "Подписать")
    await camera.take("protocol-chat", head, head)


async def _protocol(people: People, folder: Path) -> None:
    """The signed protocol's first page, as a picture."""
    program = shutil.which("pdftoppm")
    if program is None:
        sys.exit("pdftoppm is missing: apt-get install poppler-utils")
    seats = await people.seats()
    pdf = (await people.files(seats[2], 0))["Протокол № 1 от 25.11.2026.pdf"]
    with tempfile.TemporaryDirectory() as place:
        source = Path(place) / "protocol.pdf"
        source.write_bytes(pdf)
        target = folder / "protocol"
        process = await asyncio.create_subprocess_exec(
            program, "-png", "-r", "80", "-f", "1", "-l", "1", "-singlefile", str(source), str(target)
        )
        await process.wait()
    print(f"{target}.png")


if __name__ == "__main__":
    Path(sys.argv[1]).mkdir(parents=True, exist_ok=True)
    asyncio.run(main(Path(sys.argv[1])))
