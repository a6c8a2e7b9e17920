"""`mcu backup`, `mcu restore`, `mcu move`: copies of the database. No messenger is loaded for them."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from typing import TypeVar

from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.commands.command import Refused
from bot.commands.given import database_shown, settings_given, sound
from bot.commands.machine import database_file, stands_instead
from bot.commands.wording import damage_words, database_trouble
from bot.commands.words import command_texts, say
from bot.settings import Settings, with_driver
from bot.storage.copies.failure import Away, CopyFailed, Damaged
from bot.storage.copies.making import copy_database
from bot.storage.copies.naming import before_restore, copies_folder, copy_name, put_later_aside

T = TypeVar("T")


async def backup_command(arguments: argparse.Namespace) -> int:
    """Copy the database while the bot runs, and read all of the copy."""
    settings = sound(settings_given(arguments))
    contents = await copying(settings, partial(copy_database, make_url(settings.database), arguments.path))
    say(command_texts()("cli-backed-up", name=str(arguments.path), rows=contents.total))
    return 0


async def restore_command(arguments: argparse.Namespace) -> int:
    """Put a copy in the place of the database; what stood there is kept under a dated name."""
    from bot.storage.copies.restoring import restore_database  # noqa: PLC0415 — alembic, for nothing else

    settings, texts = sound(settings_given(arguments)), command_texts()
    url, moment = make_url(settings.database), datetime.now().astimezone()
    folder = copies_folder(settings, url)
    work = partial(restore_database, url, arguments.path, moment, lambda one: folder / copy_name(url, one))
    with _answering(settings):
        restored = await copying(settings, work)
    aside = str(restored.aside) if restored.aside else ""
    say(texts("cli-restored", name=url.database or "", aside=aside or "—", kept="yes" if aside else "no"))
    if restored.contents.broken_entry is not None:
        say(texts("cli-audit-broken", entry=restored.contents.broken_entry))
    later = put_later_aside(folder, url, restored.contents.last_at, before_restore(moment))
    if later is not None:
        say(texts("cli-later-copies", name=str(later)))
    return 0


async def move_command(arguments: argparse.Namespace) -> int:
    """Copy all rows into an empty database elsewhere; the one they were in stays as it is."""
    import bot.storage.unit_of_work  # noqa: F401, PLC0415 — every table there is
    from bot.storage.copies.moving import move_database  # noqa: PLC0415

    settings, texts = sound(settings_given(arguments)), command_texts()
    there = sound(settings.model_copy(update={"database": with_driver(arguments.address)}))
    _refuse_what_stands_instead(there)
    work = partial(move_database, make_url(settings.database), make_url(there.database))
    with _answering(there):
        contents = await copying(settings, work)
    say(texts("cli-moved", name=database_shown(there), rows=contents.total))
    return 0


async def copying(settings: Settings, work: Callable[[], T]) -> T:
    """What a work with copies gives; Refused with the reason, and with the way out of a damaged database."""
    _refuse_what_stands_instead(settings)
    try:
        return await asyncio.to_thread(work)
    except CopyFailed as failed:
        raise Refused(copy_trouble(settings, failed)) from None


@contextmanager
def _answering(settings: Settings) -> Iterator[None]:
    """A work with this database in the block; Refused in words where it does not answer."""
    try:
        yield
    except (SQLAlchemyError, OSError) as error:
        raise Refused(database_trouble(settings, command_texts(), error)) from None


def _refuse_what_stands_instead(settings: Settings) -> None:
    file = database_file(make_url(settings.database))
    if file is not None and (instead := stands_instead(file, command_texts())):
        raise Refused(instead)


def copy_trouble(settings: Settings, failed: CopyFailed) -> str:
    """Why there is no copy; of a damaged database also the way out."""
    texts = command_texts()
    if isinstance(failed, Damaged):
        return damage_words(settings, texts, failed.said["damage"])
    if isinstance(failed, Away):
        return database_trouble(settings, texts, failed.error)
    return texts(failed.key, **failed.said)
