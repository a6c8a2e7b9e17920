"""Memory of a process after a tenth of many updates and after all: commands, words and taps of everybody.

`MEMORY_UPDATES` sets how many.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path

from aiogram.types import Update
from sqlalchemy.engine import make_url

from bot.sandbox.people import PEOPLE
from bot.sandbox.seed import seed
from bot.storage.migrating import migrate
from bot.watching.logs import set_up_logs
from handlers import CONVERSATIONS
from tests.benchmarks.offices import lay_out, memory, serving
from tests.benchmarks.silent_messenger import silent_messenger
from tests.benchmarks.table import Line

UPDATES = int(os.environ.get("MEMORY_UPDATES", "10000"))
_SAID = (
    "/start",
    "/digest",
    "/messages",
    "/meeting",
    "/tasks",
    "/help",
    "/roster",
    "Снег во дворах",
    "/verify 12",
)
_AT_ONCE = 100


async def run() -> list[Line]:
    """The office in a process of its own: the messenger keeps what it is told, and is not to be measured."""
    with silent_messenger() as server, tempfile.TemporaryDirectory() as folder:
        migrated = Path(folder) / "migrated.db"
        await migrate(make_url(f"sqlite+aiosqlite:///{migrated}"))
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.benchmarks.memory", server, str(migrated)),
            stdout=asyncio.subprocess.PIPE,
        )
        said, _ = await process.communicate()
    early, late = (float(figure) for figure in said.split())
    return [Line(f"memory after {UPDATES:,} updates, against a tenth of them", late, "MB", early, "1.1")]


def _told() -> list[dict[str, object]]:
    """What everybody says and taps, one after another, again and again."""
    taps = sorted({f"{prefix}:{act}:1" for prefix, act in CONVERSATIONS.taps})
    everything = [("message", word) for word in _SAID] + [("tap", data) for data in taps]
    pairs = zip(cycle(everything), cycle(one.id for one in PEOPLE), strict=False)
    return [_update(number, *what, person) for number, (what, person) in enumerate(islice(pairs, UPDATES), 1)]


def _update(number: int, kind: str, said: str, person: int) -> dict[str, object]:
    who = {"id": person, "is_bot": False, "first_name": "Имя"}
    chat = {"id": person, "type": "private"}
    message = {"message_id": number, "date": 1_795_000_000, "chat": chat, "from": who, "text": said}
    if kind == "message":
        return {"update_id": number, "message": message}
    tap = {"id": str(number), "from": who, "chat_instance": "1", "message": message, "data": said[:64]}
    return {"update_id": number, "callback_query": tap}


async def _live(server: str, migrated: Path) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        lay_out(Path(name), 1, server, migrated)
        (Path(name) / "o0.env").open("a").write("\nBOT_LIMITS=false\n")
        async with serving(Path(name)) as offices:
            (office,) = offices
            await seed(office.runtime)
            early = 0.0
            for number, content in enumerate(_told(), 1):
                await office.feed.take(Update.model_validate(content, context={"bot": office.runtime.bot}))
                if number % _AT_ONCE == 0:
                    await office.settling.settle()
                if number == UPDATES // 10:
                    early = memory()
            print(early, memory())


if __name__ == "__main__":
    set_up_logs("console", quiet=True)
    asyncio.run(_live(sys.argv[1], Path(sys.argv[2])))
