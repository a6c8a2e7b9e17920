"""A meeting's card: check-in, opening, putting to the vote, closing."""

from __future__ import annotations

from domain.meetings import adjourning, presence, votes
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState
from domain.office.act import Act
from domain.office.refusal import Refusal
from domain.people.roster import Duties, Standing, member_seat
from handlers.chat.cards import show_below
from handlers.chat.request import Request
from handlers.meetings.audience import send_card, show_open, tell_changes
from handlers.meetings.convening.drafts import drafts_of, show_drafts
from handlers.meetings.taps import MeetingTap


async def show_meeting(request: Request) -> None:
    """The nearest meeting's card; without one, the past meetings with their protocols.

    Drafts follow, for those who prepare them.
    """
    if request.actor.standing is Standing.GUEST:
        invited = [m for m in await request.uow.meetings.current() if request.actor.user_id in m.guests]
        if not invited:
            await request.say("meeting-none-for-guest")
            return
        await send_card(request, invited[0], request.chat_id)
        return
    if request.actor.assists is None:
        member_seat(request.actor)
    meeting = await request.uow.meetings.nearest()
    if meeting is not None:
        await send_card(request, meeting, request.chat_id)
    elif request.actor.assists is not None:
        await request.say("meeting-none")
    else:
        await show_below(request, "history", "history", {"none": True})
    drafts = await drafts_of(request) if request.private else []
    if drafts:
        await show_drafts(request, drafts, [])


async def load(request: Request, meeting_id: int) -> Meeting:
    """The meeting, locked; a refusal when there is none."""
    meeting = await request.uow.meetings.get(meeting_id)
    if meeting is None or meeting.state is MeetingState.DISCARDED:
        raise Refusal("no-such-meeting")
    return meeting


async def chaired(request: Request, meeting_id: int) -> tuple[Meeting, Duties]:
    """The meeting, and the duties of whoever asks as its chair; a refusal for anyone else (п. 4.3).

    A change in who is there or who chairs that nobody has recorded yet is recorded now.
    """
    if request.actor.standing is Standing.STRANGER:
        raise Refusal("stranger")
    meeting = await load(request, meeting_id)
    roster = await request.roster()
    changes = presence.follow(meeting, roster, request.now)
    duties = meeting.require_chair(roster, request.actor)
    if changes:
        await keep(request, meeting, *changes, duties=duties)
    return meeting, duties


async def keep(request: Request, meeting: Meeting, *acts: Act, duties: Duties | None = None) -> None:
    """Save what was done, with its audit entries."""
    await request.uow.meetings.save(meeting)
    for act in acts:
        await request.record(act, acting=duties is not None and duties.acting)


async def open_meeting(request: Request, tap: MeetingTap) -> None:
    """«Открыть заседание», or to go on with it on another day, with a quorum only (п. 4.3.1)."""
    meeting, duties = await chaired(request, tap.meeting)
    presence.expect_not_elsewhere(meeting, await request.uow.meetings.current(), meeting.present())
    if meeting.state is MeetingState.ADJOURNED:
        acts = adjourning.go_on(meeting, duties, request.now, request.office.profile)
        await keep(request, meeting, *acts, duties=duties)
        await show_open(request, meeting)
        request.reply("toast-went-on")
        return
    await tell_changes(request, meeting)
    await keep(request, meeting, meeting.open(duties, request.now, request.office.profile), duties=duties)
    await show_open(request, meeting)
    request.reply("toast-opened")


async def choose_item(request: Request, tap: MeetingTap) -> None:
    """The chair chooses which question comes next."""
    meeting, _duties = await chaired(request, tap.meeting)
    meeting.item(tap.value)
    await request.uow.outbox.turn(await request.card(), {"item": tap.value})


async def open_vote(request: Request, tap: MeetingTap) -> None:
    """«На голосование» of the whole decision, or of its next point by itself: every card shows it."""
    meeting, duties = await chaired(request, tap.meeting)
    by_points, profile = tap.act == "votepoint", request.office.profile
    act = votes.open_vote(meeting, tap.value, duties, request.now, profile, by_points=by_points)
    await request.uow.outbox.turn(await request.card(), {})
    await keep(request, meeting, act, duties=duties)
    request.reply("toast-vote-opened", item=tap.value)


async def member_chats(request: Request, meeting: Meeting) -> list[int]:
    """Private chats of the members present."""
    roster = await request.roster()
    bound = [roster.binding(seat) for seat in meeting.present()]
    return [binding.user_id for binding in bound if binding]


async def public_chats(request: Request, meeting: Meeting) -> list[int]:
    """Where all in the meeting read: the office's group; without one, the members' private chats."""
    group = await request.uow.roster.office_chat()
    return [group] if group else await member_chats(request, meeting)


async def close_vote(request: Request, tap: MeetingTap) -> None:
    """«Закрыть голосование»; asks first while someone present has not voted."""
    meeting, duties = await chaired(request, tap.meeting)
    item = meeting.item(tap.value)
    vote = item.open_vote
    card = await request.card()
    silent = [] if vote is None else meeting.silent(vote)
    if silent and card.content.get("confirm") != "endvote":
        await request.uow.outbox.turn(card, {"confirm": "endvote"})
        return
    act = votes.close_vote(meeting, item.number, duties, request.now, request.office.profile)
    await request.uow.outbox.turn(card, {})
    await keep(request, meeting, act, duties=duties)
    result = item.votes[-1].result
    assert result is not None  # just closed
    request.reply(f"toast-{result.outcome.value.replace('_', '-')}", item=item.number)


async def close_meeting(request: Request, tap: MeetingTap) -> None:
    """«Закрыть заседание»: asks first."""
    meeting, duties = await chaired(request, tap.meeting)
    card = await request.card()
    asked = card.content.get("confirm") == "end"
    going_on = meeting.state in (MeetingState.OPEN, MeetingState.ADJOURNED)
    if not asked and going_on and not meeting.voting_item():
        await request.uow.outbox.turn(card, {"confirm": "end"})
        return
    act = meeting.close(duties, request.now)
    await request.uow.outbox.turn(card, {})
    await keep(request, meeting, act, duties=duties)
    request.reply("toast-closed")


async def not_held(request: Request, tap: MeetingTap) -> None:
    """«Не состоялось»: asks first; the confirmation is the signature under the act with the attendance."""
    meeting, duties = await chaired(request, tap.meeting)
    card = await request.card()
    if card.content.get("confirm") != "notheld":
        await request.uow.outbox.turn(card, {"confirm": "notheld"})
        return
    act = meeting.not_held(duties, request.now)
    await request.uow.acts.add(meeting.id, request.actor.user_id)
    await request.uow.outbox.turn(card, {})
    await keep(request, meeting, act, duties=duties)
    request.reply("toast-not-held")


async def show_participants(request: Request, tap: MeetingTap) -> None:
    """The chair looks who takes part, to add a member (п. 3.2)."""
    await chaired(request, tap.meeting)
    await request.uow.outbox.turn(await request.card(), {"page": "people"})


async def add_participant(request: Request, tap: MeetingTap) -> None:
    """The chair adds a member who was not chosen; the member is told."""
    meeting, duties = await chaired(request, tap.meeting)
    if tap.value not in [seat.number for seat in request.office.profile.seats]:
        raise Refusal("no-such-seat")
    await keep(request, meeting, meeting.add_participant(tap.value), duties=duties)
    binding = (await request.roster()).binding(tap.value)
    if binding is not None:
        await send_card(request, meeting, binding.user_id)
    request.reply("toast-participant-added", who=await request.called(tap.value))


async def back(request: Request, tap: MeetingTap) -> None:
    """«Назад» or «Отмена» of a question: the card as it was."""
    await load(request, tap.meeting)
    await request.uow.expect(request.actor.user_id, None)
    await request.uow.outbox.turn(await request.card(), {})
