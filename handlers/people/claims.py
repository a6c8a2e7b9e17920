"""The word on a newcomer: whoever performs the head's duties confirms, a holder their own assistant."""

from __future__ import annotations

from domain.office.act import Act
from domain.office.outbox import Button, Screen
from domain.office.refusal import Refusal, required
from domain.people.invitation import CLAIMED, CONFIRMED, REFUSED, require_free
from domain.people.roster import Binding, Roster, Standing
from domain.people.store import Invitation
from domain.unit_of_work import UnitOfWork
from handlers.chat.menus import menu_of
from handlers.chat.request import Request
from handlers.chat.taps import CommandTap
from handlers.chat.wording import called
from handlers.meetings.audience import send_card
from handlers.meetings.chairing import follow_duties
from handlers.people.dismissal import dismiss
from handlers.people.taps import ClaimTap, InviteTap


async def judges(request: Request, invitation: Invitation) -> list[int]:
    """Who confirms a newcomer: whoever performs the head's duties; before there is one, administrators.

    An assistant is confirmed by the holder who named them, while that is who holds the seat.
    """
    roster = await request.roster()
    if invitation.standing is Standing.ASSISTANT:
        named_by = roster.binding_of(invitation.invited_by or 0)
        holds = named_by is not None and named_by.seat == invitation.seat
        return [named_by.user_id] if named_by is not None and holds else []
    duties = roster.duties()
    binding = roster.binding(duties.seat) if duties is not None else None
    return [binding.user_id] if binding is not None else sorted(request.office.admins)


async def invitation_of(request: Request, invitation_id: int) -> Invitation:
    """The invitation with this id; a refusal when there is none."""
    return required(await request.uow.roster.invitation(invitation_id), "invitation-unknown")


async def _claimed(request: Request, invitation_id: int) -> Invitation:
    if request.actor.standing is Standing.STRANGER:
        raise Refusal("stranger")
    invitation = await invitation_of(request, invitation_id)
    if request.actor.user_id not in await judges(request, invitation):
        named = invitation.standing is Standing.ASSISTANT
        raise Refusal("only-holder-confirms" if named else "only-head-confirms")
    if invitation.state != CLAIMED:
        raise Refusal(f"invitation-{invitation.state}")
    return invitation


async def ask_refusal(request: Request, tap: ClaimTap) -> None:
    """«Отклонить»: asks first; «Отмена»: the claim as it was."""
    await _claimed(request, tap.invitation)
    await request.uow.outbox.turn(await request.card(), {"refuse": True} if tap.act == "refuse" else {})


async def refuse(request: Request, tap: ClaimTap) -> None:
    """«Подтвердить» after «Отклонить»: this newcomer is not let in."""
    invitation = await _claimed(request, tap.invitation)
    assert invitation.user_id is not None  # a claim has its account
    await request.uow.expect(invitation.user_id, None)
    await request.uow.roster.update_invitation(invitation.id, REFUSED)
    await request.record(Act("claim-refused", f"invitation:{invitation.id}"))
    await request.uow.outbox.text(invitation.user_id, Screen(request.texts("claim-refused-you")))


async def confirm(request: Request, tap: ClaimTap) -> None:
    """«Подтвердить»: the account is bound, the menu becomes the role's."""
    await _let_in(request, await _claimed(request, tap.invitation))
    request.reply("toast-bound")


async def confirm_everybody(request: Request, _: InviteTap) -> None:
    """«Подтвердить всех»: everyone on the card of invitations who waits for this person's word."""
    if request.actor.standing is Standing.STRANGER:
        raise Refusal("stranger")
    waiting = [
        one
        for one in await request.uow.roster.pending()
        if one.state == CLAIMED and one.standing is not Standing.ASSISTANT
    ]
    mine = [one for one in waiting if request.actor.user_id in await judges(request, one)]
    if not mine:
        raise Refusal("only-head-confirms" if waiting else "nobody-waits")
    for invitation in mine:
        await _let_in(request, invitation)
    request.reply("toast-bound-several", count=len(mine))


async def refused_newcomer(uow: UnitOfWork, user_id: int) -> Refusal | None:
    """What whoever came by a link is told instead of a stranger's line; None for a stranger."""
    if any(one.user_id == user_id for one in await uow.roster.pending()):
        return Refusal("invitation-waits")
    awaited = await uow.expected(user_id)
    return Refusal("invitation-unnamed", asked=awaited.kind) if awaited is not None else None


async def _let_in(request: Request, invitation: Invitation) -> None:
    user_id = invitation.user_id
    assert user_id is not None  # a claim has its account
    for judge in await judges(request, invitation):  # the board of invitations shows who is there
        await request.uow.outbox.remove_subject(judge, "claim", f"claim:{invitation.id}")
    roster = await request.roster()
    require_free(roster, user_id)
    name, _newline, position = invitation.name.partition("\n")
    if invitation.standing is Standing.ASSISTANT:
        assisted = roster.holder(invitation.seat or 0)
        assert assisted is not None  # the holder confirms
        binding = Binding(user_id, invitation.standing, name, assists=assisted.seat)
        holder: int | None = assisted.id
    else:
        binding = Binding(user_id, invitation.standing, name, invitation.seat, invitation.unit, position)
        holder = await _seat(request, roster, invitation.seat, name) if invitation.seat is not None else None
    seat = invitation.seat if invitation.standing is Standing.MEMBER else None
    replaces = seat is not None and (former := roster.holder(seat)) is not None and former.id != holder
    await request.uow.roster.bind(binding, holder)
    if invitation.meeting_id is not None:
        await _invite_to_meeting(request, invitation.meeting_id, user_id)
    await request.uow.roster.update_invitation(invitation.id, CONFIRMED)
    data = {"user": user_id, "seat": invitation.seat, "unit": invitation.unit}
    await request.record(Act("bound", f"invitation:{invitation.id}", data))
    await follow_duties(request, ended=seat if replaces else None)
    if seat is not None:
        await _call(request, seat, user_id)
    await request.uow.expect(user_id, None)
    await greet(request, user_id)


async def _seat(request: Request, roster: Roster, seat: int, name: str) -> int:
    """The holder's id: the same person keeps the term, another begins one today."""
    holder, former = roster.holder(seat), roster.binding(seat)
    if former is not None:
        await dismiss(request, former)
    if holder is not None and holder.name == name:
        return holder.id
    return await request.uow.roster.seat_holder(seat, name, request.today)


async def _invite_to_meeting(request: Request, meeting_id: int, user_id: int) -> None:
    meeting = await request.uow.meetings.get(meeting_id)
    if meeting is not None and user_id not in meeting.guests:
        meeting.guests.append(user_id)
        await request.uow.meetings.save(meeting)
        if meeting.number is not None:
            await request.uow.outbox.card(user_id, "meeting", meeting.entity)


async def _call(request: Request, seat: int, user_id: int) -> None:
    """The notices of the meetings to which the seat's holder is called."""
    for meeting in await request.uow.meetings.current():
        if seat in meeting.participants:
            await send_card(request, meeting, user_id)


async def greet(request: Request, user_id: int) -> None:
    """Tell the newcomer where they are, and set the menu of their role."""
    roster = await request.uow.roster.load()
    binding = roster.binding_of(user_id)
    assert binding is not None  # bound a moment ago
    admin = user_id in request.office.admins
    menu = menu_of(binding.actor(admin=admin), roster)
    await request.uow.outbox.menu(user_id, menu)
    place = "seat" if binding.seat is not None else binding.standing.value
    position = request.office.profile.seat(binding.seat).position if binding.seat is not None else ""
    seat = binding.seat or binding.assists or 0
    who = called(request.texts, roster, seat)
    text = request.texts("bound-you", place=place, seat=seat, position=position, who=who)
    role = roster.capacity(binding.seat).value if binding.seat is not None else menu.value
    part = request.texts(f"help-{role.replace('_', '-')}")
    begins = Button(request.texts("command-start"), CommandTap(name="start").pack())
    await request.uow.outbox.text(user_id, Screen(f"{text}\n\n{part}", ((begins,),)))
