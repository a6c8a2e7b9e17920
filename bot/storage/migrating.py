"""Bringing a database's schema to this program's: forward only, by alembic, which is loaded where it is."""

from __future__ import annotations

import asyncio
import threading
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, column, func, inspect, select, table
from sqlalchemy.engine import URL

from bot.storage.engine import engine_for_now
from bot.storage.locks import MIGRATING
from bot.storage.unlike import OURS, UnlikeOurs

_SCRIPTS = Path(__file__).parent / "migrations"
_VERSION = table("alembic_version", column("version_num"))
# Alembic keeps what it works on in its modules: offices of one process migrate one after another.
_ALONE = threading.Lock()


class DatabaseIsNewer(Exception):
    """The database was made by a newer program: this one must not touch it."""


def newest_revision() -> str:
    """The schema this program works with."""
    return max(known_revisions())


async def migrate(url: URL) -> tuple[str | None, str | None]:
    """Bring the schema forward, off the event loop; revisions before and after. Raises DatabaseIsNewer."""
    return await asyncio.to_thread(_migrate_alone, url)


def _migrate_alone(url: URL) -> tuple[str | None, str | None]:
    with _ALONE:
        return asyncio.run(_migrate(url))


async def _migrate(url: URL) -> tuple[str | None, str | None]:
    if url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:":
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    async with engine_for_now(url) as engine, engine.begin() as connection:
        return await connection.run_sync(_upgrade)


async def outdated_revision(url: URL) -> str | None:
    """The schema of a database that migrating will change; None where there is nothing to lose.

    Raises DatabaseIsNewer.
    """
    if absent(url):
        return None
    revision = await current_revision(url)
    if revision is not None and revision not in known_revisions():
        raise DatabaseIsNewer(revision)
    return revision if revision != newest_revision() else None


def absent(url: URL) -> bool:
    """Whether there is no file of a SQLite database; of a server nothing is asked."""
    return url.get_backend_name() == "sqlite" and not Path(url.database or "").exists()


@cache
def known_revisions() -> frozenset[str]:
    """Every schema that this program knows how to bring forward, and its own, by the names of the files."""
    return frozenset(file.name.partition("_")[0] for file in (_SCRIPTS / "versions").glob("[0-9]*.py"))


async def current_revision(url: URL) -> str | None:
    """The schema the database has now; None for an empty one."""
    async with engine_for_now(url) as engine, engine.connect() as connection:
        return await connection.run_sync(revision_of)


def revision_of(connection: Connection) -> str | None:
    """The schema of the database on a connection; None for an empty one. Raises UnlikeOurs."""
    tables = set(inspect(connection).get_table_names())
    found = connection.scalars(select(_VERSION.c.version_num)).all() if _VERSION.name in tables else []
    if len(found) > 1:
        raise UnlikeOurs("versions", sorted(found))
    if not (found and tables >= OURS) and (others := tables - OURS):
        raise UnlikeOurs("others", sorted(others))
    return found[0] if found else None


def _upgrade(connection: Connection) -> tuple[str | None, str | None]:
    if connection.dialect.name == "postgresql":
        # Replicas that start together wait for the first of them.
        connection.execute(select(func.pg_advisory_xact_lock(MIGRATING)))
    before = revision_of(connection)
    if before is not None and before not in known_revisions():
        raise DatabaseIsNewer(before)
    if before != newest_revision():
        upgrade(connection, "head")
    return before, revision_of(connection)


def upgrade(connection: Connection, revision: str) -> None:
    """Bring the schema forward to this revision on a connection that is open."""
    from alembic import command  # noqa: PLC0415 — a database that is up to date needs none of it
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
