"""What tests share: the shipped profile, a clock that is set by hand, a database of either engine."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from bot.profiles import load_profile
from bot.storage.database import Database
from bot.storage.migrating import migrate
from domain.profile import OfficeProfile

REQUIRE_ALL = os.environ.get("REQUIRE_ALL") == "1"
SHARED = Path(__file__).parents[1] / ".." / "shared"


def missing(part: str) -> None:
    """Skip for a missing part, or fail where everything is required."""
    if REQUIRE_ALL:
        pytest.fail(f"{part} is required here and missing")
    pytest.skip(f"{part} is missing")


class SetClock:
    """A clock that stands where a test sets it."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        """The moment set last."""
        return self.moment.astimezone(UTC)

    def set(self, now: datetime) -> None:
        """Stand at this moment."""
        self.moment = now


@pytest.fixture(scope="session")
def profile() -> OfficeProfile:
    """The shipped profile."""
    return load_profile()


@pytest.fixture
def clock(profile: OfficeProfile) -> SetClock:
    """Tuesday, 24 November 2026, 08:25 in the office."""
    return SetClock(datetime(2026, 11, 24, 8, 25, tzinfo=profile.time_zone))


@pytest.fixture(scope="session")
def postgres() -> Iterator[str | None]:
    """Address of a PostgreSQL server of our own; None where its programs are missing."""
    with postgres_server() as server:
        yield server.url if server else None


@dataclass(frozen=True)
class PostgresServer:
    """A running server: its address, and how to stop and start it in the middle of something."""

    url: str
    control: Callable[..., None]


@contextmanager
def postgres_server() -> Iterator[PostgresServer | None]:
    """A PostgreSQL server for the length of the block; None where its programs are missing."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb")) or [Path(shutil.which("initdb") or "")]
    if not found[-1].is_file():
        yield None
        return
    programs = found[-1].parent
    # Not pytest's own folder: its rotation would take the data of a long run away.
    keeper = tempfile.TemporaryDirectory(prefix="postgres-", ignore_cleanup_errors=True)
    folder = Path(keeper.name)
    as_user: dict[str, object] = {}
    if os.geteuid() == 0:  # the server refuses to run as root
        user = pwd.getpwnam("postgres")
        os.chown(folder, user.pw_uid, user.pw_gid)
        as_user = {"user": user.pw_uid, "group": user.pw_gid}
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    data = folder / "data"
    quiet: dict[str, object] = {
        "stdout": subprocess.DEVNULL,
        "stderr": subprocess.DEVNULL,
        **as_user,
    }
    subprocess.run(
        [programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"],
        check=True,
        **quiet,
    )  # type: ignore[call-overload]
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"

    def control(*words: str) -> None:
        """`pg_ctl start` or `pg_ctl restart -m …`."""
        command = [programs / "pg_ctl", "-D", data, "-w", "-o", options, "-l", folder / "log", *words]
        subprocess.run(command, check=True, **quiet)  # type: ignore[call-overload]

    control("start")
    try:
        yield PostgresServer(f"postgresql+asyncpg://postgres@127.0.0.1:{port}", control)
    finally:
        subprocess.run([programs / "pg_ctl", "-D", data, "-m", "immediate", "stop"], check=False, **quiet)  # type: ignore[call-overload]
        keeper.cleanup()


async def new_database(server: str) -> str:
    """Address of an empty database on the server."""
    name = f"office_{uuid4().hex[:12]}"
    await _maintain(server, f"CREATE DATABASE {name}")
    return f"{server}/{name}"


async def drop_database(url: str) -> None:
    """Remove a database, whoever is still connected."""
    server, _, name = url.rpartition("/")
    await _maintain(server, f"DROP DATABASE {name} WITH (FORCE)")


async def _maintain(server: str, statement: str) -> None:
    engine = create_async_engine(f"{server}/postgres", isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(statement))
    await engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
async def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of each engine in turn."""
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path / 'office.db'}"
    server: str | None = request.getfixturevalue("postgres")
    if server is None:
        missing("PostgreSQL")
    assert server is not None
    return await new_database(server)


@pytest.fixture
async def database(database_url: str, profile: OfficeProfile, clock: SetClock) -> AsyncIterator[Database]:
    """A migrated database of each engine in turn."""
    opened = Database(database_url, profile, clock)
    await migrate(opened.url)
    yield opened
    await opened.close()
