"""The digest on demand, and moving through it."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery
from aiogram.types import Message as ChatMessage

from domain.digest import Section
from domain.refusal import Refusal
from domain.roster import member_seat
from handlers.messages import open_message
from handlers.request import Request
from handlers.taps import CommandTap, DigestTap


def build() -> Router:
    """`/digest` and a digest's buttons."""
    router = Router(name="digests")
    router.message.register(digest_command, Command("digest"))
    router.callback_query.register(digest_button, CommandTap.filter(F.name == "digest"))
    router.callback_query.register(choose_section, DigestTap.filter(F.act == "section"))
    router.callback_query.register(turn_page, DigestTap.filter(F.act == "page"))
    router.callback_query.register(open_item, DigestTap.filter(F.act == "open"))
    return router


async def digest_command(_: ChatMessage, request: Request) -> None:
    """`/digest`."""
    await show_digest(request)


async def digest_button(_: CallbackQuery, request: Request) -> None:
    """The button that does what `/digest` does."""
    await show_digest(request)


async def show_digest(request: Request) -> None:
    """My digest now, any day; the acting head gets the office's as well."""
    seat = member_seat(request.actor)
    if not request.private:
        raise Refusal("digest-in-private")
    day = request.today.isoformat()
    await request.uow.outbox.retire_kind(request.chat_id, "digest")
    await request.uow.outbox.card(request.chat_id, "digest", "digest", {"seat": seat, "day": day})
    duties = (await request.roster()).duties()
    if duties is not None and duties.acting and duties.seat == seat:
        content = {"seat": request.office.profile.head_seat, "day": day, "instead": "acting"}
        await request.uow.outbox.card(request.chat_id, "digest", "digest", content)


async def choose_section(_: CallbackQuery, callback_data: DigestTap, request: Request) -> None:
    """Another part of the digest."""
    card = await request.card()
    if callback_data.value not in [section.value for section in Section]:
        raise Refusal("card-outdated")
    await request.uow.outbox.turn(card, {**card.content, "section": callback_data.value, "page": 0})


async def turn_page(_: CallbackQuery, callback_data: DigestTap, request: Request) -> None:
    """Another page."""
    card = await request.card()
    page = int(callback_data.value) if callback_data.value.isdigit() and len(callback_data.value) < 6 else 0
    await request.uow.outbox.turn(card, {**card.content, "page": page})


async def open_item(_: CallbackQuery, callback_data: DigestTap, request: Request) -> None:
    """Open a message's card."""
    await open_message(request, callback_data.value)
