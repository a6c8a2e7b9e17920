"""Absences: own dates; the head's hand the duties over (п. 4.3)."""

from __future__ import annotations

from datetime import date

from domain.office.act import Act
from domain.office.outbox import Screen
from domain.office.refusal import Refusal
from domain.people.roster import member_seat
from handlers.chat.cards import show_only
from handlers.chat.request import Request
from handlers.meetings.chairing import follow_duties
from handlers.people.absence_card import span
from handlers.people.taps import AbsenceDayTap, AbsenceTap


async def show_absences(request: Request) -> None:
    """My absences, on a live card."""
    seat = member_seat(request.actor)
    await show_only(request, "absence", f"absence:{seat}")


async def first_day(request: Request, tap: AbsenceDayTap) -> None:
    """«Новое отсутствие», another month, or the first day: then the last one is chosen."""
    member_seat(request.actor)
    content: dict[str, object] = {"page": "first"}
    if isinstance(tap.value, date):
        first = tap.value.isoformat()
        content = {"page": "last", "first": first, "month": first[:7]}
    elif tap.value != "new":
        content["month"] = tap.value
    await request.uow.outbox.turn(await request.card(), content)


async def last_day(request: Request, tap: AbsenceDayTap) -> None:
    """The last day, or another month."""
    seat = member_seat(request.actor)
    card = await request.card()
    first = card.content.get("first")
    if first is None or tap.value == "new":
        raise Refusal("card-outdated")
    if isinstance(tap.value, str):
        await request.uow.outbox.turn(card, {**card.content, "month": tap.value})
        return
    await _add(request, seat, date.fromisoformat(first), tap.value)
    await request.uow.outbox.turn(card, {})


async def back(request: Request, _: AbsenceTap) -> None:
    """«Назад»: the list."""
    member_seat(request.actor)
    await request.uow.outbox.turn(await request.card(), {})


async def _add(request: Request, seat: int, first: date, last: date) -> None:
    if last < first:
        raise Refusal("absence-backwards")
    if last < request.today:
        raise Refusal("absence-is-past")
    roster = await request.roster()
    for known in roster.absences:
        if known.seat == seat and known.first <= last and first <= known.last:
            raise Refusal("absence-overlaps", **span(known.first, known.last))
    for meeting in await request.uow.meetings.current():
        if meeting.is_present(seat) and first <= request.today and meeting.opened_at is not None:
            raise Refusal("absent-from-here", number=meeting.number or 0)
    absence_id = await request.uow.roster.add_absence(seat, first, last)
    data = {"seat": seat, "first": first.isoformat(), "last": last.isoformat()}
    await request.record(Act("absence-recorded", f"absence:{absence_id}", data))
    await follow_duties(request)
    if seat == request.office.profile.head_seat:
        await _tell_acting(request, "acting-will-be", first, last)
    request.reply("toast-absence", **span(first, last))


async def withdraw(request: Request, tap: AbsenceTap) -> None:
    """An absence is taken back."""
    seat = member_seat(request.actor)
    card, roster = await request.card(), await request.roster()
    found = [one for one in roster.absences if one.seat == seat and one.id == tap.value]
    if not found:
        raise Refusal("card-outdated")
    await request.uow.roster.withdraw_absence(found[0].id)
    await request.record(Act("absence-withdrawn", f"absence:{found[0].id}"))
    await follow_duties(request)
    if seat == request.office.profile.head_seat:
        await _tell_acting(request, "acting-no-more", found[0].first, found[0].last)
    request.reply("toast-absence-withdrawn")
    await request.uow.outbox.turn(card, {})


async def _tell_acting(request: Request, key: str, first: date, last: date) -> None:
    binding = (await request.roster()).binding(request.office.profile.acting_seat)
    if binding is not None:
        await request.uow.outbox.text(binding.user_id, Screen(request.texts(key, **span(first, last))))
