"""`mcu check`: what is in order and what is not."""

from __future__ import annotations

import argparse
import os
import shutil
from argparse import Namespace
from datetime import date, datetime, timedelta
from errno import ENOTDIR
from functools import partial
from pathlib import Path

from aiogram import Bot
from aiogram.exceptions import AiogramError
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.clockwork.disk import LEAST_FREE
from bot.commands.command import Refused
from bot.commands.common import left_by_an_office, office_of, profile_of
from bot.commands.given import database_shown, offices_given, settings_given
from bot.commands.machine import nearest, refused_by_machine, trouble_with
from bot.commands.messenger import messenger_trouble
from bot.commands.wording import (
    change_lines,
    damage_words,
    database_trouble,
    idle_settings,
    page_clashes,
    weak_settings,
    wrong_settings,
)
from bot.commands.words import command_texts, on_the_clock, say
from bot.delivery.refusals import REFUSALS
from bot.localisation import Locale
from bot.messengers.telegram import telegram_bot
from bot.profiles import Note, notes, profile_text
from bot.runtime import Runtime
from bot.settings import Settings
from bot.storage.checking import is_read_only, orphans, stuck
from bot.storage.copies.drilled import newest_drill
from bot.storage.copies.naming import copies_folder, dated_copies, newest_day
from bot.storage.copies.proof import contents_of
from bot.storage.living import profile_changes
from bot.storage.migrating import absent, current_revision, known_revisions, newest_revision
from bot.storage.unlike import UnlikeOurs, expect_whole
from bot.watching.hearing import Heard
from domain.office.profile import OfficeProfile

_COPIES_STOPPED = timedelta(days=2)  # between the newest copy and what was written last
_LEAST_BEHIND = timedelta(minutes=5)  # less is what time servers mend by themselves


async def check_command(arguments: argparse.Namespace) -> int:
    """Report on settings, profile, database, audit log and token; 1 when anything is wrong.

    Of several offices on each in turn.
    """
    if arguments.profiles is None or arguments.office is not None:
        return await _check(settings_given(arguments))
    clashes = page_clashes(offices := offices_given(arguments), command_texts())
    for sentence in clashes:
        say(sentence)
    found = int(bool(clashes))
    for name in offices:
        found |= await _check(settings_given(Namespace(**{**vars(arguments), "office": name})))
    return found


async def _check(settings: Settings) -> int:
    texts, wrong = command_texts(), 0
    try:
        profile = profile_of(settings)
    except Refused as refused:
        say(str(refused))
        await _tell_what_else_is_wrong(settings, texts)
        return 1
    decree = profile.decree
    say(
        texts(
            "cli-profile-fine",
            name=profile.name,
            number=decree.number,
            day=decree.date,
            seats=profile.established,
        )
    )
    if profile.secretary is not None:
        kept = profile.secretary
        say(texts("cli-secretary", seat=kept.seat or 0, name=kept.name))
    if noted := notes(profile):
        say(texts("cli-notes"))
    for note in noted:
        say(_note(texts, note))
    wrong += _check_template(settings, profile, texts) + _check_inbox(settings, texts)
    wrong += _check_copies(settings, texts)
    for sentence in [*idle_settings(settings, texts), *weak_settings(settings, texts)]:
        say(sentence)
    if settings.page and not wrong_settings(settings, texts, messenger=False):
        say(texts("cli-page", address=settings.page_url, listen=settings.page))
    wrong_ones = wrong_settings(settings, texts, messenger=True)
    for sentence in wrong_ones:
        say(sentence)
    if not wrong_settings(alone := _as_kept(settings), texts, messenger=False):
        try:
            async with office_of(alone, migrating=False) as office:
                wrong += _check_clock(office, texts) + await _check_database(office, texts)
        except Refused as refused:
            say(str(refused))
            return 1
    if wrong_ones or wrong + await _check_messenger(settings, texts):
        return 1
    return 0


async def _check_messenger(settings: Settings, texts: Locale) -> int:
    bot = telegram_bot(settings.token.get_secret_value(), settings.api_server, settings.proxy)
    try:
        me = await bot.get_me()
        say(texts("cli-token-fine", name=me.username or ""))
        if not settings.admins:
            say(texts("cli-no-admins"))
        for admin in sorted(settings.admins):
            if not await _has_started(bot, admin):
                say(texts("cli-admin-not-started", admin=str(admin), name=me.username or ""))
        if settings.mode == "webhook":
            return _told_of_webhook(Heard.of(await bot.get_webhook_info(), settings.webhook_url), texts)
    except AiogramError as error:
        say(messenger_trouble(settings, texts, error))
        return 1
    finally:
        await bot.session.close()
    return 0


def _told_of_webhook(heard: Heard, texts: Locale) -> int:
    say(heard.words(texts, "webhook-deaf" if heard.in_vain else "cli-webhook-fine"))
    return int(heard.in_vain)


async def _has_started(bot: Bot, person: int) -> bool:
    """Whether the bot may write to them: it knows the chats of those alone who wrote first."""
    try:
        await bot.get_chat(person)
    except REFUSALS:
        return False
    return True


def _as_kept(settings: Settings) -> Settings:
    """The office as it is kept, without the addresses that it listens on: a wrong one hides nothing else."""
    return settings.model_copy(update={"page": "", "metrics": "", "public_url": ""})


async def _tell_what_else_is_wrong(settings: Settings, texts: Locale) -> None:
    """What can be judged without a profile: the settings, and whether the database answers."""
    for sentence in wrong_settings(settings, texts, messenger=True):
        say(sentence)
    if not wrong_settings(_as_kept(settings), texts, messenger=False):
        url = make_url(settings.database)
        try:
            if not absent(url):
                await current_revision(url)
        except (SQLAlchemyError, OSError) as error:
            say(database_trouble(settings, texts, error))


def _check_template(settings: Settings, profile: OfficeProfile, texts: Locale) -> int:
    if not profile.protocol_template:
        return 0
    from bot.documents import office_template  # noqa: PLC0415 — Word's library is loaded when there is one

    template = office_template.template_path(profile, settings.profile)
    trouble = office_template.template_trouble(template, lambda key, said: texts(key, **said))
    if trouble is None:
        say(texts("template-fine", file=profile.protocol_template))
        return 0
    say(office_template.trouble_text(texts, trouble))
    return 1


def _check_clock(office: Runtime, texts: Locale) -> int:
    """A machine that lost its time believes in a day before the office was there."""
    now, day = office.clock.now(), office.profile.decree.date
    if now.astimezone(office.profile.time_zone).date() >= day:
        return 0
    say(texts("cli-clock-before-decree", now=on_the_clock(office.profile.time_zone, now), day=day))
    return 1


def _check_inbox(settings: Settings, texts: Locale) -> int:
    if settings.inbox is None:
        return 0
    fine = settings.inbox.is_dir() and os.access(settings.inbox, os.R_OK | os.W_OK | os.X_OK)
    say(texts("cli-inbox-fine" if fine else "cli-inbox-wrong", folder=str(settings.inbox)))
    return 0 if fine else 1


def _check_copies(settings: Settings, texts: Locale) -> int:
    """Of the folder that was set, or of the usual one if it is there: else it is made with the database's."""
    folder = settings.copies
    if folder is None and not wrong_settings(_as_kept(settings), texts, messenger=False):
        usual = copies_folder(settings, make_url(settings.database))
        folder = usual if os.path.lexists(usual) else None
    if folder is None:
        return 0
    place = nearest(folder)
    trouble = (
        trouble_with(folder / "copy", texts)
        if place.is_dir()
        else refused_by_machine(NotADirectoryError(ENOTDIR, "", str(place)), texts)
    )
    if trouble is not None:
        say(texts("cli-copies-wrong", folder=str(folder), reason=trouble))
    return int(trouble is not None)


def _note(texts: Locale, note: Note) -> str:
    return f"{note.place}: {texts(f'profile-{note.key}', **note.arguments)}"


def _check_file(url: URL, texts: Locale) -> int | None:
    """What the machine has against the file of a database; None where there is one to be looked into."""
    file = Path(url.database or "").absolute()
    if trouble := trouble_with(file, texts):
        say(trouble)
        return 1
    free = shutil.disk_usage(nearest(file)).free
    if free < LEAST_FREE:
        say(texts("cli-disk-nearly-full", name=str(nearest(file)), free=free // 2**20))
    return None


def _check_schema(revision: str | None, texts: Locale) -> int | None:
    """Whether the database has this program's tables; None where it has."""
    if revision is None:
        say(texts("cli-database-empty"))
        return 0
    if revision not in known_revisions():
        say(texts("cli-database-newer", revision=revision))
        return 1
    if revision != newest_revision():
        say(texts("cli-database-old", revision=revision))
        return 1
    return None


def _told_trouble(office: Runtime, texts: Locale, error: Exception) -> int:
    """What ails the database. Refused where it is another program's: then nobody is asked in its name."""
    trouble = database_trouble(office.settings, texts, error)
    if isinstance(error, UnlikeOurs) and error.how == "others":
        raise Refused(trouble) from None
    say(trouble)
    return 1


def _told_of_copies(office: Runtime, texts: Locale, newest: date | None, last_at: datetime | None) -> int:
    """Whether the nightly copies have stopped while the office goes on."""
    if newest is None or last_at is None or last_at.date() - newest <= _COPIES_STOPPED:
        return 0
    folder = str(copies_folder(office.settings, office.database.url))
    say(texts("cli-copies-old", day=newest, folder=folder))
    return 1


async def _check_begun(office: Runtime, texts: Locale) -> int | None:
    """Whether there is a database of this program's schema; None where there is."""
    url = office.database.url
    if left := await left_by_an_office(office.settings, url):
        say(left)
        return 1
    if absent(url):
        say(texts("cli-database-absent", name=database_shown(office.settings)))
        return 0
    return _check_schema(await current_revision(url), texts)


async def _check_database(office: Runtime, texts: Locale) -> int:
    url = office.database.url
    if office.database.sqlite and (told := _check_file(url, texts)) is not None:
        return told
    try:
        if (told := await _check_begun(office, texts)) is not None:
            return told
        if await is_read_only(office.database):
            say(texts("cli-database-read-only", name=office.database.url.database or ""))
            return 1
        async with office.database.read() as uow:
            found = await uow.connection.run_sync(contents_of)
            if found.damage:
                say(damage_words(office.settings, texts, found.damage))
                return 1
            await uow.connection.run_sync(expect_whole)
            changed = await profile_changes(uow, profile_text(office.settings.profile))
            drilled = await newest_drill(uow)
            roster = await uow.roster.load()
            failures = await uow.outbox.failures()
            lost = await orphans(uow.connection)
            waiting = await stuck(uow.connection, office.clock)
            unreachable = await uow.reach.count()
        today = office.clock.now().astimezone(office.profile.time_zone).date()
        copied = newest_day(dated_copies(copies_folder(office.settings, url), url), today)
    except (SQLAlchemyError, OSError) as error:
        return _told_trouble(office, texts, error)
    now = office.clock.now()
    if found.last_at is not None and now + _LEAST_BEHIND < found.last_at:
        shown = partial(on_the_clock, office.profile.time_zone)
        say(texts("cli-clock-behind", now=shown(now), last=shown(found.last_at)))
    for line in change_lines(texts, changed):
        say(line)
    bound = sum(roster.binding(seat.number) is not None for seat in office.profile.seats)
    say(texts("cli-database-fine", bound=bound, seats=office.profile.established))
    if unreachable:
        say(texts("cli-unreachable", count=unreachable))
    if failures:
        say(texts("cli-undelivered", count=len(failures)))
    if waiting:
        say(texts("cli-stuck", count=waiting))
    if lost:
        say(texts("cli-orphans", count=len(lost), first=lost[0]))
    say(drilled.told(texts) if drilled else texts("drill-none"))
    wrong = _told_of_copies(office, texts, copied, found.last_at)
    if found.broken_entry is not None:
        say(texts("cli-audit-broken", entry=found.broken_entry))
        return 1
    say(texts("cli-audit-fine"))
    clash = any(change.refused for change in changed)
    return 1 if clash or lost or waiting or wrong or (drilled and drilled.wrong) else 0
