"""The first evening of an office: what is ready and what is next, in the head's greeting."""

from __future__ import annotations

from dataclasses import dataclass

from domain.meetings.search import Search
from domain.messages.sections import Section, seat_filter
from domain.office.outbox import Button, Screen
from handlers.chat.parts import button
from handlers.chat.taps import CommandTap, Tap
from handlers.chat.view import View


class StartTap(Tap, prefix="start"):
    """What is done with the greeting: another page of it, back, or the first evening is hidden."""

    act: str


HOW_TO = ("group", "registry")
"""Pages that say how a step is done which no button can do."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something that an office needs before it works."""

    line: str
    done: bool
    next: Button


async def steps(view: View) -> list[Step]:
    """Group, people, registries, the first meeting."""
    seats = view.office.profile.seats
    bound = sum(view.roster.binding(seat.number) is not None for seat in seats)
    everybody = len(seats)
    met = bool(await view.uow.meetings.nearest() or await view.uow.past.count(Search()))
    return [
        _step(view, "group", StartTap(act="group"), done=await _grouped(view)),
        _step(view, "people", CommandTap(name="invite"), done=bound == everybody, bound=bound, of=everybody),
        _step(view, "registry", StartTap(act="registry"), done=await _loaded(view)),
        _step(view, "first-meeting", CommandTap(name="convene"), done=met),
    ]


def _step(view: View, key: str, tap: Tap, *, done: bool, **words: int) -> Step:
    said = view.texts(f"start-step-{key}", done="yes" if done else "no", **words)
    return Step(f"{'✓' if done else '○'} {said}", done, button(view, f"step-{key}", tap.pack()))


async def _grouped(view: View) -> bool:
    return await view.uow.roster.office_chat() is not None


async def _loaded(view: View) -> bool:
    seat = view.office.profile.seat(view.seat or 0)
    scope = seat_filter(view.office.profile, view.office.calendar, view.now, seat)
    return await view.uow.messages.count(scope, Section.ALL, 1) > 0


async def how_to(view: View, page: str) -> Screen | None:
    """How the bot gets into the group, or a registry into the bot; None once that is done."""
    if await (_grouped(view) if page == "group" else _loaded(view)):
        return None
    back = button(view, "back", StartTap(act="back").pack())
    adds = view.office.links.to_group("bind") if page == "group" else ""
    rows = ((Button(view.texts("button-add-to-group"), url=adds),),) if adds else ()
    return Screen(view.texts(f"start-how-{page}"), (*rows, (back,)))
