"""Assistants: a holder names one by a link and confirms them; they prepare, the holder confirms (п. 4.4)."""

from __future__ import annotations

from domain.office.act import Act
from domain.office.refusal import Refusal
from domain.people.roster import Standing, member_seat
from handlers.chat.cards import show_only
from handlers.chat.links import issue
from handlers.chat.request import Request
from handlers.people.dismissal import dismiss
from handlers.people.invitations import show_link
from handlers.people.taps import AssistantTap


async def show_assistants(request: Request) -> None:
    """Who assists me, on a live card."""
    seat = member_seat(request.actor)
    await show_only(request, "assistants", f"assistants:{seat}")


async def invite(request: Request, _: AssistantTap) -> None:
    """«Назначить помощника»: a one-time link; the holder confirms who comes by it."""
    seat = member_seat(request.actor)
    await show_link(request, await issue(request, Standing.ASSISTANT, seat=seat))


async def ask_removal(request: Request, tap: AssistantTap) -> None:
    """«Снять»: asks first."""
    member_seat(request.actor)
    await request.uow.outbox.turn(await request.card(), {"remove": tap.user})


async def back(request: Request, _: AssistantTap) -> None:
    """«Отмена»: nobody is removed."""
    member_seat(request.actor)
    await request.uow.outbox.turn(await request.card(), {})


async def remove(request: Request, tap: AssistantTap) -> None:
    """The assistant prepares no more, at once."""
    seat = member_seat(request.actor)
    card = await request.card()
    roster = await request.roster()
    found = [one for one in roster.assistants(seat) if one.user_id == tap.user]
    if not found:
        raise Refusal("card-outdated")
    await dismiss(request, found[0])
    await request.record(Act("assistant-removed", f"seat:{seat}", {"user": found[0].user_id}))
    await request.uow.outbox.turn(card, {})
    request.reply("toast-assistant-removed")
