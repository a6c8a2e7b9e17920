"""What tests share: the shipped profile, a clock that is set by hand, a database of either engine."""

from __future__ import annotations

import logging
import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
import structlog
from hypothesis import settings
from sqlalchemy.engine import make_url

from bot.profiles import load_profile
from bot.storage.database import Database
from bot.storage.migrating import migrate
from domain.office.profile import OfficeProfile
from tests.storage.released import unpack
from tests.templates import Templates, new_database, sqlite_address

# How long an example takes is the machine's affair.
settings.register_profile("office", deadline=None)
settings.load_profile("office")

REQUIRE_ALL = os.environ.get("REQUIRE_ALL") == "1"
SHARED = Path(__file__).parents[1] / ".." / "shared"


def missing(part: str) -> None:
    """Skip for a missing part, or fail where everything is required."""
    if REQUIRE_ALL:
        pytest.fail(f"{part} is required here and missing")
    pytest.skip(f"{part} is missing")


@pytest.fixture
def logs_as_they_were() -> Iterator[None]:
    """For who sets up logs: afterwards they are as they were, those of each library too."""
    config, root, hooks = structlog.get_config(), logging.getLogger(), (sys.excepthook, threading.excepthook)
    handlers, names = root.handlers[:], list(logging.root.manager.loggerDict)
    levels = {name: logging.getLogger(name).level for name in names}
    level = root.level
    yield
    structlog.configure(**config)
    root.handlers[:], (sys.excepthook, threading.excepthook) = handlers, hooks
    root.setLevel(level)
    for name in list(logging.root.manager.loggerDict):
        logging.getLogger(name).setLevel(levels.get(name, logging.NOTSET))


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
def own_postgres() -> Iterator[PostgresServer | None]:
    """A PostgreSQL server of our own; None where its programs are missing."""
    with postgres_server() as server:
        yield server


@pytest.fixture(scope="session")
def postgres(own_postgres: PostgresServer | None) -> str | None:
    """The address of that server."""
    return own_postgres.url if own_postgres else None


GUARDED = "guarded"
"""The one name that the server asks a password of; whoever needs it makes it."""


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
    rules = data / "pg_hba.conf"
    rules.write_text(f"host all {GUARDED} 127.0.0.1/32 scram-sha-256\n{rules.read_text()}")
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


async def migrated(url: str) -> None:
    """Give an empty database its tables."""
    await migrate(make_url(url))


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Templates:
    """Databases that were made once in this run."""
    return Templates(tmp_path_factory.mktemp("templates"))


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Databases of older programs, by schema."""
    return unpack(tmp_path_factory.mktemp("released"))


@pytest.fixture(params=["sqlite", "postgresql"])
async def server(request: pytest.FixtureRequest) -> str | None:
    """Where databases of each engine in turn are: a PostgreSQL server, or None for files."""
    if request.param == "sqlite":
        return None
    found: str | None = request.getfixturevalue("postgres")
    if found is None:
        missing("PostgreSQL")
    return found


@pytest.fixture
async def database_url(server: str | None, tmp_path: Path) -> str:
    """An empty database of each engine in turn."""
    return await new_database(server) if server else sqlite_address(tmp_path / "office.db")


@pytest.fixture
async def migrated_url(server: str | None, templates: Templates, tmp_path: Path) -> str:
    """A migrated database of each engine in turn."""
    return await templates.copy(server, "migrated", migrated, tmp_path / "office.db")


@pytest.fixture
async def database(migrated_url: str, profile: OfficeProfile, clock: SetClock) -> AsyncIterator[Database]:
    """A migrated database of each engine in turn."""
    opened = Database(migrated_url, profile, clock)
    yield opened
    await opened.close()
