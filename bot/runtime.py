"""What one office has while it runs. Works, jobs and feeds get this and nothing more."""

from __future__ import annotations

from dataclasses import dataclass

from aiogram import Bot

from bot.documents.calendar_file import CalendarFiles
from bot.localisation import LANGUAGES, Locale
from bot.messengers.telegram import TelegramLinks, telegram_bot
from bot.names import masked_aside
from bot.production_calendar import ProductionCalendar
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.watching.meter import Meter, OfficeMeter
from domain.office.outbox import Screen
from domain.office.ports import Clock
from domain.office.profile import OfficeProfile
from domain.unit_of_work import Office
from handlers import CONVERSATIONS


@dataclass(frozen=True, slots=True)
class Runtime:
    """One office's own things; nothing is global, so several offices live side by side.

    `texts` are in the office's language; `shared` is what conversations and jobs see of all this.
    """

    settings: Settings
    profile: OfficeProfile
    clock: Clock
    calendar: ProductionCalendar
    texts: Locale
    database: Database
    bot: Bot
    links: TelegramLinks
    meter: OfficeMeter
    shared: Office

    @classmethod
    def of(
        cls, settings: Settings, profile: OfficeProfile, clock: Clock, meter: Meter | None = None
    ) -> Runtime:
        """Everything made, nothing started. Raises TokenValidationError."""
        bot = telegram_bot(settings.token.get_secret_value(), settings.api_server, settings.proxy)
        calendar = ProductionCalendar(profile)
        texts = Locale(profile.locale, profile.time_zone, now=clock.now)
        links, own_meter = TelegramLinks(bot), (meter or Meter()).of(profile.key)
        own_meter.watch(bot)
        shared = Office(
            profile,
            texts,
            calendar,
            CalendarFiles(profile.time_zone, profile.key, profile.short_name),
            links,
            masked_aside,
            admins=settings.admins,
            page=settings.page_url,
            invitations=settings.invitations_url,
            languages={one: Locale(one, profile.time_zone, now=clock.now) for one in LANGUAGES},
        )
        database = Database(settings.database, profile, clock, CONVERSATIONS.shown_in)
        return cls(settings, profile, clock, calendar, texts, database, bot, links, own_meter, shared)

    async def tell_admins(self, uow: StoredUnitOfWork, said: str, key: str) -> None:
        """A sentence to every administrator; each is told once by one key, 100 characters at most."""
        for admin in sorted(self.settings.admins):
            await uow.outbox.text(admin, Screen(said), key=f"{key}:{admin}")

    async def close(self) -> None:
        """Let go of the network and the database."""
        await self.bot.session.close()
        await self.database.close()
