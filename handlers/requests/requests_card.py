"""`/request`: what the head has asked for, what is asked of a seat (п. 3.2, 3.3)."""

from __future__ import annotations

from domain.office.outbox import Button, Screen
from domain.office.wording import clipped, literal
from domain.requests.materials import MaterialRequest
from handlers.chat.parts import Rows, button, onward
from handlers.chat.view import View
from handlers.requests.taps import CentreTap, MaterialTap

_PAST = 5


async def render(view: View) -> Screen | None:
    """Requests for materials whose answers are awaited; for the head also past ones, and what to begin."""
    seat, page = view.seat, view.card.content.get("page")
    if page in ("out", "in") and view.chairs:
        back = button(view, "back", CentreTap(act="back", request=0).pack())
        return Screen(view.texts("centre-ask", outgoing="yes" if page == "out" else "no"), ((back,),))
    sent = [one for one in await view.uow.materials.sent() if view.chairs or seat in one.seats]
    past = list(await view.uow.materials.past(_PAST)) if view.chairs else []
    lines = [view.texts("requests-heading", count=len(sent))]
    lines += [_line(view, one) for one in sent]
    if not sent:
        lines.append(view.texts("requests-none"))
    rows: Rows = [(_opens(view, one),) for one in [*sent, *past]]
    if view.chairs:
        rows.append((button(view, "requests-new", MaterialTap(act="new", request=0).pack()),))
        rows.append(
            (
                button(view, "centre-out", CentreTap(act="out", request=0).pack()),
                button(view, "centre-in", CentreTap(act="in", request=0).pack()),
            )
        )
        registered = await view.uow.centre_requests.count()
        if registered:
            caption = view.texts("button-centre-list", count=registered)
            rows.append((Button(caption, CentreTap(act="list", request=0).pack()),))
    return Screen("\n".join(lines), tuple(rows) or (onward(view),))


def _line(view: View, asked: MaterialRequest) -> str:
    today = view.now.date()
    return view.texts(
        "requests-line",
        id=asked.id,
        text=clipped(asked.text, 100),
        due=asked.due or today,
        late="yes" if asked.due is not None and asked.due < today and asked.waiting else "no",
        answered=len(asked.replies),
        count=len(asked.seats),
    )


def _opens(view: View, asked: MaterialRequest) -> Button:
    caption = view.texts(
        "button-request-open", id=asked.id, text=literal(clipped(asked.text, 40)), state=asked.state.value
    )
    return Button(caption, MaterialTap(act="open", request=asked.id).pack())
