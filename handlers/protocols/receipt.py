"""The reminder of a paper that a unit was sent and has not confirmed."""

from __future__ import annotations

from domain.office.outbox import Button, Screen
from handlers.chat.view import View
from handlers.protocols.taps import DispatchTap


async def render(view: View) -> Screen | None:
    """«Получено» until it is tapped, on this card or on the paper itself."""
    paper, number = view.card.subject.split(":")
    correction = await view.uow.corrections.get(int(number)) if paper == "correction" else None
    protocol = await view.uow.protocols.get(correction.protocol_id if correction else int(number))
    binding = view.roster.binding_of(view.card.chat_id)
    if protocol is None or binding is None:
        return None
    dispatches = await view.uow.dispatches.of(view.card.subject)
    mine = next((one for one in dispatches if one.unit == binding.unit), None)
    if mine is None or mine.sent_at is None:
        return None
    said = {
        "number": protocol.number,
        "held": protocol.record.opened_at,
        "correction": correction.record.number if correction else 0,
    }
    if mine.confirmed_at is not None:
        return Screen(view.texts("receipt-confirmed", moment=mine.confirmed_at, **said))
    tap = DispatchTap(act="received", paper="correction" if correction else "protocol", number=int(number))
    button = Button(view.texts("button-received"), tap.pack())
    return Screen(view.texts("receipt-reminder", moment=mine.sent_at, **said), ((button,),))
