"""A database that is locked, full, away or has no room for one more connection: nothing lost, nothing twice.

The real thing each time: a lock held by another program, a disk filled to its last block, a server restarted.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path

import aiohttp
import asyncpg
import pytest

from bot.sandbox.run import SandboxOptions, running_sandbox
from bot.sandbox.server import Sandbox
from bot.storage.database import Database
from domain.profile import OfficeProfile
from tests.conftest import PostgresServer, SetClock, migrated, missing
from tests.faults.account import acts, settle_accounts
from tests.faults.day import MORNING
from tests.faults.people import Patient, open_a_vote
from tests.faults.witness import Witness
from tests.templates import Templates, drop_database, new_database, sqlite_address

AFTERNOON = MORNING.replace(hour=15, minute=0)
LOCK_SQLITE = (
    "import sqlite3, sys\n"
    "held = sqlite3.connect(sys.argv[1], timeout=20, isolation_level=None)\n"
    "held.execute('BEGIN IMMEDIATE')\n"
    "print('held', flush=True)\n"
    "sys.stdin.read()\n"
)


class Office:
    """An office in a sandbox: its people, and its database seen from behind."""

    def __init__(self, sandbox: Sandbox, people: Patient, profile: OfficeProfile) -> None:
        self.sandbox, self.people, self._profile = sandbox, people, profile
        self._witness = Witness(sandbox.world)

    def waiting(self) -> int:
        """Updates that the bot has not acknowledged."""
        return len(self.sandbox.world.updates.pending)

    async def everyone_votes(self) -> list[asyncio.Task[str]]:
        """Each of the nine taps once, and nobody waits for the others."""
        people = self.people
        return [asyncio.create_task(people.choose(one, "За", people.group)) for one in people.seat.values()]

    async def counted_once(self) -> None:
        """Nine votes on the card and in the log, each once; all that was due is there."""
        await self.people.sees(self.people.group, "За 9")
        await self.people.choose(self.people.seat[1], "Закрыть голосование")
        await self.people.sees(self.people.group, "Вопрос 1 · принято")
        await self.people.settle()
        database = Database(self.people.database, self._profile, SetClock(AFTERNOON))
        found = await acts(database)
        account = await settle_accounts(database, self.sandbox.world, self._witness)
        await database.close()
        assert [found["meeting-vote-cast", "meeting:1", seat] for seat in range(1, 10)] == [1] * 9
        # A tap may be too old to be answered by then: the effect stands, and the card shows it.
        violations = [one for one in account.violations if "query is too old" not in one]
        assert account.losses == account.mistakes == violations == []


@asynccontextmanager
async def living(folder: Path, profile: OfficeProfile, url: str = "") -> AsyncIterator[Office]:
    """An office for the length of the block; `url`: kept there instead of in a file in the folder."""
    options = SandboxOptions(0, folder / "office.db", MORNING, url, limits=False)
    async with running_sandbox(options) as sandbox, aiohttp.ClientSession() as session:
        people = Patient(session, sandbox.url)
        people.database = url or sqlite_address(options.database)
        await people.meet()
        yield Office(sandbox, people, profile)
    if url.startswith("postgresql"):
        await drop_database(url)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, of a size that can be filled."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=24m", "office", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        missing("the right to mount a disk")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(disk: Path) -> Path:
    """Fill the disk to its last byte; the file that does it."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as growing, suppress(OSError):
        while True:
            growing.write(b"\0" * 4096)
    return filler


def names(folder: Path) -> list[str]:
    """What is in a folder."""
    return [path.name for path in folder.iterdir()]


@pytest.fixture
def server(own_postgres: PostgresServer | None) -> PostgresServer:
    """The PostgreSQL server, to be treated badly."""
    if own_postgres is None:
        missing("PostgreSQL")
    assert own_postgres is not None
    return own_postgres


async def test_a_lock_that_outlasts_the_patience_of_sqlite(tmp_path: Path, profile: OfficeProfile) -> None:
    async with living(tmp_path, profile) as office:
        await open_a_vote(office.people, AFTERNOON)
        await office.people.settle()
        holder = await asyncio.create_subprocess_exec(
            sys.executable, "-c", LOCK_SQLITE, str(tmp_path / "office.db"),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        assert holder.stdin is not None and holder.stdout is not None
        await holder.stdout.readline()
        votes = await office.everyone_votes()
        await asyncio.sleep(18)  # the busy timeout is 15
        assert office.waiting() == 9
        assert "проголосовали 0" in await office.people.sees(office.people.group, "Вопрос 1")
        holder.stdin.close()
        await holder.wait()
        await asyncio.gather(*votes)
        await office.counted_once()


async def test_a_lock_that_outlasts_the_patience_of_postgresql(
    tmp_path: Path, profile: OfficeProfile, server: PostgresServer
) -> None:
    url = await new_database(server.url)
    holder = await asyncpg.connect(url.replace("+asyncpg", ""))
    await holder.execute(f"ALTER DATABASE {url.rpartition('/')[2]} SET lock_timeout = '1s'")
    async with living(tmp_path, profile, url) as office:
        await open_a_vote(office.people, AFTERNOON)
        await office.people.settle()
        held = holder.transaction()
        await held.start()
        await holder.execute("LOCK TABLE processed_updates")
        votes = await office.everyone_votes()
        await asyncio.sleep(4)
        assert office.waiting() == 9
        await held.rollback()
        await holder.close()
        await asyncio.gather(*votes)
        await office.counted_once()


async def test_a_full_disk(tmp_path: Path, disk: Path, profile: OfficeProfile) -> None:
    async with living(tmp_path, profile, sqlite_address(disk / "office.db")) as office:
        people = office.people
        await open_a_vote(people, AFTERNOON)
        await people.settle()
        with closing(sqlite3.connect(disk / "office.db")) as other:
            # Else there is room left in the log that was written ahead.
            other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        filler = await asyncio.to_thread(fill, disk)
        votes = await office.everyone_votes()
        await asyncio.sleep(3)
        assert office.waiting() > 0
        filler.unlink()
        await asyncio.gather(*votes)
        await office.counted_once()


async def test_files_that_find_no_room_leave_no_half(
    tmp_path: Path, disk: Path, templates: Templates
) -> None:
    url = await templates.copy(None, "migrated", migrated, tmp_path / "office.db")
    filler = await asyncio.to_thread(fill, disk)
    os.truncate(filler, filler.stat().st_size - 3 * 4096)  # room for a half and not for the whole
    for words in (("backup", disk / "copy.db"), ("export", "2026-W47", "--to", disk)):
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", *map(str, words),
            env={**os.environ, "BOT_DATABASE_URL": url}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        said, _ = await process.communicate()
        assert process.returncode == 1 and str(disk) in said.decode()
        assert "Traceback" not in said.decode()
        assert names(disk) == ["filler"]


@pytest.mark.parametrize("how", ["fast", "immediate"])
async def test_postgresql_restarted_while_votes_come_in(
    tmp_path: Path, profile: OfficeProfile, server: PostgresServer, how: str
) -> None:
    async with living(tmp_path, profile, await new_database(server.url)) as office:
        await open_a_vote(office.people, AFTERNOON)
        await office.people.settle()
        votes = await office.everyone_votes()
        await asyncio.sleep(0.03)
        await asyncio.to_thread(server.control, "restart", "-m", how)
        await asyncio.gather(*votes)
        await office.counted_once()


async def test_no_connection_left_for_the_office(
    tmp_path: Path, profile: OfficeProfile, server: PostgresServer
) -> None:
    url = await new_database(server.url)
    async with living(tmp_path, profile, url) as office:
        await open_a_vote(office.people, AFTERNOON)
        await office.people.settle()
        address = url.replace("+asyncpg", "")
        others = [await asyncpg.connect(address)]
        await others[0].execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        with suppress(asyncpg.TooManyConnectionsError):
            while True:
                others.append(await asyncpg.connect(address))
        votes = await office.everyone_votes()
        await asyncio.sleep(4)
        assert office.waiting() == 9
        for one in others:
            await one.close()
        await asyncio.gather(*votes)
        await office.counted_once()
