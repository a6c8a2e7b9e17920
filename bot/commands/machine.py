"""What the machine refuses, in words with the cure: rights and owners, full disks, ports that are taken."""

from __future__ import annotations

import errno
import os
import pwd
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from bot.localisation import Locale

if TYPE_CHECKING:
    from sqlalchemy.engine import URL


def refused_by_machine(error: OSError, texts: Locale) -> str:
    """Why the system refused it, and what to do."""
    reason = errno.errorcode.get(error.errno or 0, type(error).__name__)
    path = Path(str(error.filename)) if error.filename else None
    if path is None and reason == "ENOENT":  # asked for its name
        return texts("cli-no-working-folder")
    if path is not None and reason in ("EACCES", "EPERM"):
        return not_ours(nearest(path), texts)
    return texts("cli-refused-by-machine", name=str(path or "—"), reason=texts("cli-reason", code=reason))


def database_file(url: URL) -> Path | None:
    """Where a database of SQLite lives; None for a server's."""
    return Path(url.database or "") if url.get_backend_name() == "sqlite" else None


def trouble_with(file: Path, texts: Locale) -> str | None:
    """Why a database cannot live in this file; None where the machine has nothing against it."""
    if closed := closed_to_us(file, texts):
        return closed
    lock = file.absolute().with_name(f"{file.name}.lock")  # whoever serves takes it
    if lock.exists() and not os.access(lock, os.R_OK | os.W_OK, effective_ids=True):
        return not_ours(lock, texts)
    place = nearest(file)
    return texts("cli-disk-full", name=str(place)) if shutil.disk_usage(place).free == 0 else None


def closed_to_us(file: Path, texts: Locale) -> str | None:
    """Why a database's file cannot even be opened for writing; None where it can."""
    if instead := stands_instead(file, texts):
        return instead
    file = file.absolute()
    place = nearest(file)
    if place == file and file.stat().st_nlink > 1:  # SQLite keeps a log for each name, and spoils the file
        return texts("cli-two-names", name=str(file))
    beside = [file.with_name(file.name + suffix) for suffix in ("-wal", "-shm")]
    for one in (file.parent, file, *filter(Path.exists, beside)) if place == file else (place,):
        wanted = os.R_OK | os.W_OK | (os.X_OK if one.is_dir() else 0)
        if not os.access(one, wanted, effective_ids=True):
            if os.statvfs(one).f_flag & os.ST_RDONLY:
                return texts(
                    "cli-refused-by-machine", name=str(one), reason=texts("cli-reason", code="EROFS")
                )
            return not_ours(one, texts)
    return None


def stands_instead(file: Path, texts: Locale) -> str | None:
    """What stands where a database's file must be, or a folder on the way to it; None where nothing does."""
    file = file.absolute()
    place = nearest(file)
    if place == file and place.exists() and not place.is_file():
        return texts("cli-folder-instead" if place.is_dir() else "cli-device-instead", name=str(file))
    if place != file and not place.is_dir():
        return texts("cli-no-folder-there", name=str(place))
    return None


def nearest(path: Path) -> Path:
    """The path, or that of its folders which is there."""
    path = path.absolute()
    return next((one for one in (path, *path.parents) if os.path.lexists(one)), Path("/"))


def not_ours(path: Path, texts: Locale) -> str:
    """Whose the path is, as whom the program runs, and how the two are brought together."""
    try:
        owner = _name(path.stat().st_uid)
    except OSError:  # what is above it may not be passed
        owner = "?"
    user = _name(os.geteuid())
    key = "cli-rights-taken" if owner == user else "cli-no-rights"
    return texts(key, path=str(path), owner=owner, user=user)


def _name(user: int) -> str:
    try:
        return pwd.getpwuid(user).pw_name
    except KeyError:
        return str(user)
