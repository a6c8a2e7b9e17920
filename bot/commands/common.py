"""What the commands share: a profile, the time, an office without its messenger."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from pydantic import SecretStr
from sqlalchemy.exc import SQLAlchemyError

from bot.clockwork.bell import SystemTime, Time
from bot.commands.command import Refused
from bot.commands.copies import copy_trouble
from bot.commands.given import database_shown, sound
from bot.commands.machine import trouble_with
from bot.commands.wording import database_trouble, wrong_settings
from bot.commands.words import command_texts
from bot.profiles import ProfileError, load_profile
from bot.runtime import Runtime
from bot.settings import Settings
from bot.storage.copies.failure import CopyFailed
from bot.storage.copies.making import copy_database
from bot.storage.copies.naming import copies_folder, copy_name
from bot.storage.living import remembered
from bot.storage.migrating import DatabaseIsNewer, absent, current_revision, migrate, outdated_revision
from domain.office.profile import OfficeProfile
from domain.office.wording import plain


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
    if not settings.api_server or settings.proxy:  # a sandbox is on this machine, behind no proxy
        return SystemTime()
    from bot.sandbox.time import time_at  # noqa: PLC0415 — only where it may be one

    return await time_at(settings.api_server)


async def migrated(office: Runtime) -> tuple[str | None, str | None]:
    """Copy a database of an older schema, then bring it forward; revisions before and after.

    Refused where either cannot be done.
    """
    url = office.database.url
    try:
        revision = await outdated_revision(url)
        if revision is not None:
            await _copy_before(office, revision)
        return await migrate(url)
    except DatabaseIsNewer as error:
        raise Refused(command_texts()("cli-database-newer", revision=str(error))) from None
    except (SQLAlchemyError, OSError) as error:
        raise Refused(database_trouble(office.settings, command_texts(), error)) from None


async def existing(office: Runtime) -> None:
    """Refused where there is no database yet: it is made by the server, not by the way."""
    url, texts = office.database.url, command_texts()
    try:
        revision = None if absent(url) else await current_revision(url)
    except (SQLAlchemyError, OSError) as error:
        raise Refused(database_trouble(office.settings, texts, error)) from None
    if revision is None:
        trouble = trouble_with(Path(url.database or ""), texts) if office.database.sqlite else None
        raise Refused(trouble or texts("cli-no-database", name=database_shown(office.settings)))


async def _copy_before(office: Runtime, revision: str) -> None:
    """Keep the database as the older program left it; also where its audit log was changed past a program."""
    url = office.database.url
    copy = copies_folder(office.settings, url) / copy_name(url, f"schema-{revision}")
    if copy.exists():  # migrating was begun before
        return
    try:
        await asyncio.to_thread(copy_database, url, copy)
    except CopyFailed as failed:
        if failed.key != "cli-copy-doubtful":
            raise Refused(copy_trouble(office.settings, failed)) from None


@asynccontextmanager
async def office_of(settings: Settings, *, migrating: bool = True) -> AsyncIterator[Runtime]:
    """The office without its messenger: for commands that only read or write the database."""
    if wrong_settings(settings, command_texts(), messenger=True):  # then it will talk to no messenger
        settings = settings.model_copy(update={"token": SecretStr("0:none"), "proxy": "", "api_server": ""})
    clock = (await time_of(sound(settings))).clock
    profile = await remembered(settings.database, profile_of(settings), clock)
    office = Runtime.of(settings, profile, clock)
    try:
        if migrating:
            await existing(office)
            await migrated(office)
        yield office
    finally:
        await office.close()
