"""What each command of the command line does. Returns the exit code; raises Refused with the reason."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import hashlib
import signal
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from aiogram.exceptions import TelegramAPIError
from aiogram.utils.token import TokenValidationError
from sqlalchemy.exc import SQLAlchemyError

from bot.app import RunningOffice, SystemClock, make_bot
from bot.delivery.calls import plain
from bot.localisation import Locale
from bot.logs import set_up_logs
from bot.profiles import Note, ProfileError, load_profile, notes
from bot.sandbox.link import SandboxClock, find_sandbox
from bot.sandbox.run import SandboxOptions, run_sandbox
from bot.settings import Settings
from bot.storage.migrating import DatabaseIsNewer, current_revision, migrate, newest_revision
from domain.ports import Card, Clock
from domain.profile import OfficeProfile


class Refused(Exception):
    """The command cannot be done; the message says why and what to do."""


def _texts() -> Locale:
    """The command line's words, before any profile is known."""
    from zoneinfo import ZoneInfo  # noqa: PLC0415

    return Locale("ru", ZoneInfo("UTC"))


def _say(text: str) -> None:
    print(plain(text, limit=1_000_000), flush=True)  # noqa: T201 — the command line's answer


def _profile(settings: Settings) -> OfficeProfile:
    try:
        return load_profile(settings.profile)
    except ProfileError as error:
        texts = _texts()
        lines = [
            f"{mistake.place}: {texts(f'profile-{mistake.key}', **mistake.arguments)}"
            for mistake in error.mistakes
        ]
        raise Refused(
            "\n".join([plain(texts("cli-profile-wrong")), *(plain(x, 1000) for x in lines)])
        ) from None


def _with_token(settings: Settings) -> Settings:
    if not settings.token.get_secret_value():
        raise Refused(_texts()("cli-no-token"))
    return settings


async def _clock(settings: Settings) -> Clock:
    """The system's clock; where the server is a sandbox, the sandbox's."""
    moment = await find_sandbox(settings.api_server) if settings.api_server else None
    return SandboxClock(moment) if moment else SystemClock()


async def _migrated(office: RunningOffice) -> tuple[str | None, str | None]:
    try:
        return await migrate(office.database.url)
    except DatabaseIsNewer as error:
        raise Refused(_texts()("cli-database-newer", revision=str(error))) from None
    except (SQLAlchemyError, OSError) as error:
        raise Refused(_texts()("cli-database-away", reason=type(error).__name__)) from None


@asynccontextmanager
async def _office(settings: Settings, *, migrating: bool = True) -> AsyncIterator[RunningOffice]:
    """The office without its messenger: for commands that only read or write the database."""
    token = settings.token.get_secret_value() or "0:none"
    settings = settings.model_copy(update={"token": type(settings.token)(token)})
    office = RunningOffice(settings, _profile(settings), await _clock(settings))
    try:
        if migrating:
            await _migrated(office)
        yield office
    finally:
        await office.close()


async def serve_command(_: argparse.Namespace) -> int:
    """Run until told to stop."""
    settings = _with_token(Settings())
    set_up_logs(settings.log_format)
    try:
        office = RunningOffice(settings, _profile(settings), await _clock(settings))
    except TokenValidationError:
        raise Refused(_texts()("cli-bad-token")) from None
    stopped = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows has no such handlers
            asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    try:
        await _migrated(office)
        await office.start()
    except TelegramAPIError as error:
        await office.stop()
        raise Refused(_texts()("cli-no-telegram", reason=type(error).__name__)) from None
    await stopped.wait()
    await office.stop()
    return 0


async def check_command(_: argparse.Namespace) -> int:
    """Report on settings, profile, database, audit log and token; 1 when anything is wrong."""
    settings, texts, wrong = Settings(), _texts(), 0
    try:
        profile = _profile(settings)
    except Refused as refused:
        _say(str(refused))
        return 1
    decree = profile.decree
    _say(
        texts(
            "cli-profile-fine",
            name=profile.name,
            number=decree.number,
            day=decree.date,
            seats=profile.established,
        )
    )
    for note in notes(profile):
        _say(_note(texts, note))
    async with _office(settings, migrating=False) as office:
        wrong += await _check_database(office, texts)
    if not settings.token.get_secret_value():
        _say(texts("cli-no-token"))
        return 1
    try:
        bot = make_bot(settings)
        me = await bot.get_me()
        _say(texts("cli-token-fine", name=me.username or ""))
    except (TelegramAPIError, TokenValidationError) as error:
        _say(texts("cli-no-telegram", reason=type(error).__name__))
        return 1
    finally:
        with contextlib.suppress(UnboundLocalError):
            await bot.session.close()
    return 1 if wrong else 0


def _note(texts: Locale, note: Note) -> str:
    return f"{note.place}: {texts(f'profile-{note.key}', **note.arguments)}"


async def _check_database(office: RunningOffice, texts: Locale) -> int:
    try:
        revision = await current_revision(office.database.url)
        if revision is None:
            _say(texts("cli-database-empty"))
            return 0
        if revision != newest_revision():
            _say(texts("cli-database-old", revision=revision))
            return 1
        async with office.database.read() as uow:
            broken = await uow.broken_audit_entry()
            roster = await uow.roster.load()
            failures = await uow.outbox.failures()
    except (SQLAlchemyError, OSError) as error:
        _say(texts("cli-database-away", reason=type(error).__name__))
        return 1
    bound = sum(roster.binding(seat.number) is not None for seat in office.profile.seats)
    _say(texts("cli-database-fine", bound=bound, seats=office.profile.established))
    if failures:
        _say(texts("cli-undelivered", count=len(failures)))
    if broken is not None:
        _say(texts("cli-audit-broken", entry=broken))
        return 1
    _say(texts("cli-audit-fine"))
    return 0


async def migrate_command(_: argparse.Namespace) -> int:
    """Bring the database to this program's schema."""
    async with _office(Settings(), migrating=False) as office:
        before, after = await _migrated(office)
    _say(_texts()("cli-migrated", before=before or "—", after=after or "—"))
    return 0


async def invite_command(arguments: argparse.Namespace) -> int:
    """Print a one-time invitation link to a seat."""
    from handlers.invitations import new_invitation  # noqa: PLC0415

    settings = _with_token(Settings())
    async with _office(settings) as office:
        if arguments.seat not in [seat.number for seat in office.profile.seats]:
            raise Refused(_texts()("cli-no-such-seat", seat=arguments.seat, seats=office.profile.established))
        try:
            me = await office.bot.get_me()
        except TelegramAPIError as error:
            raise Refused(_texts()("cli-no-telegram", reason=type(error).__name__)) from None
        async with office.database.write() as uow:
            link = await new_invitation(uow, me.username or "", seat=arguments.seat)
    _say(link)
    return 0


async def import_command(arguments: argparse.Namespace) -> int:
    """Read a registry file; with --apply put it in."""
    from bot.importing import import_file  # noqa: PLC0415

    async with _office(Settings()) as office:
        try:
            content = arguments.file.read_bytes()
        except OSError:
            raise Refused(_texts()("cli-no-file", name=str(arguments.file))) from None
        if arguments.channel and arguments.channel not in [one.key for one in office.profile.channels]:
            keys = ", ".join(one.key for one in office.profile.channels)
            raise Refused(_texts()("cli-no-such-channel", channel=arguments.channel, channels=keys))
        report = await import_file(
            office.database,
            office.profile,
            office.calendar,
            content,
            arguments.file.name,
            arguments.channel,
            apply=arguments.apply,
        )
        if report.problem is not None:
            raise Refused(plain(office.texts(report.problem.key, **report.problem.arguments), 1000))
        _say(office.texts("import-counts", **report.counts))
        if arguments.apply:
            _say(office.texts("cli-import-applied"))
        elif report.counts["new"] or report.counts["changed"]:
            _say(office.texts("cli-import-dry"))
    return 0


async def digest_command(arguments: argparse.Namespace) -> int:
    """Print the digest of a seat, or of every seat, and send nothing."""
    from handlers.views import render  # noqa: PLC0415
    from handlers.views.context import View  # noqa: PLC0415

    async with _office(Settings()) as office:
        seats = [seat.number for seat in office.profile.seats]
        if arguments.seat is not None and arguments.seat not in seats:
            raise Refused(_texts()("cli-no-such-seat", seat=arguments.seat, seats=len(seats)))
        now = office.clock.now().astimezone(office.profile.time_zone)
        async with office.database.read() as uow:
            roster = await uow.roster.load()
            for seat in [arguments.seat] if arguments.seat else seats:
                card = Card(0, 0, "digest", "digest", {"seat": seat, "day": now.date().isoformat()})
                screen = await render(View(office.shared, uow, roster, now, card))
                if screen is not None:
                    _say(f"{screen.text}\n")
    return 0


async def backup_command(arguments: argparse.Namespace) -> int:
    """Copy a SQLite database while the bot runs."""
    source = _sqlite_path(Settings())
    if not source.exists():
        raise Refused(_texts()("cli-no-file", name=str(source)))
    if arguments.path.exists():
        raise Refused(_texts()("cli-file-exists", name=str(arguments.path)))
    _copy(source, arguments.path)
    _say(_texts()("cli-backed-up", name=str(arguments.path)))
    return 0


async def restore_command(arguments: argparse.Namespace) -> int:
    """Put a copy in the place of the database; the former one is kept beside it."""
    target = _sqlite_path(Settings())
    if not arguments.path.exists():
        raise Refused(_texts()("cli-no-file", name=str(arguments.path)))
    with contextlib.closing(sqlite3.connect(arguments.path)) as copy:
        try:
            healthy = copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        except sqlite3.DatabaseError:
            healthy = False
    if not healthy:
        raise Refused(_texts()("cli-bad-backup", name=str(arguments.path)))
    if target.exists():
        former = target.with_name(f"{target.name}.before-restore")
        former.unlink(missing_ok=True)
        _copy(target, former)
    target.parent.mkdir(parents=True, exist_ok=True)
    for suffix in ("", "-wal", "-shm"):
        target.with_name(target.name + suffix).unlink(missing_ok=True)
    _copy(arguments.path, target)
    _say(_texts()("cli-restored", name=str(target)))
    return 0


def _sqlite_path(settings: Settings) -> Path:
    from sqlalchemy.engine import make_url  # noqa: PLC0415

    url = make_url(settings.database)
    if url.get_backend_name() != "sqlite" or not url.database:
        raise Refused(_texts()("cli-backup-sqlite-only"))
    return Path(url.database)


def _copy(source: Path, target: Path) -> None:
    with (
        contextlib.closing(sqlite3.connect(source)) as old,
        contextlib.closing(sqlite3.connect(target)) as new,
    ):
        old.backup(new)


async def verify_command(arguments: argparse.Namespace) -> int:
    """Say whether a file is a signed original."""
    try:
        digest = hashlib.sha256(arguments.file.read_bytes()).hexdigest()
    except OSError:
        raise Refused(_texts()("cli-no-file", name=str(arguments.file))) from None
    async with _office(Settings()) as office:
        async with office.database.read() as uow:
            document = await uow.document_by_hash(digest)
            number = document.entity.partition(":")[2] if document else ""
            protocol = await uow.meetings.protocol(int(number)) if document and number else None
        if document is None or protocol is None or document.kind != "signed" or not protocol.signature:
            raise Refused(office.texts("cli-not-original"))
        _say(
            office.texts(
                "verify-signed",
                number=protocol.number,
                moment=protocol.record.opened_at,
                name=protocol.signature.name,
                signed=protocol.signature.signed_at,
                acting="yes" if protocol.signature.acting else "no",
            )
        )
    return 0


async def sandbox_command(arguments: argparse.Namespace) -> int:
    """Open the sandbox; with --play, play a day in it and leave the documents."""
    from bot.sandbox.play import play  # noqa: PLC0415

    set_up_logs("console", quiet=arguments.play is not None)
    options = SandboxOptions(
        arguments.port,
        arguments.db,
        arguments.now,
        empty=arguments.empty,
        limits=arguments.limits == "on",
        server_only=arguments.server,
    )
    if arguments.play is not None:
        await play(options, arguments.play)
    else:
        await run_sandbox(options)
    return 0
