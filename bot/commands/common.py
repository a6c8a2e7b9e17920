"""What the commands share: a profile, the time, an office as it is kept, or with its messenger."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import SecretStr
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.clockwork.clock import SystemClock
from bot.commands.command import Refused
from bot.commands.copies import copy_trouble
from bot.commands.given import database_shown, sound
from bot.commands.machine import closed_to_us, database_file, trouble_with
from bot.commands.wording import database_trouble, wrong_settings
from bot.commands.words import command_texts
from bot.localisation import Locale
from bot.profiles import ProfileError, load_profile
from bot.settings import Settings
from bot.storage.copies.failure import CopyFailed
from bot.storage.copies.making import copy_database
from bot.storage.copies.naming import copies_folder, copy_name, dated_copies, way_out
from bot.storage.database import Database
from bot.storage.living import remembered
from bot.storage.migrating import DatabaseIsNewer, absent, current_revision, migrate, outdated_revision
from domain.office.ports import Clock
from domain.office.profile import OfficeProfile
from domain.office.wording import plain

if TYPE_CHECKING:
    from bot.clockwork.bell import Time
    from bot.runtime import Runtime


def profile_of(settings: Settings) -> OfficeProfile:
    """The office's profile; Refused with every mistake by its place."""
    try:
        return load_profile(settings.profile)
    except ProfileError as error:
        texts = command_texts()
        lines = [
            f"{mistake.place}: {texts(f'profile-{mistake.key}', **mistake.arguments)}"
            for mistake in error.mistakes
        ]
        raise Refused(
            "\n".join([plain(texts("cli-profile-wrong")), *(plain(x, 1000) for x in lines)])
        ) from None


async def time_of(settings: Settings) -> Time:
    """The system's time; where the server is a sandbox, the sandbox's."""
    if not _may_be_sandbox(settings):
        from bot.clockwork.bell import SystemTime  # noqa: PLC0415 — it rings for a running office alone

        return SystemTime()
    from bot.sandbox.time import time_at  # noqa: PLC0415 — only where it may be one

    return await time_at(settings.api_server)


def _may_be_sandbox(settings: Settings) -> bool:
    """A sandbox is on this machine, behind no proxy."""
    return bool(settings.api_server) and not settings.proxy


async def migrated(settings: Settings) -> tuple[str | None, str | None]:
    """Copy a database of an older schema, then bring it forward; revisions before and after.

    Refused where either cannot be done.
    """
    url = make_url(settings.database)
    if (file := database_file(url)) and (closed := closed_to_us(file, command_texts())):
        raise Refused(closed)
    try:
        if left := await left_by_an_office(settings, url):
            raise Refused(left)
        revision = await outdated_revision(url)
        if revision is not None:
            await _copy_before(settings, revision)
        return await migrate(url)
    except DatabaseIsNewer as error:
        raise Refused(command_texts()("cli-database-newer", revision=str(error))) from None
    except (SQLAlchemyError, OSError) as error:
        raise Refused(database_trouble(settings, command_texts(), error)) from None


async def left_by_an_office(settings: Settings, url: URL) -> str | None:
    """What is said where there are copies of an office and no database: none begins anew in its place."""
    if (not absent(url) and await current_revision(url) is not None) or not dated_copies(
        copies_folder(settings, url), url
    ):
        return None
    texts = command_texts()
    return f"{texts('cli-database-lost', name=database_shown(settings))} {way_out(settings, url, texts)}"


async def existing(settings: Settings) -> None:
    """Refused where there is no database yet: it is made by the server, not by the way."""
    url, texts = make_url(settings.database), command_texts()
    try:
        revision = None if absent(url) else await current_revision(url)
    except (SQLAlchemyError, OSError) as error:
        raise Refused(database_trouble(settings, texts, error)) from None
    if revision is None:
        trouble = trouble_with(file, texts) if (file := database_file(url)) else None
        left = await left_by_an_office(settings, url)
        raise Refused(trouble or left or texts("cli-no-database", name=database_shown(settings)))


async def _copy_before(settings: Settings, revision: str) -> None:
    """Keep the database as the older program left it; also where its audit log was changed past a program."""
    url = make_url(settings.database)
    copy = copies_folder(settings, url) / copy_name(url, f"schema-{revision}")
    if copy.exists():  # migrating was begun before
        return
    try:
        await asyncio.to_thread(copy_database, url, copy)
    except CopyFailed as failed:
        if failed.key != "cli-copy-doubtful":
            raise Refused(copy_trouble(settings, failed)) from None


@dataclass(frozen=True, slots=True)
class KeptOffice:
    """An office as it is kept: what a command needs that talks to no messenger, loaded in a moment."""

    settings: Settings
    profile: OfficeProfile
    texts: Locale
    database: Database


@asynccontextmanager
async def kept_office(settings: Settings, *, migrating: bool = True) -> AsyncIterator[KeptOffice]:
    """The office for a command that only reads or writes its database, and says nothing in chats."""
    clock: Clock = SystemClock()
    asked = not wrong_settings(sound(settings), command_texts(), messenger=True)
    if asked and _may_be_sandbox(settings):
        clock = (await time_of(settings)).clock
    with database_answering(settings):
        profile = await remembered(settings.database, profile_of(settings), clock)
        if migrating:
            await existing(settings)
            await migrated(settings)
        database = Database(settings.database, profile, clock)
        try:
            yield KeptOffice(settings, profile, Locale(profile.locale, profile.time_zone), database)
        finally:
            await database.close()


@asynccontextmanager
async def office_of(settings: Settings, *, migrating: bool = True) -> AsyncIterator[Runtime]:
    """The office with all that it has while it runs, its messenger too, which nobody talks to yet."""
    from bot.runtime import Runtime  # noqa: PLC0415 — seconds, which most commands need not wait

    if wrong_settings(settings, command_texts(), messenger=True):  # then it will talk to no messenger
        settings = settings.model_copy(update={"token": SecretStr("0:none"), "proxy": "", "api_server": ""})
    clock = (await time_of(sound(settings))).clock
    with database_answering(settings):
        profile = await remembered(settings.database, profile_of(settings), clock)
        if migrating:
            await existing(settings)
            await migrated(settings)
        office = Runtime.of(settings, profile, clock)
        try:
            yield office
        finally:
            await office.close()


@contextmanager
def database_answering(settings: Settings) -> Iterator[None]:
    """What ails the database while the block works with it is told in words. Raises Refused."""
    try:
        yield
    except SQLAlchemyError as error:
        raise Refused(database_trouble(settings, command_texts(), error)) from error
