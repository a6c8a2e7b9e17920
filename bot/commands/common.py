"""What the commands share: words, settings, an office without its messenger."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

from pydantic import SecretStr
from sqlalchemy.exc import SQLAlchemyError

from bot.clockwork.bell import SystemTime, Time
from bot.clockwork.nightly import copies_folder, copy_name
from bot.commands.command import Refused
from bot.commands.wording import damage_words, database_trouble, wrong_settings
from bot.commands.words import command_texts
from bot.profiles import ProfileError, load_profile
from bot.runtime import Runtime
from bot.settings import Settings
from bot.storage.copies.failure import CopyFailed, Damaged
from bot.storage.copies.making import copy_database
from bot.storage.living import remembered
from bot.storage.migrating import DatabaseIsNewer, migrate, outdated_revision
from domain.office.profile import OfficeProfile
from domain.office.wording import plain

T = TypeVar("T")


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


def sound(settings: Settings, *, messenger: bool = False) -> Settings:
    """The settings; Refused where one of them cannot be, those of the messenger where it is needed."""
    if wrong := wrong_settings(settings, command_texts(), messenger=messenger):
        raise Refused("\n".join(wrong))
    return settings


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
            raise Refused(_copy_trouble(office.settings, failed)) from None


async def copying(settings: Settings, work: Callable[[], T]) -> T:
    """What a work with copies gives; Refused with the reason, and with the way out of a damaged database."""
    try:
        return await asyncio.to_thread(work)
    except CopyFailed as failed:
        raise Refused(_copy_trouble(settings, failed)) from None


def _copy_trouble(settings: Settings, failed: CopyFailed) -> str:
    """Why there is no copy; of a damaged database also the way out."""
    texts = command_texts()
    if isinstance(failed, Damaged):
        return damage_words(settings, texts, failed.said["damage"])
    return texts(failed.key, **failed.said)


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
            await migrated(office)
        yield office
    finally:
        await office.close()
