"""Why a copy was not made or not taken."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Iterator
from errno import errorcode
from pathlib import Path

from bot.storage.trouble import is_full


class CopyFailed(Exception):
    """The copy was not made or not taken; `key` names the locale's sentence, `said` is what it speaks of.

    Most often of the file, its `name`.
    """

    def __init__(self, key: str, name: str, **said: str) -> None:
        super().__init__(f"{key}: {name}")
        self.key = key
        self.said = {"name": name, **said}


class Damaged(CopyFailed):
    """What was to be copied is damaged: `damage` is SQLite's word for it. No copy was left."""

    def __init__(self, name: str, damage: str) -> None:
        super().__init__("cli-database-damaged", name, damage=damage)


class Away(CopyFailed):
    """The server of what was to be copied did not answer, or not to us: `error` is what it said."""

    def __init__(self, name: str, error: Exception) -> None:
        super().__init__("cli-database-away", name, reason=type(error).__name__)
        self.error = error


def _is_no_room(target: Path) -> bool:
    """SQLite calls a full disk by other names where it cannot even begin."""
    with contextlib.suppress(OSError):
        return shutil.disk_usage(target.parent).free == 0
    return False


@contextlib.contextmanager
def whole_or_nothing(target: Path) -> Iterator[Path]:
    """A file to be filled, which takes the target's place in the end. Raises CopyFailed; leaves no half."""
    growing = target.with_name(f"{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        growing.unlink(missing_ok=True)
        yield growing
        growing.replace(target)
    except (OSError, sqlite3.Error) as error:
        code = (
            "ENOSPC"
            if is_full(error) or _is_no_room(target)
            else errorcode.get(getattr(error, "errno", None) or 0)
        )
        if code is None:
            raise CopyFailed("cli-copy-failed", str(target)) from None
        raise CopyFailed("cli-copy-refused", str(target), code=code) from None
    finally:
        for suffix in ("", "-journal"):
            with contextlib.suppress(OSError):  # where nothing could be made, nothing is left
                target.with_name(growing.name + suffix).unlink(missing_ok=True)
