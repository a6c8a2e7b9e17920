"""The roster: nine seats, who holds them, who is bound; the head replaces a holder or records a vacancy."""

from __future__ import annotations

from domain.office.act import Act
from domain.office.outbox import Button, Screen
from domain.office.refusal import Refusal
from domain.people.roster import Roster, member_seat
from handlers.chat.request import Request
from handlers.meetings.chairing import follow_duties
from handlers.people.contacts import contacts_row
from handlers.people.dismissal import dismiss
from handlers.people.taps import InviteSeatTap, SeatTap


async def show_roster(request: Request) -> None:
    """Nine seats: position, role, holder, bound or not, absent until."""
    member_seat(request.actor)
    roster = await request.roster()
    profile, duties = request.office.profile, roster.duties()
    decree = profile.decree
    lines = [request.own_texts("roster-heading", number=decree.number, day=decree.date)]
    for seat in profile.seats:
        holder, absence = roster.holder(seat.number), roster.absence(seat.number)
        state = "vacant" if holder is None else "bound" if roster.binding(seat.number) else "unbound"
        acts = duties is not None and duties.acting and duties.seat == seat.number
        lines.append(
            request.own_texts(
                "roster-seat",
                seat=seat.number,
                position=seat.position,
                duty=seat.duty,
                name=holder.name if holder else "",
                state=state,
                acting="yes" if acts else "no",
                away="yes" if absence else "no",
                until=absence.last if absence else request.now,
            )
        )
    rows: tuple[tuple[Button, ...], ...] = ()
    if duties is not None and duties.seat == request.actor.seat and request.private:
        buttons = [
            Button(str(seat.number), SeatTap(act="show", seat=seat.number).pack()) for seat in profile.seats
        ]
        rows = (tuple(buttons[:5]), tuple(buttons[5:]), *contacts_row(request, roster))
        lines += ["", request.own_texts("roster-choose")]
    await request.show(Screen("\n".join(lines), rows))


async def _headed(request: Request, seat: int) -> Roster:
    roster = await request.roster()
    roster.require_duties(request.actor, "roster")
    if seat not in [one.number for one in request.office.profile.seats]:
        raise Refusal("no-such-seat")
    return roster


async def show_seat(request: Request, tap: SeatTap) -> None:
    """One seat, for the head: invite, unbind, vacate."""
    roster = await _headed(request, tap.seat)
    seat = request.office.profile.seat(tap.seat)
    holder, binding = roster.holder(seat.number), roster.binding(seat.number)
    if holder is None:
        text = request.own_texts("seat-page-vacant", seat=seat.number, position=seat.position)
    else:
        text = request.own_texts(
            "seat-page", seat=seat.number, position=seat.position, name=holder.name, since=holder.since,
            bound="yes" if binding else "no",
        )  # fmt: skip
    invite = InviteSeatTap(kind="seat", key=seat.number).pack()
    rows = [(Button(request.own_texts("button-replace", vacant="no" if holder else "yes"), invite),)]
    if binding is not None:
        rows.append((_button(request, "unbind", "unbind", seat.number),))
    if holder is not None:
        rows.append((_button(request, "vacate", "vacate", seat.number),))
    await request.show(Screen(text, tuple(rows)))


def _button(request: Request, key: str, act: str, seat: int) -> Button:
    return Button(request.own_texts(f"button-{key}"), SeatTap(act=act, seat=seat).pack())


async def _asked(request: Request, tap: SeatTap, question: str, done: str, name: str) -> bool:
    """Whether it is confirmed already; else ask."""
    if tap.act == done:
        return True
    rows = (
        (
            _button(request, "confirm", done, tap.seat),
            _button(request, "cancel", "show", tap.seat),
        ),
    )
    await request.show(Screen(request.own_texts(question, seat=tap.seat, name=name), rows))
    return False


async def vacate(request: Request, tap: SeatTap) -> None:
    """«Вакансия»: the holder's term ends, the account is unbound, the seat stays (п. 3.1)."""
    roster = await _headed(request, tap.seat)
    holder, binding = roster.holder(tap.seat), roster.binding(tap.seat)
    if holder is None:
        raise Refusal("seat-is-vacant", seat=tap.seat)
    if not await _asked(request, tap, "confirm-vacate", "vacated", holder.name):
        return
    if binding is not None:
        await dismiss(request, binding)
    await request.uow.roster.vacate(tap.seat, request.today)
    await request.record(Act("vacated", f"seat:{tap.seat}", {"holder": holder.id}))
    await follow_duties(request, ended=tap.seat)
    request.warn("toast-vacated", seat=tap.seat)


async def unbind(request: Request, tap: SeatTap) -> None:
    """«Отвязать чат»: the holder stays, the account is known no more."""
    roster = await _headed(request, tap.seat)
    binding = roster.binding(tap.seat)
    if binding is None:
        raise Refusal("seat-is-unbound", seat=tap.seat)
    if not await _asked(request, tap, "confirm-unbind", "unbound", binding.name):
        return
    await dismiss(request, binding)
    await request.record(Act("unbound", f"seat:{tap.seat}", {"user": binding.user_id}))
    request.warn("toast-unbound", name=binding.name)
