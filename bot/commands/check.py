"""`bot check`: what is in order and what is not."""

from __future__ import annotations

import argparse
import os

from aiogram.exceptions import AiogramError
from sqlalchemy.exc import SQLAlchemyError

from bot.clockwork.drill import newest_drill
from bot.commands.command import Refused
from bot.commands.common import office_of, profile_of
from bot.commands.wording import damage_words, database_trouble, messenger_trouble, wrong_settings
from bot.commands.words import command_texts, say
from bot.localisation import Locale
from bot.messengers.telegram import telegram_bot
from bot.profiles import Note, notes
from bot.runtime import Runtime
from bot.settings import Settings
from bot.storage.checking import is_read_only, orphans, stuck
from bot.storage.copies.proof import contents_of
from bot.storage.migrating import current_revision, newest_revision
from domain.office.profile import OfficeProfile


async def check_command(_: argparse.Namespace) -> int:
    """Report on settings, profile, database, audit log and token; 1 when anything is wrong."""
    settings, texts, wrong = Settings(), command_texts(), 0
    try:
        profile = profile_of(settings)
    except Refused as refused:
        say(str(refused))
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
    for note in notes(profile):
        say(_note(texts, note))
    wrong += _check_template(settings, profile, texts) + _check_inbox(settings, texts)
    wrong_ones = wrong_settings(settings, texts, messenger=True)
    for sentence in wrong_ones:
        say(sentence)
    if not wrong_settings(settings, texts, messenger=False):
        async with office_of(settings, migrating=False) as office:
            wrong += await _check_database(office, texts)
    if wrong_ones or wrong + await _check_messenger(settings, texts):
        return 1
    return 0


async def _check_messenger(settings: Settings, texts: Locale) -> int:
    bot = telegram_bot(settings.token.get_secret_value(), settings.api_server, settings.proxy)
    try:
        me = await bot.get_me()
    except AiogramError as error:
        say(messenger_trouble(settings, texts, error))
        return 1
    finally:
        await bot.session.close()
    say(texts("cli-token-fine", name=me.username or ""))
    return 0


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


def _check_inbox(settings: Settings, texts: Locale) -> int:
    if settings.inbox is None:
        return 0
    fine = settings.inbox.is_dir() and os.access(settings.inbox, os.R_OK | os.W_OK | os.X_OK)
    say(texts("cli-inbox-fine" if fine else "cli-inbox-wrong", folder=str(settings.inbox)))
    return 0 if fine else 1


def _note(texts: Locale, note: Note) -> str:
    return f"{note.place}: {texts(f'profile-{note.key}', **note.arguments)}"


async def _check_database(office: Runtime, texts: Locale) -> int:
    try:
        revision = await current_revision(office.database.url)
        if revision is None:
            say(texts("cli-database-empty"))
            return 0
        if revision != newest_revision():
            say(texts("cli-database-old", revision=revision))
            return 1
        if await is_read_only(office.database):
            say(texts("cli-database-read-only", name=office.database.url.database or ""))
            return 1
        async with office.database.read() as uow:
            found = await uow.connection.run_sync(contents_of)
            if found.damage:
                say(damage_words(office.settings, texts, found.damage))
                return 1
            drilled = await newest_drill(uow)
            roster = await uow.roster.load()
            failures = await uow.outbox.failures()
            lost = await orphans(uow.connection)
            waiting = await stuck(uow.connection, office.clock)
            unreachable = await uow.reach.count()
    except (SQLAlchemyError, OSError) as error:
        say(database_trouble(office.settings, texts, error))
        return 1
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
    if found.broken_entry is not None:
        say(texts("cli-audit-broken", entry=found.broken_entry))
        return 1
    say(texts("cli-audit-fine"))
    return 1 if lost or waiting or (drilled and drilled.wrong) else 0
