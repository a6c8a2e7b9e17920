"""A database that is locked, full, away or has no room for one more connection: nothing lost, nothing twice.

The real thing each time: a lock held by another program, a disk filled to its last block, a server restarted.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, suppress
from datetime import timedelta
from pathlib import Path
from secrets import token_hex
from typing import Any

import asyncpg
import pytest
from sqlalchemy import event
from structlog.testing import capture_logs

from bot.clockwork.nightly import Nightly
from domain.office.profile import OfficeProfile
from tests.conftest import PostgresServer, migrated, missing
from tests.faults.day import MORNING
from tests.faults.offices import AFTERNOON, living, put_off
from tests.faults.people import open_a_vote
from tests.templates import Templates, new_database, sqlite_address

pytestmark = pytest.mark.long

# PostgreSQL, appendix A: no room on the disk, no memory, configuration limit, cancelled by the operator,
# shut down, connection failure, deadlock, cannot be serialised, lock not available, I/O error.
AILMENTS = ["53100", "53200", "53400", "57014", "57P01", "08006", "40P01", "40001", "55P03", "58030"]
# A sequence goes on where a transaction is rolled back: each ailment comes once.
_AIL = f"""
CREATE SEQUENCE ailments;
CREATE FUNCTION ail() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ailment text := ('{{{{{",".join(AILMENTS)}}}}}'::text[])[nextval('ailments')];
BEGIN
    IF ailment = '57P01' THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;
    IF ailment IS NOT NULL THEN RAISE EXCEPTION USING ERRCODE = ailment; END IF;
    RETURN NULL;
END $$;
CREATE {{}}TRIGGER ail AFTER INSERT ON audit {{}}FOR EACH ROW EXECUTE FUNCTION ail()
"""
AILING = {
    "in the middle": _AIL.format("", ""),
    "at the commit": _AIL.format("CONSTRAINT ", "DEFERRABLE INITIALLY DEFERRED "),
}
LOCK_SQLITE = (
    "import sqlite3, sys\n"
    "held = sqlite3.connect(sys.argv[1], timeout=20, isolation_level=None)\n"
    "held.execute('BEGIN IMMEDIATE')\n"
    "print('held', flush=True)\n"
    "sys.stdin.read()\n"
)


@pytest.fixture
def disk() -> Iterator[Path]:
    """A disk of its own, of a size that can be filled, where PostgreSQL finds its way as well."""
    folder = Path(tempfile.mkdtemp(prefix="disk-"))
    folder.chmod(0o755)
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=48m", "office", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        missing("the right to mount a disk")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)
    folder.rmdir()


@asynccontextmanager
async def tight_database(whole: PostgresServer, disk: Path) -> AsyncIterator[str]:
    """The address of a database that has this disk alone to grow on; its log has another."""
    space = disk / "space"
    space.mkdir()
    shutil.chown(space, "postgres")
    maintenance = await asyncpg.connect(f"{whole.url.replace('+asyncpg', '')}/postgres")
    await maintenance.execute(f"CREATE TABLESPACE tight LOCATION '{space}'")
    await maintenance.execute("CREATE DATABASE tight TABLESPACE tight")
    try:
        yield f"{whole.url}/tight"
    finally:
        await maintenance.execute("DROP DATABASE IF EXISTS tight WITH (FORCE)")
        await maintenance.execute("DROP TABLESPACE tight")
        await maintenance.close()


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
def whole_server(own_postgres: PostgresServer | None) -> PostgresServer:
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
    tmp_path: Path, profile: OfficeProfile, whole_server: PostgresServer
) -> None:
    url = await new_database(whole_server.url)
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


async def test_a_database_that_may_only_be_read(tmp_path: Path, profile: OfficeProfile) -> None:
    async with living(tmp_path, profile) as office:
        people = office.people
        await open_a_vote(people, AFTERNOON)
        await people.settle()
        engine = office.bot.runtime.database.engine

        def read_only(connection: Any, _: Any) -> None:
            connection.execute("PRAGMA query_only = ON")

        event.listen(engine.sync_engine, "connect", read_only)
        await engine.dispose()
        answers = await asyncio.gather(
            *(people.choose(people.seat[seat], "За", people.group) for seat in (3, 5, 7))
        )
        assert all("только для чтения" in answer for answer in answers), "not the first in line alone"
        await people.sees(people.people["admin"], "только для чтения: бот ничего не сможет записать")
        event.remove(engine.sync_engine, "connect", read_only)
        await engine.dispose()
        others = [one for seat, one in people.seat.items() if seat not in (3, 5, 7)]
        await asyncio.gather(*(people.choose(one, "За", people.group) for one in others))
        await people.sees(people.group, "За 9")


async def test_a_full_disk_under_postgresql(
    tmp_path: Path, disk: Path, profile: OfficeProfile, whole_server: PostgresServer
) -> None:
    async with tight_database(whole_server, disk) as url, living(tmp_path, profile, url) as office:
        people, everyone = office.people, office.people.seat.values()
        await open_a_vote(people, AFTERNOON)
        await people.settle()
        before = {one: await people.newest(one) for one in everyone}
        filler = await asyncio.to_thread(fill, disk)
        with capture_logs() as logs:
            votes = await office.everyone_votes()
            proposed = {one: [token_hex(200) for _ in range(3)] for one in everyone}
            for one, questions in proposed.items():
                for question in questions:  # too much for the pages that are there
                    await people.write(one, f"/propose {question}")
            await people.until("an update put off", lambda: put_off(logs))
            assert office.waiting() > 0
            filler.unlink()
            await asyncio.gather(*votes)
            for one, questions in proposed.items():
                await people.sees(one, questions[-1], before[one])
            await office.counted_once()  # what was sent and could not be noted comes again, marked
        assert [entry for entry in logs if entry["event"] == "update failed"] == []


@pytest.mark.parametrize("when", ["in the middle", "at the commit"])
async def test_whatever_ails_the_server_passes(
    tmp_path: Path, profile: OfficeProfile, whole_server: PostgresServer, when: str
) -> None:
    url = await new_database(whole_server.url)
    async with living(tmp_path, profile, url) as office:
        await open_a_vote(office.people, AFTERNOON)
        await office.people.settle()
        behind = await asyncpg.connect(url.replace("+asyncpg", ""))
        await behind.execute(AILING[when])
        with capture_logs() as logs:
            votes = await office.everyone_votes()
            await asyncio.gather(*votes)
            await office.counted_once()
        assert await behind.fetchval("SELECT last_value FROM ailments") >= len(AILMENTS)
        await behind.close()
        assert await put_off(logs)
        assert [entry for entry in logs if entry["event"] == "update failed"] == []


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


@pytest.mark.parametrize("server", ["sqlite", "postgresql"], indirect=True)
async def test_a_nightly_copy_that_finds_no_room_is_told_once_a_day_and_made_later(
    tmp_path: Path, disk: Path, profile: OfficeProfile, server: str | None
) -> None:
    url = await new_database(server) if server else ""
    async with living(tmp_path, profile, url, copies=disk / "copies") as office:
        people, admin = office.people, office.people.people["admin"]
        kept = names(disk / "copies")  # the bot made one when it started
        filler = await asyncio.to_thread(fill, disk)
        before = await people.newest(admin)
        for day in (1, 1, 2):
            await people.pass_time(MORNING + timedelta(days=day))
            await Nightly(office.bot.runtime).back_up()
            await people.settle()
            assert names(disk / "copies") == kept
            told = ["Ночная копия базы не сделана" in text for text in await people.read(admin, before)]
            assert told == [True] * day
        filler.unlink()
        await Nightly(office.bot.runtime).back_up()
        assert len(names(disk / "copies")) == len(kept) + 1


@pytest.mark.parametrize("room", [3, 400])  # blocks: for a half of the first copy, or of the second
async def test_a_restore_that_finds_no_room_changes_nothing(
    tmp_path: Path, disk: Path, templates: Templates, room: int
) -> None:
    url = await templates.copy(None, "migrated", migrated, disk / "office.db")
    copy, larger = tmp_path / "copy.db", b"x" * 4096 * 600
    shutil.copyfile(disk / "office.db", copy)
    with closing(sqlite3.connect(copy)) as other, other:
        other.execute("CREATE TABLE more (content BLOB)")
        other.execute("INSERT INTO more VALUES (?)", (larger,))
    before = (disk / "office.db").read_bytes()
    filler = await asyncio.to_thread(fill, disk)
    os.truncate(filler, filler.stat().st_size - room * 4096)
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "restore", str(copy),
        env={**os.environ, "BOT_DATABASE_URL": url}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    said, _ = await process.communicate()
    assert process.returncode == 1 and "Traceback" not in said.decode(), said.decode()
    assert (disk / "office.db").read_bytes() == before
    assert sorted(names(disk)) == ["filler", "office.db", "office.db.lock"]


@pytest.mark.parametrize("how", ["fast", "immediate"])
async def test_postgresql_restarted_while_votes_come_in(
    tmp_path: Path, profile: OfficeProfile, whole_server: PostgresServer, how: str
) -> None:
    async with living(tmp_path, profile, await new_database(whole_server.url)) as office:
        await open_a_vote(office.people, AFTERNOON)
        await office.people.settle()
        votes = await office.everyone_votes()
        await asyncio.sleep(0.03)
        await asyncio.to_thread(whole_server.control, "restart", "-m", how)
        await asyncio.gather(*votes)
        await office.counted_once()


async def test_no_connection_left_for_the_office(
    tmp_path: Path, profile: OfficeProfile, whole_server: PostgresServer
) -> None:
    url = await new_database(whole_server.url)
    async with living(tmp_path, profile, url) as office:
        await open_a_vote(office.people, AFTERNOON)
        await office.people.settle()
        address = url.replace("+asyncpg", "")
        others = [await asyncpg.connect(address)]
        try:
            held = True
            while held:  # by the office, which connects again meanwhile
                with suppress(asyncpg.TooManyConnectionsError):
                    while True:
                        others.append(await asyncpg.connect(address))
                held = await others[0].fetchval(
                    "SELECT count(pg_terminate_backend(pid)) > 0 FROM pg_stat_activity"
                    " WHERE datname = current_database() AND pid <> ALL($1)",
                    [one.get_server_pid() for one in others],
                )
            votes = await office.everyone_votes()
            await asyncio.sleep(4)
            assert office.waiting() == 9
        finally:  # or no test after this one has any
            for one in others:
                await one.close()
        await asyncio.gather(*votes)
        await office.counted_once()
