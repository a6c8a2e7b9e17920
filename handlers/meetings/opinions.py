"""A separate opinion within a day of the closing; it goes with the protocol (п. 4.7)."""

from __future__ import annotations

from dataclasses import asdict

from domain.meetings import opining
from domain.meetings.meeting import Meeting
from domain.meetings.opinion import Opinion
from domain.office.attachment import SentFile, require_room
from domain.office.outbox import Screen
from domain.office.ports import Expectation
from domain.office.refusal import Refusal
from domain.office.typed import said
from domain.people.names import short_name
from domain.people.roster import holder_id, member_seat
from domain.protocols.dispatch import concerned_items
from domain.protocols.store import StoredProtocol
from handlers.chat.cards import show_below
from handlers.chat.files import attach
from handlers.chat.request import Request
from handlers.meetings.audience import send_card
from handlers.meetings.meeting import keep, load
from handlers.meetings.taps import MeetingTap

WORDS_KIND = "opinion"
LONGEST = 2500


async def choose(request: Request, tap: MeetingTap) -> None:
    """«Особое мнение»: on which question."""
    seat = member_seat(request.actor)
    meeting = await load(request, tap.meeting)
    holder = holder_id(await request.roster(), seat)
    opining.expect_may_opine(meeting, seat, holder, request.now, request.office.profile)
    await request.uow.outbox.turn(await request.card(), {"page": "opinion"})


async def ask(request: Request, tap: MeetingTap) -> None:
    """The next words or file are the opinion; `value` names the question, 0 the whole meeting."""
    seat, item = member_seat(request.actor), tap.value
    meeting = await load(request, tap.meeting)
    holder = holder_id(await request.roster(), seat)
    opining.expect_opinion(meeting, seat, holder, item, request.now, request.office.profile)
    expected = {"meeting": meeting.id, "item": item}
    await request.uow.expect(request.actor.user_id, Expectation(WORDS_KIND, expected))
    await request.uow.outbox.turn(await request.card(), {"page": "ask-opinion", "item": item})


async def opinion_words(request: Request, expectation: Expectation, text: str) -> None:
    """The opinion in words."""
    await _preview(request, expectation, said(text, LONGEST), None)


async def opinion_file(request: Request, expectation: Expectation, file: SentFile, caption: str) -> None:
    """The opinion as a file; its caption is the words."""
    await _preview(request, expectation, said(caption, LONGEST) if caption else "", file)


async def _preview(request: Request, expectation: Expectation, text: str, file: SentFile | None) -> None:
    """What will stand there, before it is final; until then the next words or file replace it."""
    seat = member_seat(request.actor)
    meeting = await load(request, int(expectation.content["meeting"]))
    item = int(expectation.content["item"])
    holder = holder_id(await request.roster(), seat)
    opining.expect_opinion(meeting, seat, holder, item, request.now, request.office.profile)
    if file is not None:
        require_room(file.size, 0)
    shown = {"page": "opinion-preview", "item": item, "text": text, "file": asdict(file) if file else None}
    await show_below(request, "meeting", meeting.entity, shown)


async def confirm(request: Request, tap: MeetingTap) -> None:
    """«Подтвердить»: the opinion goes with the protocol and stays as it is."""
    seat, item = member_seat(request.actor), tap.value
    meeting = await load(request, tap.meeting)
    shown = (await request.card()).content
    if shown.get("page") != "opinion-preview" or shown.get("item") != item:
        raise Refusal("card-outdated")
    text, file = str(shown["text"]), SentFile(**shown["file"]) if shown["file"] else None
    holder = holder_id(await request.roster(), seat)
    opinion = Opinion(seat, item, text, request.now, files=1 if file else 0, holder=holder)
    act = opining.attach_opinion(meeting, opinion, request.office.profile)
    if file is not None:
        await attach(request, f"{meeting.entity}:{opinion.name}", file)
    await request.uow.expect(request.actor.user_id, None)
    await keep(request, meeting, act)
    protocol = await request.uow.protocols.of_meeting(meeting.id)
    if protocol is not None and protocol.signature is not None:
        await _send(request, meeting, protocol, opinion)
    await request.say("opinion-taken", number=meeting.number or 0)
    await send_card(request, meeting, request.chat_id)


async def _send(request: Request, meeting: Meeting, protocol: StoredProtocol, opinion: Opinion) -> None:
    """The signed protocol has gone out already: the opinion follows it to everyone who got it."""
    name = next((one.name for one in protocol.record.present if one.seat == opinion.seat), "")
    text = request.texts(
        "opinion-notice",
        number=protocol.number,
        who=short_name(name),
        item=opinion.item,
        text=opinion.text or request.texts("opinion-in-file"),
    )
    roster, profile = await request.roster(), request.office.profile
    members = [roster.binding(seat.number) for seat in profile.seats]
    contacts = [one for unit in concerned_items(meeting, profile) for one in roster.contacts(unit)]
    files = await request.uow.attachments.of(f"{meeting.entity}:{opinion.name}")
    for chat_id in [*(one.user_id for one in members if one), *(one.user_id for one in contacts)]:
        await request.uow.outbox.text(chat_id, Screen(text))
        for attachment in files:
            await request.uow.outbox.file(
                chat_id, attachment, request.texts("opinion-file", who=short_name(name))
            )
