"""`/start` and `/help`: what needs you now, and what you can do; made from what the rooms say."""

from __future__ import annotations

from collections.abc import Sequence

from domain.office.outbox import Button, Screen
from domain.office.refusal import Refusal
from domain.people.roster import Standing
from handlers.chat.feature import Command, Feature
from handlers.chat.menus import ALL, Menu, menu_of
from handlers.chat.request import Request
from handlers.chat.taps import CommandTap


def around(rooms: Sequence[Feature]) -> tuple[Feature, ...]:
    """The rooms between `/start`, the first command of every menu, and `/help`, the last."""

    async def start(request: Request) -> None:
        await show_start(request, rooms)

    async def help_(request: Request) -> None:
        await show_help(request, rooms)

    return (
        Feature(commands=(Command("start", start, ALL),)),
        *rooms,
        Feature(commands=(Command("help", help_, ALL - {Menu.STRANGER}),)),
    )


async def show_start(request: Request, rooms: Sequence[Feature]) -> None:
    """A greeting by role, what waits for this person, and every command as a button."""
    actor, profile = request.actor, request.office.profile
    if actor.standing is Standing.STRANGER:
        await request.say("stranger")
        return
    menu = menu_of(actor, await request.roster())
    greeting = request.own_texts(
        f"start-{menu.value.replace('_', '-')}",
        name=actor.name,
        seat=actor.seat or actor.assists or 0,
        office=profile.short_name,
        unit=profile.unit(actor.unit).title if actor.unit else "",
    )
    waits = [line for room in rooms for waiting in room.waits for line in await waiting(request)]
    await request.uow.outbox.menu(actor.user_id, menu, actor.language)
    buttons = [
        Button(request.own_texts(f"command-{name}"), CommandTap(name=name).pack())
        for name in (*_names(rooms, menu), "help")
    ]
    rows = tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))
    await request.show(Screen("\n".join([greeting, *(["", *waits] if waits else [])]), rows))


async def show_help(request: Request, rooms: Sequence[Feature]) -> None:
    """Short help by role, with the clauses."""
    if request.actor.standing is Standing.STRANGER:
        raise Refusal("stranger")
    texts = request.own_texts
    menu = menu_of(request.actor, await request.roster())
    commands = [f"/{name} — {texts(f'command-{name}')}" for name in ("start", *_names(rooms, menu), "help")]
    await request.show(Screen("\n".join([texts(f"help-{menu.value.replace('_', '-')}"), "", *commands])))


def _names(rooms: Sequence[Feature], menu: Menu) -> list[str]:
    return [command.name for room in rooms for command in room.commands if menu in command.menus]
