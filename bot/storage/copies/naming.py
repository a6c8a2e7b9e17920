"""Where the copies of a database are, how they are called, and which is the newest."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy.engine import URL

from bot.settings import Settings
from bot.storage.copies.making import sqlite_file
from domain.office.ports import Texts

BEFORE_RESTORE = "before-restore-"


def copies_folder(settings: Settings, url: URL) -> Path:
    """Where copies are kept: the folder that was set, else `copies` beside a SQLite file, else in `data`."""
    if settings.copies is not None:
        return settings.copies
    beside = sqlite_file(url).parent if url.get_backend_name() == "sqlite" else Path("data")
    return beside / "copies"


def copy_name(url: URL, moment: str) -> str:
    """A copy's file name: the database's own name and when."""
    stem = Path(url.database or "office").stem
    return f"{stem}-{moment}.{'db' if url.get_backend_name() == 'sqlite' else 'dump'}"


def dated_copies(folder: Path, url: URL) -> dict[date, Path]:
    """The nightly copies of a database, by day; what only bears such a name is none."""
    pattern = re.compile(re.escape(copy_name(url, "@")).replace("@", r"(\d{4}-\d\d-\d\d)"))
    if not folder.is_dir():
        return {}
    found = {}
    for path in folder.iterdir():
        match = pattern.fullmatch(path.name)
        if match and path.is_file():
            with contextlib.suppress(ValueError):  # there is no such day
                found[date.fromisoformat(match[1])] = path
    return found


def newest_day(copies: Mapping[date, Path], today: date) -> date | None:
    """The day of the newest of these copies; None where there are none.

    A clock that ran ahead for a night left a copy of a day to come, which stays old from then on.
    """
    here = [day for day in copies if day <= today + timedelta(days=1)]  # another zone may be ahead of ours
    return max(here or copies, default=None)


def before_restore(moment: datetime) -> str:
    """What is kept at a restore is called so, and when that was."""
    return f"{BEFORE_RESTORE}{moment:%Y-%m-%d-%H%M%S}"


def put_later_aside(folder: Path, url: URL, restored_to: datetime | None, name: str) -> Path | None:
    """Where the nightly copies made since then are put, if there are any: what they hold is no more.

    A trial would take them for those of another office, and the rule would count them as this one's.
    """
    since = restored_to.timestamp() if restored_to else 0.0
    later = [copy for copy in dated_copies(folder, url).values() if copy.stat().st_mtime > since]
    if not later:
        return None
    place = folder / name
    place.mkdir(exist_ok=True)
    for copy in later:
        copy.rename(place / copy.name)
    return place


def way_out(settings: Settings, url: URL, texts: Texts) -> str:
    """What to do about a damaged database: the newest copy was proven, for no other gets such a name."""
    copies = dated_copies(copies_folder(settings, url), url)
    day = newest_day(copies, datetime.now().astimezone().date())
    newest = str(copies[day]) if day else ""
    return texts("cli-way-out", newest=newest, there="yes" if newest else "no")
