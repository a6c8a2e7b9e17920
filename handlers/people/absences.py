"""Absences: own dates; the head's hand the duties over (п. 4.3)."""

from __future__ import annotations

from datetime import date

from domain.office.act import Act
from domain.office.outbox import Screen
from domain.office.refusal import Refusal
from domain.people.roster import member_seat
from handlers.chat.request import Request
from handlers.meetings.chairing import follow_duties
from handlers.people.taps import AbsenceTap


async def show_absences(request: Request) -> None:
    """My absences, on a live card."""
    seat = member_seat(request.actor)
    await request.uow.outbox.retire_kind(request.chat_id, "absence")
    await request.uow.outbox.card(request.chat_id, "absence", f"absence:{seat}")


async def tapped(request: Request, tap: AbsenceTap) -> None:
    """Choose the first day, then the last; or withdraw an absence."""
    seat = member_seat(request.actor)
    card = await request.card()
    act, value = tap.act, tap.value
    if act == "withdraw":
        await _withdraw(request, seat, value)
        await request.uow.outbox.turn(card, {})
    elif act == "back":
        await request.uow.outbox.turn(card, {})
    elif act == "first":
        day = _day(value)
        content = (
            {"page": "last", "first": value, "month": value[:7]} if day else {"page": "first", "month": value}
        )
        if value == "new":
            content = {"page": "first"}
        await request.uow.outbox.turn(card, content)
    elif act == "last":
        last, first = _day(value), _day(str(card.content.get("first", "")))
        if first is None:
            raise Refusal("card-outdated")
        if last is None:
            await request.uow.outbox.turn(card, {**card.content, "month": value})
            return
        await _add(request, seat, first, last)
        await request.uow.outbox.turn(card, {})
    else:
        raise Refusal("card-outdated")


def _day(value: str) -> date | None:
    """A day of the calendar; None for a month to turn to. A refusal for what is neither."""
    if value in ("new", ""):
        return None
    try:
        if len(value) == len("2026-11"):
            date.fromisoformat(f"{value}-01")
            return None
        return date.fromisoformat(value)
    except ValueError:
        raise Refusal("card-outdated") from None


async def _add(request: Request, seat: int, first: date, last: date) -> None:
    if last < first:
        raise Refusal("absence-backwards")
    if last < request.today:
        raise Refusal("absence-is-past")
    roster = await request.roster()
    for known in roster.absences:
        if known.seat == seat and known.first <= last and first <= known.last:
            raise Refusal("absence-overlaps", first=known.first, last=known.last)
    for meeting in await request.uow.meetings.current():
        if meeting.is_present(seat) and first <= request.today and meeting.opened_at is not None:
            raise Refusal("absent-from-here", number=meeting.number or 0)
    absence_id = await request.uow.roster.add_absence(seat, first, last)
    data = {"seat": seat, "first": first.isoformat(), "last": last.isoformat()}
    await request.record(Act("absence-recorded", f"absence:{absence_id}", data))
    await follow_duties(request)
    if seat == request.office.profile.head_seat:
        await _tell_acting(request, "acting-will-be", first, last)
    request.reply("toast-absence", first=first, last=last)


async def _withdraw(request: Request, seat: int, value: str) -> None:
    roster = await request.roster()
    found = [one for one in roster.absences if one.seat == seat and str(one.id) == value]
    if not found:
        raise Refusal("card-outdated")
    await request.uow.roster.withdraw_absence(found[0].id)
    await request.record(Act("absence-withdrawn", f"absence:{found[0].id}"))
    await follow_duties(request)
    if seat == request.office.profile.head_seat:
        await _tell_acting(request, "acting-no-more", found[0].first, found[0].last)
    request.reply("toast-absence-withdrawn")


async def _tell_acting(request: Request, key: str, first: date, last: date) -> None:
    binding = (await request.roster()).binding(request.office.profile.acting_seat)
    if binding is not None:
        await request.uow.outbox.text(binding.user_id, Screen(request.texts(key, first=first, last=last)))
