"""The roster: nine seats, who holds them, who is bound; the head replaces a holder or records a vacancy."""

from __future__ import annotations

from domain.office.act import Act
from domain.office.refusal import Refusal
from domain.people.roster import Roster, member_seat
from handlers.chat.cards import show_below, turn_or_show
from handlers.chat.request import Request
from handlers.meetings.chairing import follow_duties
from handlers.people.dismissal import dismiss
from handlers.people.taps import SeatTap

ROSTER = "roster"


async def show_roster(request: Request) -> None:
    """Nine seats on a live card, below."""
    member_seat(request.actor)
    await show_below(request, ROSTER, ROSTER, {})


async def turn(request: Request, content: dict[str, object]) -> None:
    """The card to this page."""
    await turn_or_show(request, ROSTER, ROSTER, content)


async def _headed(request: Request, seat: int) -> Roster:
    roster = await request.roster()
    roster.require_duties(request.actor, "roster")
    if seat not in [one.number for one in request.office.profile.seats]:
        raise Refusal("no-such-seat")
    return roster


async def to_seats(request: Request, _: SeatTap) -> None:
    """«Назад»: all of them again."""
    (await request.roster()).require_duties(request.actor, "roster")
    await turn(request, {})


async def show_seat(request: Request, tap: SeatTap) -> None:
    """One seat, for the head: invite, unbind, vacate."""
    await _headed(request, tap.seat)
    await turn(request, {"page": "seat", "seat": tap.seat})


async def vacate(request: Request, tap: SeatTap) -> None:
    """«Вакансия»: asks first; then the term ends, the account is unbound, the seat stays (п. 3.1)."""
    roster = await _headed(request, tap.seat)
    holder, binding = roster.holder(tap.seat), roster.binding(tap.seat)
    if holder is None:
        raise Refusal("seat-is-vacant", seat=tap.seat)
    if tap.act == "vacate":
        await turn(request, {"page": "vacate", "seat": tap.seat})
        return
    if binding is not None:
        await dismiss(request, binding)
    await request.uow.roster.vacate(tap.seat, request.today)
    await request.record(Act("vacated", f"seat:{tap.seat}", {"holder": holder.id}))
    await follow_duties(request, ended=tap.seat)
    await turn(request, {"page": "seat", "seat": tap.seat})
    request.warn("toast-vacated", seat=tap.seat)


async def unbind(request: Request, tap: SeatTap) -> None:
    """«Отвязать чат»: asks first; then the account is known no more, the holder stays."""
    roster = await _headed(request, tap.seat)
    binding = roster.binding(tap.seat)
    if binding is None:
        raise Refusal("seat-is-unbound", seat=tap.seat)
    if tap.act == "unbind":
        await turn(request, {"page": "unbind", "seat": tap.seat})
        return
    await dismiss(request, binding)
    await request.record(Act("unbound", f"seat:{tap.seat}", {"user": binding.user_id}))
    await turn(request, {"page": "seat", "seat": tap.seat})
    request.warn("toast-unbound", name=binding.name)
