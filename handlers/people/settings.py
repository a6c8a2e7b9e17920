"""What each member sets for themselves: the language of their chat, quiet hours."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from domain.office.act import Act
from domain.office.ports import Expectation
from domain.office.refusal import Refusal
from domain.people.quiet import QuietHours, read_hours
from domain.people.roster import member_seat
from handlers.chat.cards import show_below
from handlers.chat.menus import menu_of
from handlers.chat.request import Request
from handlers.people.settings_card import PRESETS
from handlers.people.taps import SettingsTap

HOURS_KIND = "quiet-hours"


async def show_settings(request: Request) -> None:
    """My settings, on a live card."""
    member_seat(request.actor)
    await show_below(request, "settings", f"settings:{request.actor.user_id}", {})


async def choose(request: Request, tap: SettingsTap) -> None:
    """Quiet hours by a tap: one of the usual ones, none, or one's own in words."""
    member_seat(request.actor)
    card = await request.card()
    if tap.act == "own":
        await request.uow.expect(request.actor.user_id, Expectation(HOURS_KIND, {}))
        await request.uow.outbox.turn(card, {"page": "own"})
        return
    await request.uow.expect(request.actor.user_id, None)
    if tap.act == "language":
        await _speak(request, tap.value)
        await request.uow.outbox.turn(card, {})
        return
    if tap.act == "back":
        await request.uow.outbox.turn(card, {})
        return
    hours = None
    if tap.act == "preset" and 0 <= tap.value < len(PRESETS):
        begin, end = PRESETS[tap.value]
        hours = QuietHours(time(begin), time(end))
    elif tap.act != "off":
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
    menu = menu_of(request.actor, await request.roster())
    await request.uow.outbox.menu(request.actor.user_id, menu, request.actor.language)
    request.reply("toast-settings")


async def _keep(request: Request, hours: QuietHours | None) -> None:
    await request.uow.quiet.set(request.actor.user_id, hours)
    kept = [f"{hours.begin:%H:%M}", f"{hours.end:%H:%M}"] if hours else []
    await request.record(Act("quiet-hours-set", f"user:{request.actor.user_id}", {"hours": kept}))
    request.reply("toast-settings")
