"""The digest on demand, moving through it, and giving blocks to messages that have none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery
from aiogram.types import Message as ChatMessage

from domain.digests.digest import DIGEST, changes_since
from domain.messages.acts import assign, require_act
from domain.messages.sections import Section, seat_filter
from domain.office.act import Act, text_hash
from domain.office.outbox import Card
from domain.office.refusal import Refusal
from domain.people.roster import member_seat
from handlers.chat.request import Request
from handlers.chat.taps import CommandTap, DigestTap
from handlers.messages.messages import open_message

_MOST_TICKED = 30


def build() -> Router:
    """`/digest` and a digest's buttons."""
    router = Router(name="digests")
    router.message.register(digest_command, Command("digest"))
    router.callback_query.register(digest_button, CommandTap.filter(F.name == "digest"))
    taps = {
        "section": choose_section,
        "page": turn_page,
        "open": open_item,
        "assign": begin_assigning,
        "tick": tick,
        "keep": keep_for_topics,
        "block": assign_ticked,
        "back": back,
        "export": export,
        "mute": mute,
    }
    for act, handler in taps.items():
        router.callback_query.register(handler, DigestTap.filter(F.act == act))
    return router


async def digest_command(_: ChatMessage, request: Request) -> None:
    """`/digest`."""
    await show_digest(request)


async def digest_button(_: CallbackQuery, request: Request) -> None:
    """The button that does what `/digest` does."""
    await show_digest(request)


async def show_digest(request: Request, **content: Any) -> None:
    """My digest now, any day, as the content says; the acting head gets the office's as well."""
    seat = member_seat(request.actor)
    if not request.private:
        raise Refusal("digest-in-private")
    await request.uow.outbox.retire_kind(request.chat_id, "digest")
    await _send(request, seat, **content)
    duties = (await request.roster()).duties()
    if duties is not None and duties.acting and duties.seat == seat:
        await _send(request, request.office.profile.head_seat, instead="acting")


async def _send(request: Request, seat: int, **content: Any) -> None:
    last = await request.uow.digests.last(seat, request.today)
    since = changes_since(request.office.profile, last, request.now)
    kept = {"seat": seat, "day": request.today.isoformat(), "since": since.isoformat(), **content}
    await request.uow.outbox.card(request.chat_id, "digest", "digest", kept)


async def _turn(request: Request, card: Card, **changed: Any) -> None:
    await request.uow.outbox.turn(card, {**card.content, **changed})


async def choose_section(_: CallbackQuery, callback_data: DigestTap, request: Request) -> None:
    """Another part of the digest."""
    card = await request.card()
    if callback_data.value not in [section.value for section in DIGEST]:
        raise Refusal("card-outdated")
    await _turn(request, card, section=callback_data.value, page=0)


async def turn_page(_: CallbackQuery, callback_data: DigestTap, request: Request) -> None:
    """Another page."""
    page = int(callback_data.value) if callback_data.value.isdigit() and len(callback_data.value) < 6 else 0
    await _turn(request, await request.card(), page=page)


async def open_item(_: CallbackQuery, callback_data: DigestTap, request: Request) -> None:
    """Open a message's card."""
    await open_message(request, callback_data.value)


# Several messages without a block at once


async def begin_assigning(_: CallbackQuery, callback_data: DigestTap, request: Request) -> None:
    """«Распределить»: the numbers become ticks."""
    card = await request.card()
    await _turn(request, card, section=Section.UNASSIGNED.value, page=0, ticked=[], keep=False)


async def tick(_: CallbackQuery, callback_data: DigestTap, request: Request) -> None:
    """Choose a message, or leave it."""
    card = await request.card()
    ticked = _ticked(card.content)
    if not callback_data.value.isdigit() or len(callback_data.value) > 18:
        raise Refusal("card-outdated")
    message_id = int(callback_data.value)
    if message_id in ticked:
        ticked.remove(message_id)
    elif len(ticked) == _MOST_TICKED:
        raise Refusal("too-many-ticked", limit=_MOST_TICKED)
    else:
        ticked.append(message_id)
    await _turn(request, card, ticked=ticked)


async def keep_for_topics(_: CallbackQuery, callback_data: DigestTap, request: Request) -> None:
    """Whether the block is remembered for the topics of those ticked."""
    card = await request.card()
    _ticked(card.content)
    await _turn(request, card, keep=not card.content.get("keep"))


async def assign_ticked(_: CallbackQuery, callback_data: DigestTap, request: Request) -> None:
    """All that are ticked go to one block; what somebody has assigned meanwhile stays there."""
    card, profile = await request.card(), request.office.profile
    block = callback_data.value
    if block not in [one.key for one in profile.blocks]:
        raise Refusal("card-outdated")
    roster = await request.roster()
    several = await request.uow.messages.several(_ticked(card.content))
    nobodys = [message for message in several if message.block is None]
    if not nobodys:
        raise Refusal("nothing-ticked")
    for message in nobodys:
        require_act(roster, request.actor, message)
        await request.record(assign(profile, message, block))
    await request.uow.messages.assign_blocks([message.id for message in nobodys], block)
    moved = 0
    if card.content.get("keep"):
        for topic in {message.topic for message in nobodys if message.topic.strip()}:
            moved += await request.uow.messages.remember_topic(topic, block, request.actor.user_id)
            kept = {"topic": text_hash(topic), "block": block}
            await request.record(Act("topic-remembered", f"block:{block}", kept))
    await _turn(request, card, ticked=None, section=None, page=0)
    await request.uow.outbox.touch("digest", *(message.entity for message in nobodys))
    request.reply("toast-assigned-several", count=len(nobodys), moved=moved, title=profile.block(block).title)


async def back(_: CallbackQuery, callback_data: DigestTap, request: Request) -> None:
    """Out of ticking: nothing is assigned."""
    await _turn(request, await request.card(), ticked=None)


def _ticked(content: Mapping[str, Any]) -> list[int]:
    if content.get("ticked") is None:
        raise Refusal("card-outdated")
    return [int(one) for one in content["ticked"]]


# The list as a table, and empty digests


async def export(_: CallbackQuery, callback_data: DigestTap, request: Request) -> None:
    """«Все списком, XLSX»: exactly the list that the card shows, made after the commit."""
    card, profile = await request.card(), request.office.profile
    member_seat(request.actor)
    if callback_data.value not in [section.value for section in DIGEST]:
        raise Refusal("card-outdated")
    seat, section = profile.seat(int(card.content["seat"])), Section(callback_data.value)
    chosen = seat_filter(profile, request.office.calendar, request.now, seat)
    export_id = await request.uow.digests.ask_export(request.chat_id, section, chosen)
    act = Act("messages-exported", f"export:{export_id}", {"seat": seat.number, "section": section.value})
    await request.record(act)
    request.reply("toast-export-asked")


async def mute(_: CallbackQuery, callback_data: DigestTap, request: Request) -> None:
    """Whether empty digests are sent to this person."""
    member_seat(request.actor)
    muted = callback_data.value == "yes"
    await request.uow.digests.mute(request.actor.user_id, muted=muted)
    await request.record(Act("digest-muted", f"user:{request.actor.user_id}", {"muted": muted}))
    await _turn(request, await request.card())
    request.reply("toast-muted" if muted else "toast-unmuted")
