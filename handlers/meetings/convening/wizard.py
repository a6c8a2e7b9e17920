"""Convening a meeting: a wizard on one live card, or everything in one message (п. 3.2, 4.3)."""

from __future__ import annotations

from domain.meetings import convening
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState
from domain.office.act import Act
from domain.office.outbox import Button, Screen
from domain.office.refusal import Refusal
from handlers.chat.assistants import tell_assistant
from handlers.chat.request import Request
from handlers.meetings.audience import audience, send_card
from handlers.meetings.convening.draft import editable, expect_private, new_draft, release, show_wizard
from handlers.meetings.convening.drafts import drafts_of, show_drafts
from handlers.meetings.convening.in_one_message import read_convening
from handlers.meetings.taps import DraftTap


async def convene(request: Request) -> None:
    """`/convene`, alone or with everything after it."""
    (await request.roster()).require_preparing(request.actor, "convene")
    expect_private(request)
    if not request.argument:
        await begin(request)
        return
    read = read_convening(request.argument, request.now, await request.roster())
    if read.mistakes:
        lines = [
            request.own_texts(
                "convene-line", line=mistake.line, reason=request.own_texts(mistake.key, **mistake.arguments)
            )
            for mistake in read.mistakes
        ]
        lines = [request.own_texts("convene-mistakes"), *lines, "", request.own_texts("convene-example")]
        await request.show(Screen("\n".join(lines)))
        return
    meeting = await new_draft(request)
    meeting.starts_at, meeting.place = read.starts_at, read.place
    for item in read.agenda:
        meeting.agenda.add(item)
    await request.uow.meetings.save(meeting)
    await show_wizard(request, meeting)


async def begin(request: Request) -> None:
    """Drafts begun before, beside «Новое заседание»; the wizard of a new one when there are none."""
    (await request.roster()).require_preparing(request.actor, "convene")
    expect_private(request)
    drafts = await drafts_of(request)
    if not drafts:
        await show_wizard(request, await new_draft(request))
        return
    begin = Button(request.own_texts("button-into-new-meeting"), DraftTap(act="new", meeting=0).pack())
    await show_drafts(request, drafts, [(begin,)])


async def _draft(request: Request, meeting_id: int) -> Meeting:
    meeting = await editable(request, meeting_id)
    if meeting.state is not MeetingState.DRAFT:
        raise Refusal(f"meeting-is-{meeting.state.value}", number=meeting.number or 0)
    return meeting


async def send_out(request: Request, tap: DraftTap) -> None:
    """«Разослать»: the meeting is convened, everyone gets its card."""
    duties = await request.duties("convene")
    meeting = await _draft(request, tap.meeting)
    card = await request.card()
    year = (meeting.starts_at or request.now).astimezone(request.office.profile.time_zone).year
    act = convening.convene(meeting, duties, await request.uow.meetings.next_number(year), request.now)
    await request.uow.meetings.save(meeting)
    await request.record(act, acting=duties.acting)
    await request.uow.outbox.turn(card, {})
    for chat_id in await audience(request, meeting):
        await send_card(request, meeting, chat_id)
    await tell_assistant(request, meeting.prepared_by, "assistant-confirmed", _title(request, meeting))
    request.reply("toast-convened", number=meeting.number or 0)


async def submit(request: Request, tap: DraftTap) -> None:
    """«На подтверждение»: an assistant's draft goes to the chat of whoever performs the head's duties."""
    duties = (await request.roster()).require_preparing(request.actor, "convene")
    meeting = await _draft(request, tap.meeting)
    if meeting.starts_at is None or not meeting.agenda or not meeting.participants:
        raise Refusal("draft-unfinished")
    head = (await request.roster()).binding(duties.seat)
    if head is None:
        raise Refusal("holder-without-chat", seat=duties.seat)
    await request.record(Act("meeting-submitted", meeting.entity, {"seat": duties.seat}))
    await request.uow.outbox.retire_kind(head.user_id, "convening")
    await request.uow.outbox.card(head.user_id, "convening", meeting.entity)
    await request.uow.outbox.turn(await request.card(), {"submitted": duties.seat})
    request.warn("toast-submitted", who=await request.called(duties.seat))


def _title(request: Request, meeting: Meeting) -> str:
    moment = meeting.starts_at or request.now
    return request.texts("assistant-meeting", moment=moment, question=meeting.agenda[0].question)


async def discard(request: Request, tap: DraftTap) -> None:
    """«Отмена»: the draft is thrown away, after a confirmation; its proposals wait again."""
    meeting = await _draft(request, tap.meeting)
    card = await request.card()
    if card.content.get("page") != "discard":
        await request.uow.outbox.turn(card, {"page": "discard"})
        return
    await request.record(convening.discard(meeting))
    await request.uow.meetings.save(meeting)
    await release(request, meeting, meeting.agenda)
    await request.uow.expect(request.actor.user_id, None)
    await request.uow.outbox.turn(card, {})
    if request.actor.user_id != meeting.prepared_by and meeting.agenda:
        await tell_assistant(request, meeting.prepared_by, "assistant-declined", _title(request, meeting))
