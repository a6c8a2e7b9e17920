"""What each member sets for themselves: the language of their chat, quiet hours."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery
from aiogram.types import Message as ChatMessage

from domain.office.act import Act
from domain.office.ports import Expectation
from domain.office.refusal import Refusal
from domain.people.quiet import QuietHours, read_hours
from domain.people.roster import member_seat
from handlers.chat.cards import show_below
from handlers.chat.menus import menu_of
from handlers.chat.request import Request
from handlers.chat.taps import CommandTap, SettingsTap
from handlers.people.settings_card import PRESETS

HOURS_KIND = "quiet-hours"


def build() -> Router:
    """`/settings` and its card."""
    router = Router(name="settings")
    router.message.register(settings_command, Command("settings"))
    router.callback_query.register(settings_button, CommandTap.filter(F.name == "settings"))
    router.callback_query.register(choose, SettingsTap.filter())
    return router


async def settings_command(_: ChatMessage, request: Request) -> None:
    """`/settings`."""
    await show_settings(request)


async def settings_button(_: CallbackQuery, request: Request) -> None:
    """The button that does what `/settings` does."""
    await show_settings(request)


async def show_settings(request: Request) -> None:
    """My settings, on a live card."""
    member_seat(request.actor)
    if not request.private:
        raise Refusal("settings-in-private")
    await show_below(request, "settings", f"settings:{request.actor.user_id}", {})


async def choose(_: CallbackQuery, callback_data: SettingsTap, request: Request) -> None:
    """Quiet hours by a tap: one of the usual ones, none, or one's own in words."""
    member_seat(request.actor)
    card = await request.card()
    if callback_data.act == "own":
        await request.uow.expect(request.actor.user_id, Expectation(HOURS_KIND, {}))
        await request.uow.outbox.turn(card, {"page": "own"})
        return
    await request.uow.expect(request.actor.user_id, None)
    if callback_data.act == "language":
        await _speak(request, callback_data.value)
        await request.uow.outbox.turn(card, {})
        return
    if callback_data.act == "back":
        await request.uow.outbox.turn(card, {})
        return
    hours = None
    if callback_data.act == "preset" and 0 <= callback_data.value < len(PRESETS):
        begin, end = PRESETS[callback_data.value]
        hours = QuietHours(time(begin), time(end))
    elif callback_data.act != "off":
        raise Refusal("card-outdated")
    await _keep(request, hours)
    await request.uow.outbox.turn(card, {})


async def hours_words(request: Request, _: Expectation, text: str) -> None:
    """One's own quiet hours: «22:30–06:45»."""
    member_seat(request.actor)
    await _keep(request, read_hours(text))
    await request.uow.expect(request.actor.user_id, None)
    await show_settings(request)


async def _speak(request: Request, number: int) -> None:
    """The bot speaks another language in this person's chat: its menu at once, cards as they change."""
    languages = tuple(request.office.languages)
    if not 0 <= number < len(languages):
        raise Refusal("card-outdated")
    request.actor = replace(request.actor, language=languages[number])
    await request.uow.roster.speak(request.actor.user_id, request.actor.language)
    await request.record(
        Act("language-chosen", f"user:{request.actor.user_id}", {"language": request.actor.language})
    )
    menu = menu_of(request.actor, request.office.profile, await request.roster())
    await request.uow.outbox.menu(request.actor.user_id, menu, request.actor.language)
    request.reply("toast-settings")


async def _keep(request: Request, hours: QuietHours | None) -> None:
    await request.uow.quiet.set(request.actor.user_id, hours)
    kept = [f"{hours.begin:%H:%M}", f"{hours.end:%H:%M}"] if hours else []
    await request.record(Act("quiet-hours-set", f"user:{request.actor.user_id}", {"hours": kept}))
    request.reply("toast-settings")


WORDS = {HOURS_KIND: hours_words}
