"""Who chairs one meeting: handing it over and taking it back (п. 4.3); cards and menus follow the duties."""

from __future__ import annotations

from domain.meetings import presence
from domain.meetings.meeting import Meeting
from domain.office.outbox import Screen
from domain.people.roster import Actor
from handlers.chat.menus import menu_of
from handlers.chat.request import Request
from handlers.meetings.audience import send_card
from handlers.meetings.meeting import keep, load
from handlers.meetings.taps import MeetingTap


async def hand_over(request: Request, tap: MeetingTap) -> None:
    """«Передать ведение»: asks, then the acting seat gets the chair's panel of this meeting."""
    meeting = await load(request, tap.meeting)
    act = meeting.hand_over(await request.roster(), request.actor, request.now)
    card = await request.card()
    if card.content.get("confirm") != "handover":
        await request.uow.outbox.turn(card, {"confirm": "handover"})
        return
    await request.uow.outbox.turn(card, {})
    await keep(request, meeting, act)
    seat = request.office.profile.acting_seat
    binding = (await request.roster()).binding(seat)
    if binding is not None:
        text = request.texts("chairing-handed-to-you", number=meeting.number or 0, moment=meeting.starts_at)
        await request.uow.outbox.text(binding.user_id, Screen(text))
        await send_card(request, meeting, binding.user_id)
    request.reply("toast-handed-over", who=await request.called(seat))


async def take_back(request: Request, tap: MeetingTap) -> None:
    """«Вернуть ведение»: the head chairs this meeting again."""
    meeting = await load(request, tap.meeting)
    act = meeting.take_back(await request.roster(), request.actor, request.now)
    await keep(request, meeting, act)
    binding = (await request.roster()).binding(request.office.profile.acting_seat)
    if binding is not None:
        text = request.texts("chairing-taken-back", number=meeting.number or 0, moment=meeting.starts_at)
        await request.uow.outbox.text(binding.user_id, Screen(text))
    request.reply("toast-taken-back")


async def follow_duties(request: Request, ended: int | None = None) -> None:
    """After a change of the composition: who is in the room, who chairs, cards and menus follow.

    `ended`: a seat whose holder's term has ended; who comes after them has answered no notice.
    """
    roster = await request.uow.roster.load()
    for meeting in await request.uow.meetings.current():
        if ended is not None:
            presence.answers_end(meeting, ended)
        acts = presence.follow(meeting, roster, request.now)
        await keep(request, meeting, *acts)
        await tell_nobody_chairs(request, meeting)
    for seat in (request.office.profile.head_seat, request.office.profile.acting_seat):
        binding = roster.binding(seat)
        if binding is not None:
            actor = Actor(binding.user_id, binding.standing, binding.name, seat)
            menu = menu_of(actor, roster)
            await request.uow.outbox.menu(binding.user_id, menu, binding.language)


async def tell_nobody_chairs(request: Request, meeting: Meeting) -> None:
    """Both who may chair are told at once when neither can, or when neither is in the room (п. 4.3)."""
    roster, profile = await request.roster(), request.office.profile
    nobody = meeting.chair(roster) is None
    if not nobody and not presence.without_chair(meeting, roster):
        return
    key = "nobody-chairs" if nobody else "chair-has-left"
    for seat in (profile.head_seat, profile.acting_seat):
        binding = roster.binding(seat)
        if binding is not None:
            text = request.texts(key, number=meeting.number or 0, moment=meeting.starts_at)
            await request.uow.outbox.text(
                binding.user_id,
                Screen(text),
                key=f"{key}:{meeting.id}:{len(meeting.breaks)}:{request.today}:{binding.user_id}",
                urgent=True,
            )
