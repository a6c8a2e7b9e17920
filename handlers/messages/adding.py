"""`/add`, or a post forwarded to the bot: a message by hand. Nothing is written before «Внести»."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

from aiogram.types import Message as ChatMessage
from aiogram.types import (
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginHiddenUser,
    MessageOriginUser,
)

from domain.messages import routing
from domain.messages.acts import may_act
from domain.messages.by_hand import HandDraft, may_add, require_add, require_fitting, row_of
from domain.messages.place import settlement_of
from domain.messages.stages import deadline_of_row
from domain.office.act import Act
from domain.office.outbox import Card
from domain.office.ports import Expectation, Links
from domain.office.refusal import Refusal
from domain.people.roster import member_seat
from handlers.chat.cards import show_below
from handlers.chat.dates import read_day, read_moment
from handlers.chat.files import attach, sent_file
from handlers.chat.request import Request
from handlers.messages.messages import open_message, require_impersonal
from handlers.messages.taps import AddTap

STEPS = ("channel", "number", "topic", "text", "place", "day")
_OPTIONAL = ("number", "topic", "place")
_FORWARDED = "social"


def is_passed_on(message: ChatMessage) -> bool:
    """Words and pictures; any other file that is passed on is a registry."""
    if message.forward_origin is None:
        return False
    return message.document is None or (message.document.mime_type or "").startswith("image/")


async def brings_in(request: Request) -> bool:
    return may_add(await request.roster(), request.actor)


async def add(request: Request) -> None:
    """`/add`, or with the citizen's words at once: then only the channel is asked."""
    await show_add(request, request.argument)


async def show_add(request: Request, text: str = "") -> None:
    """The first page of the wizard; with the text given, the preview is next."""
    require_add(await request.roster(), request.actor)
    await request.uow.expect(request.actor.user_id, None)
    await _show(request, HandDraft(files=_new_files(request), text=text), "channel", edits=bool(text))


def _new_files(request: Request) -> str:
    return f"draft:{request.chat_id}:{request.message_id}"


async def _show(
    request: Request, draft: HandDraft, page: str, album: str = "", *, edits: bool = False
) -> None:
    content: dict[str, Any] = {**draft.content(), "page": page, "edits": edits}
    await show_below(request, "adding", draft.files, content, album)


async def forwarded(request: Request, message: ChatMessage) -> None:
    """A post with its text, link and photos as a draft; pictures of one post come one by one."""
    draft = HandDraft(
        files=_new_files(request),
        channel=_FORWARDED,
        text=_words(message),
        author=_author(message),
        url=_link(message, request.office.links),
        received_at=message.forward_origin.date if message.forward_origin else None,
    )
    album = message.media_group_id or ""
    if album:
        draft = replace(draft, files=f"draft:{request.chat_id}:{album}")
    if _FORWARDED not in [channel.key for channel in request.office.profile.channels]:
        draft = replace(draft, channel="")
    pictured = bool(message.photo or message.document)
    if pictured:
        await attach(request, draft.files, sent_file(message))
    if not album and not draft.text and not pictured:
        raise Refusal("add-nothing-forwarded")
    await request.uow.expect(request.actor.user_id, None)
    begun = await request.uow.outbox.of_subject(request.chat_id, "adding", draft.files) if album else None
    if begun is not None and draft.text and not begun.content["text"]:
        # The words of a post may stand under any of its pictures.
        await request.uow.outbox.turn(begun, {**begun.content, "text": draft.text})
        return
    await _show(request, draft, "preview", album)


def _words(message: ChatMessage) -> str:
    return (message.text or message.caption or "").strip()[:8000]


def _author(message: ChatMessage) -> str:
    match message.forward_origin:
        case MessageOriginChannel(chat=chat):
            return (chat.title or "")[:200]
        case MessageOriginChat(sender_chat=chat):
            return (chat.title or "")[:200]
        case MessageOriginUser(sender_user=user):
            return user.full_name[:200]
        case MessageOriginHiddenUser(sender_user_name=name):
            return name[:200]
        case _:
            return ""


def _link(message: ChatMessage, links: Links) -> str:
    """The post's own address; else the first link in it."""
    origin = message.forward_origin
    if isinstance(origin, MessageOriginChannel) and origin.chat.username:
        return links.to_post(origin.chat.username, origin.message_id)
    words = message.text or message.caption or ""
    for entity in message.entities or message.caption_entities or []:
        address = entity.url if entity.type == "text_link" else None
        if entity.type == "url":
            address = entity.extract_from(words)
        if address and address.lower().startswith(("https://", "http://")) and len(address) <= 2000:
            return address
    return ""


async def tapped(request: Request, tap: AddTap) -> None:
    """A step of the wizard."""
    require_add(await request.roster(), request.actor)
    card = await request.card()
    draft = HandDraft.of_content(dict(card.content))
    act, value = tap.act, tap.value
    if act == "ask" and value in STEPS:
        await _ask(request, card, draft, value)
    elif act == "channel":
        if value not in [channel.key for channel in request.office.profile.channels]:
            raise Refusal("card-outdated")
        await _next(request, card, replace(draft, channel=value), "channel")
    elif act == "skip" and value in _OPTIONAL:
        await _next(request, card, draft.with_words(value, ""), value)
    elif act == "day" and value in ("today", "yesterday"):
        day = request.today - timedelta(days=value == "yesterday")
        moment = request.now if value == "today" else datetime.combine(day, time(12), request.now.tzinfo)
        await _next(request, card, replace(draft, received_at=moment), "day")
    elif act == "done":
        await _bring_in(request, card, draft)
    elif act == "cancel":
        await request.uow.expect(request.actor.user_id, None)
        await request.uow.outbox.turn(card, {**card.content, "page": "cancelled"})
    else:
        raise Refusal("card-outdated")


async def _ask(request: Request, card: Card, draft: HandDraft, step: str) -> None:
    edits = card.content.get("edits") if card.content.get("paused") else card.content["page"] == "preview"
    content = {**draft.content(), "page": step, "edits": bool(edits)}
    await request.uow.outbox.turn(card, content)
    asked = None if step == "channel" else Expectation("adding", {"step": step, **content})
    await request.uow.expect(request.actor.user_id, asked)


async def _next(request: Request, card: Card, draft: HandDraft, step: str) -> None:
    """The step after this one; a draft that was whole goes back to its preview."""
    after = "preview" if card.content.get("edits") else [*STEPS, "preview"][STEPS.index(step) + 1]
    content = {**draft.content(), "page": after}
    await request.uow.outbox.turn(card, content)
    words = None if after in ("channel", "preview") else Expectation("adding", {"step": after, **content})
    await request.uow.expect(request.actor.user_id, words)


async def adding_words(request: Request, expectation: Expectation, text: str) -> None:
    """The person's words for the step that was asked."""
    require_add(await request.roster(), request.actor)
    step, draft = str(expectation.content["step"]), HandDraft.of_content(dict(expectation.content))
    if step == "day":
        draft = replace(draft, received_at=_moment(request, text))
    else:
        words = text.strip() if step == "text" else " ".join(text.split())
        draft = draft.with_words(step, require_fitting(step, words))
        await require_impersonal(request, draft.number)
    after = "preview" if expectation.content.get("edits") else [*STEPS, "preview"][STEPS.index(step) + 1]
    await _show(request, draft, after)
    asked = {"step": after, **draft.content()}
    words_next = None if after == "preview" else Expectation("adding", asked)
    await request.uow.expect(request.actor.user_id, words_next)


def _moment(request: Request, text: str) -> datetime:
    moment = read_moment(text, request.now)
    day = read_day(text, request.today)
    if moment is None and day is not None:
        moment = datetime.combine(day, time(12), request.now.tzinfo)
        moment = min(moment, request.now) if day == request.today else moment
    if moment is None:
        raise Refusal("add-bad-day")
    if moment > request.now:
        raise Refusal("add-day-to-come", moment=moment)
    return moment


async def _bring_in(request: Request, card: Card, draft: HandDraft) -> None:
    """«Внести»: the message with its deadline and block, its files, and the entry in the log."""
    profile, messages = request.office.profile, request.uow.messages
    number = draft.number or await messages.next_hand_number(draft.channel, request.now.year)
    row = row_of(draft, profile, number, request.now)
    deadline_at = deadline_of_row(profile, request.office.calendar, row)
    place = routing.Router(profile, await messages.remembered_topics()).place(row.topic, text=row.text)
    message_id = await messages.add(row, place, deadline_at, settlement_of(row.place, profile.city))
    if message_id is None:
        raise Refusal("add-number-taken", code=number, channel=profile.channel(row.channel).short_title)
    await request.uow.attachments.move(draft.files, f"message:{message_id}")
    await request.record(
        Act("message-brought-in", f"message:{message_id}", {"channel": row.channel, "block": place.block})
    )
    await request.uow.expect(request.actor.user_id, None)
    content = {**draft.content(), "page": "done", "number": number, "message": message_id}
    await request.uow.outbox.turn(card, content)
    brought = await messages.get(message_id)
    if brought is not None and may_act(await request.roster(), member_seat(request.actor), brought):
        await open_message(request, message_id)
