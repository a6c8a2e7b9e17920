"""The programs of PostgreSQL that make and read dumps."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from sqlalchemy.engine import URL

from bot.storage.copies.failure import CopyFailed

_PASSWORD = "PGPASSWORD"  # noqa: S105 — the variable's name
_TABLE = re.compile(r"^\d+; \d+ \d+ TABLE \S+ (\S+) ", re.MULTILINE)
_REVISION = re.compile(r"^COPY \S*alembic_version .*\n(\w+)$", re.MULTILINE)


def postgresql(program: str, url: URL | None, *options: str) -> str:
    """What a program of PostgreSQL prints; `url` is the database it works on. Raises CopyFailed.

    The password goes by the environment, where other users do not see it.
    """
    found = shutil.which(program)
    if found is None:
        raise CopyFailed("cli-no-program", program)
    environment, chosen = dict(os.environ), list(options)
    if url is not None:
        query = {"sslmode" if name == "ssl" else name: value for name, value in url.query.items()}
        address = url.set(drivername="postgresql", password=None, query=query).render_as_string()
        chosen.insert(0, f"--dbname={address}")
        if url.password:
            environment[_PASSWORD] = url.password
    done = subprocess.run(  # noqa: S603 — the program is PostgreSQL's, the words are ours
        [found, *chosen], env=environment, capture_output=True, check=False
    )
    if done.returncode != 0:
        raise CopyFailed("cli-copy-failed", program)
    return done.stdout.decode(errors="replace")


def put_back(url: URL, dump: Path) -> None:
    """Put a dump in the database's place, whole or not at all. Raises CopyFailed."""
    options = ("--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error")
    postgresql("pg_restore", url, *options, str(dump))


def tables_in(dump: Path) -> set[str]:
    """Tables that a dump holds; none where it is no dump."""
    try:
        return set(_TABLE.findall(postgresql("pg_restore", None, "--list", str(dump))))
    except CopyFailed as failed:
        if failed.key == "cli-no-program":
            raise
        return set()


def revision_in(dump: Path) -> str:
    """The schema of a dump; empty where it says none."""
    table = ("--data-only", "--table=alembic_version", "--file=-")
    found = _REVISION.search(postgresql("pg_restore", None, *table, str(dump)))
    return found[1] if found else ""
