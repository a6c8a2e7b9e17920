"""Databases made once a run and copied for each test: making one costs more than most tests."""

from __future__ import annotations

import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path
from uuid import uuid4

import asyncpg

Make = Callable[[str], Awaitable[None]]


async def new_database(server: str, template: str = "template1") -> str:
    """Address of a new database on the server: an empty one, or a copy of another that nobody uses."""
    name = f"office_{uuid4().hex[:12]}"
    await _maintain(server, f"CREATE DATABASE {name} TEMPLATE {template}")
    return f"{server}/{name}"


async def drop_database(url: str) -> None:
    """Remove a database, whoever is still connected."""
    server, _, name = url.rpartition("/")
    await _maintain(server, f"DROP DATABASE {name} WITH (FORCE)")


async def _maintain(server: str, statement: str) -> None:
    connection = await asyncpg.connect(f"{server.replace('+asyncpg', '')}/postgres")
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


def sqlite_address(file: Path) -> str:
    """Address of the SQLite database in a file."""
    return f"sqlite+aiosqlite:///{file.resolve()}"


class Templates:
    """Copies of what was made once, by a key that says what it is; what makes them gets an empty database."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: dict[tuple[str | None, str], str] = {}

    async def copy(self, server: str | None, key: str, make: Make, file: Path) -> str:
        """Address of a copy: on the PostgreSQL server, else in this SQLite file."""
        template = self._made.get((server, key))
        if template is None:
            template = await new_database(server) if server else sqlite_address(self._folder / f"{key}.db")
            await make(template)
            self._made[server, key] = template
        if server:
            return await new_database(server, template.rpartition("/")[2])
        shutil.copyfile(self._folder / f"{key}.db", file)
        return sqlite_address(file)
