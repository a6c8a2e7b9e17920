"""The digest on demand, moving through it, and giving blocks to messages that have none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from domain.digests.digest import DIGEST, changes_since
from domain.messages.acts import assign, require_act
from domain.messages.sections import Section, seat_filter
from domain.office.act import Act, text_hash
from domain.office.outbox import Card
from domain.office.refusal import Refusal
from domain.people.roster import member_seat
from handlers.chat.request import Request
from handlers.digests.taps import DETAILS, FIRST, DigestNumberTap, DigestPageTap, DigestTap
from handlers.messages.messages import open_message

_MOST_TICKED = 30


async def show_digest(request: Request, **content: Any) -> None:
    """My digest now, any day, as the content says; the acting head gets the office's as well."""
    seat = member_seat(request.actor)
    await request.uow.outbox.remove_kind(request.chat_id, "digest")
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


async def choose_section(request: Request, tap: DigestTap) -> None:
    """Another part of the digest."""
    card = await request.card()
    if tap.value not in [FIRST, DETAILS, *(section.value for section in DIGEST)]:
        raise Refusal("card-outdated")
    await _turn(request, card, section=tap.value, page=0, ticked=None)


async def turn_page(request: Request, tap: DigestPageTap) -> None:
    """Another page."""
    await _turn(request, await request.card(), page=tap.value)


async def open_item(request: Request, tap: DigestNumberTap) -> None:
    """Open a message's card."""
    await open_message(request, tap.value)


# Several messages without a block at once


async def begin_assigning(request: Request, tap: DigestTap) -> None:
    """«Распределить»: the numbers become ticks."""
    card = await request.card()
    here = card.content.get("section") == Section.UNASSIGNED.value
    page = card.content.get("page", 0) if here else 0
    await _turn(request, card, section=Section.UNASSIGNED.value, page=page, ticked=[], keep=False)


async def tick(request: Request, tap: DigestNumberTap) -> None:
    """Choose a message, or leave it."""
    card = await request.card()
    ticked = _ticked(card.content)
    if tap.value in ticked:
        ticked.remove(tap.value)
    elif len(ticked) == _MOST_TICKED:
        raise Refusal("too-many-ticked", limit=_MOST_TICKED)
    else:
        ticked.append(tap.value)
    await _turn(request, card, ticked=ticked)


async def keep_for_topics(request: Request, tap: DigestTap) -> None:
    """Whether the block is remembered for the topics of those ticked."""
    card = await request.card()
    _ticked(card.content)
    await _turn(request, card, keep=not card.content.get("keep"))


async def assign_ticked(request: Request, tap: DigestTap) -> None:
    """All that are ticked go to one block; what somebody has assigned meanwhile stays there."""
    card, profile = await request.card(), request.office.profile
    block = tap.value
    if block not in profile.block_keys:
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
    request.reply("toast-assigned-several", count=len(nobodys), moved=moved, title=profile.block(block).title)


async def back(request: Request, tap: DigestTap) -> None:
    """Out of ticking: nothing is assigned."""
    await _turn(request, await request.card(), ticked=None)


def _ticked(content: Mapping[str, Any]) -> list[int]:
    if content.get("ticked") is None:
        raise Refusal("card-outdated")
    return [int(one) for one in content["ticked"]]


# The list as a table, and empty digests


async def export(request: Request, tap: DigestTap) -> None:
    """«Все списком, XLSX»: exactly the list that the card shows, made after the commit."""
    card, profile = await request.card(), request.office.profile
    member_seat(request.actor)
    if tap.value not in [section.value for section in DIGEST]:
        raise Refusal("card-outdated")
    seat, section = profile.seat(int(card.content["seat"])), Section(tap.value)
    chosen = seat_filter(profile, request.office.calendar, request.now, seat)
    export_id = await request.uow.digests.ask_export(request.chat_id, section, chosen)
    act = Act("messages-exported", f"export:{export_id}", {"seat": seat.number, "section": section.value})
    await request.record(act)
    request.reply("toast-export-asked")


async def mute(request: Request, tap: DigestTap) -> None:
    """Whether empty digests are sent to this person."""
    member_seat(request.actor)
    muted = tap.value == "yes"
    await request.uow.digests.mute(request.actor.user_id, muted=muted)
    await request.record(Act("digest-muted", f"user:{request.actor.user_id}", {"muted": muted}))
    await _turn(request, await request.card())
    request.reply("toast-muted" if muted else "toast-unmuted")
