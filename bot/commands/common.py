"""What the commands share: settings, an office without its messenger."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.exc import SQLAlchemyError

from bot.clockwork.bell import SystemTime, Time
from bot.clockwork.nightly import copies_folder, copy_name
from bot.commands.command import Refused
from bot.commands.words import command_texts
from bot.profiles import ProfileError, load_profile
from bot.runtime import Runtime
from bot.settings import Settings
from bot.storage.copies import CopyFailed, copy_database
from bot.storage.migrating import DatabaseIsNewer, migrate, outdated_revision
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


def with_token(settings: Settings) -> Settings:
    """The settings; Refused where they hold no token."""
    if not settings.token.get_secret_value():
        raise Refused(command_texts()("cli-no-token"))
    return settings


async def time_of(settings: Settings) -> Time:
    """The system's time; where the server is a sandbox, the sandbox's."""
    if not settings.api_server:
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
            copy = copies_folder(office.settings, url) / copy_name(url, f"schema-{revision}")
            if not copy.exists():  # else migrating was begun before
                await asyncio.to_thread(copy_database, url, copy)
        return await migrate(url)
    except CopyFailed as failed:
        raise Refused(command_texts()(failed.key, name=failed.name)) from None
    except DatabaseIsNewer as error:
        raise Refused(command_texts()("cli-database-newer", revision=str(error))) from None
    except (SQLAlchemyError, OSError) as error:
        raise Refused(command_texts()("cli-database-away", reason=type(error).__name__)) from None


@asynccontextmanager
async def office_of(settings: Settings, *, migrating: bool = True) -> AsyncIterator[Runtime]:
    """The office without its messenger: for commands that only read or write the database."""
    token = settings.token.get_secret_value() or "0:none"
    settings = settings.model_copy(update={"token": type(settings.token)(token)})
    office = Runtime.of(settings, profile_of(settings), (await time_of(settings)).clock)
    try:
        if migrating:
            await migrated(office)
        yield office
    finally:
        await office.close()
