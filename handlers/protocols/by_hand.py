"""What is to be handed over by a person: one list of the units without a chat, for whoever chairs."""

from __future__ import annotations

from domain.office.outbox import Button, Screen
from domain.office.wording import clipped, literal
from domain.protocols.dispatch import Dispatch
from handlers.chat.parts import Rows
from handlers.chat.view import View
from handlers.protocols.taps import DispatchTap


async def render(view: View) -> Screen | None:
    """Each unit with what became of its paper; for those that wait, the paper and «Передано»."""
    paper, number = view.card.subject.split(":")
    correction = await view.uow.corrections.get(int(number)) if paper == "correction" else None
    protocol = await view.uow.protocols.get(correction.protocol_id if correction else int(number))
    if protocol is None:
        return None
    said = {"number": protocol.number, "moment": protocol.record.opened_at}
    what = (
        view.texts("by-hand-correction", correction=correction.record.number, **said)
        if correction
        else view.texts("by-hand-protocol", **said)
    )
    found = {one.unit: one for one in await view.uow.dispatches.of(view.card.subject) if one.by_hand}
    in_order = [found[unit.key] for unit in view.office.profile.units if unit.key in found]
    lines = [view.texts("by-hand-heading", paper=what), *(_line(view, one) for one in in_order)]
    return Screen("\n".join(lines), tuple(_rows(view, in_order)))


def _line(view: View, dispatch: Dispatch) -> str:
    title = clipped(view.office.profile.unit(dispatch.unit).title, 70)
    if dispatch.sent_at is None:
        return view.texts("by-hand-waits", unit=title)
    return view.texts("by-hand-done", unit=title, moment=dispatch.sent_at)


def _rows(view: View, dispatches: list[Dispatch]) -> Rows:
    profile, rows = view.office.profile, list[tuple[Button, ...]]()
    for one in dispatches:
        if one.sent_at is None:
            paper, number = one.entity.split(":")
            title = literal(clipped(profile.caption(profile.unit(one.unit)), 40))
            taps = [
                DispatchTap.model_validate({"act": act, "paper": paper, "number": number, "unit": one.unit})
                for act in ("paper", "by-hand")
            ]
            rows.append(
                (
                    Button(view.texts("button-paper-of", unit=title), taps[0].pack()),
                    Button(view.texts("button-handed"), taps[1].pack()),
                )
            )
    return rows
