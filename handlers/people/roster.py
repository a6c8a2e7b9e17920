"""The roster: nine seats, who holds them, who is bound; the head replaces a holder or records a vacancy."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery
from aiogram.types import Message as ChatMessage

from domain.office.act import Act
from domain.office.outbox import Button, Screen
from domain.office.refusal import Refusal
from domain.people.roster import Roster, member_seat
from handlers.chat.request import Request
from handlers.chat.taps import CommandTap, InviteTap, SeatTap
from handlers.meetings.chairing import follow_duties
from handlers.people.contacts import contacts_row
from handlers.people.dismissal import dismiss


def build() -> Router:
    """`/roster` and the pages of seats."""
    router = Router(name="roster")
    router.message.register(roster_command, Command("roster"))
    router.callback_query.register(roster_button, CommandTap.filter(F.name == "roster"))
    router.callback_query.register(show_seat, SeatTap.filter(F.act == "show"))
    router.callback_query.register(vacate, SeatTap.filter(F.act.in_(("vacate", "vacated"))))
    router.callback_query.register(unbind, SeatTap.filter(F.act.in_(("unbind", "unbound"))))
    return router


async def roster_command(_: ChatMessage, request: Request) -> None:
    """`/roster`."""
    await show_roster(request)


async def roster_button(_: CallbackQuery, request: Request) -> None:
    """The button that does what `/roster` does."""
    await show_roster(request)


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


async def show_seat(_: CallbackQuery, callback_data: SeatTap, request: Request) -> None:
    """One seat, for the head: invite, unbind, vacate."""
    roster = await _headed(request, callback_data.seat)
    seat = request.office.profile.seat(callback_data.seat)
    holder, binding = roster.holder(seat.number), roster.binding(seat.number)
    if holder is None:
        text = request.own_texts("seat-page-vacant", seat=seat.number, position=seat.position)
    else:
        text = request.own_texts(
            "seat-page", seat=seat.number, position=seat.position, name=holder.name, since=holder.since,
            bound="yes" if binding else "no",
        )  # fmt: skip
    invite = InviteTap(kind="seat", key=str(seat.number)).pack()
    rows = [(Button(request.own_texts("button-replace", vacant="no" if holder else "yes"), invite),)]
    if binding is not None:
        rows.append((_button(request, "unbind", "unbind", seat.number),))
    if holder is not None:
        rows.append((_button(request, "vacate", "vacate", seat.number),))
    await request.show(Screen(text, tuple(rows)))


def _button(request: Request, key: str, act: str, seat: int) -> Button:
    return Button(request.own_texts(f"button-{key}"), SeatTap(act=act, seat=seat).pack())


async def _asked(request: Request, callback_data: SeatTap, question: str, done: str) -> bool:
    """Whether it is confirmed already; else ask."""
    if callback_data.act == done:
        return True
    rows = (
        (
            _button(request, "confirm", done, callback_data.seat),
            _button(request, "cancel", "show", callback_data.seat),
        ),
    )
    await request.show(Screen(request.own_texts(question, seat=callback_data.seat), rows))
    return False


async def vacate(_: CallbackQuery, callback_data: SeatTap, request: Request) -> None:
    """«Вакансия»: the holder's term ends, the account is unbound, the seat stays (п. 3.1)."""
    roster = await _headed(request, callback_data.seat)
    holder, binding = roster.holder(callback_data.seat), roster.binding(callback_data.seat)
    if holder is None:
        raise Refusal("seat-is-vacant", seat=callback_data.seat)
    if not await _asked(request, callback_data, "confirm-vacate", "vacated"):
        return
    if binding is not None:
        await dismiss(request, binding)
    await request.uow.roster.vacate(callback_data.seat, request.today)
    await request.record(Act("vacated", f"seat:{callback_data.seat}", {"holder": holder.id}))
    await follow_duties(request)
    await request.uow.outbox.touch("digest")
    request.warn("toast-vacated", seat=callback_data.seat)


async def unbind(_: CallbackQuery, callback_data: SeatTap, request: Request) -> None:
    """«Отвязать чат»: the holder stays, the account is known no more."""
    roster = await _headed(request, callback_data.seat)
    binding = roster.binding(callback_data.seat)
    if binding is None:
        raise Refusal("seat-is-unbound", seat=callback_data.seat)
    if not await _asked(request, callback_data, "confirm-unbind", "unbound"):
        return
    await dismiss(request, binding)
    await request.record(Act("unbound", f"seat:{callback_data.seat}", {"user": binding.user_id}))
    request.warn("toast-unbound", seat=callback_data.seat)
