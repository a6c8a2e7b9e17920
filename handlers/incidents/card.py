"""An incident's card: how many messages, how they stand, how it has grown, what to do about them."""

from __future__ import annotations

from domain.incidents.incident import Incident, IncidentState, Standing, may_act_on
from domain.messages.acts import may_act
from domain.office.outbox import Button, Screen
from handlers.chat.parts import turning
from handlers.chat.view import View
from handlers.incidents import templates
from handlers.incidents.own import may_look_at
from handlers.incidents.taps import IncidentPageTap, IncidentTap
from handlers.incidents.wording import title_of
from handlers.messages import template_page
from handlers.messages.line import delay_reason, item_lines
from handlers.messages.taps import ListNumberTap

Rows = list[tuple[Button, ...]]

_PAGE = 6


async def render(view: View) -> Screen | None:
    """The card, or a page of its messages."""
    incident = await view.uow.incidents.get(int(view.card.key))
    if incident is None:
        return None
    standing = await view.uow.incidents.standing(incident, view.now)
    if incident.state in (IncidentState.DECLINED, IncidentState.APART):
        return Screen(view.texts(f"incident-{incident.state.value}", title=title_of(view, incident, 0)))
    lines = _lines(view, incident, standing)
    page = view.card.content.get("page")
    if page == "messages":
        return await _messages(view, incident, standing, lines[0])
    if view.seat is None or not may_act_on(view.roster, view.seat, incident):
        looks = view.seat is not None and await may_look_at(view.uow, view.roster, view.seat, incident)
        return Screen("\n".join(lines), ((_see(view, incident, standing),),) if looks else ())
    if page in template_page.PAGES and incident.state is IncidentState.GATHERED:
        said, template_rows = await templates.page(view, incident)
        return Screen("\n".join([lines[0], "", *said]), tuple(template_rows))
    if page == "apart" and incident.state is IncidentState.GATHERED:
        lines += ["", view.texts("incident-ask-apart")]
        yes, back = _button(view, "confirm", incident, "yes"), _button(view, "back", incident, "back")
        return Screen("\n".join(lines), ((yes,), (back,)))
    return Screen("\n".join(lines), tuple(_rows(view, incident, standing)))


def _lines(view: View, incident: Incident, standing: Standing) -> list[str]:
    profile = view.office.profile
    lines = [
        view.texts("incident-heading", title=title_of(view, incident, standing.whole)),
        view.texts(
            "incident-place",
            block=profile.block(incident.block).title if incident.block else view.texts("block-none"),
            unit=profile.unit(incident.unit).title if incident.unit else "—",
        ),
    ]
    if standing.whole:
        counts = {"open": standing.open, "overdue": standing.overdue, "outside": standing.outside}
        answered = standing.whole - standing.open - standing.outside
        lines.append(view.texts("incident-standing", answered=answered, **counts))
    if standing.first_due is not None and not standing.overdue:
        lines.append(view.texts("incident-first-due", moment=standing.first_due))
    if incident.reason and standing.open:
        lines.append(view.texts("message-reason", reason=delay_reason(view, incident.reason)))
    if incident.grown:
        lines.append(view.texts("incident-grown", count=incident.grown, moment=incident.seen_at))
    if incident.state is IncidentState.OFFERED:
        lines += ["", view.texts("incident-ask-gather")]
    return lines


def _see(view: View, incident: Incident, standing: Standing) -> Button:
    return Button(
        view.texts("button-incident-messages", count=standing.whole),
        IncidentPageTap(act="page", incident=incident.id, value=0).pack(),
    )


def _rows(view: View, incident: Incident, standing: Standing) -> Rows:
    see = _see(view, incident, standing)
    if incident.state is IncidentState.OFFERED:
        decide = tuple(_button(view, f"incident-{act}", incident, act) for act in ("gather", "decline"))
        return [decide, (see,)]
    if incident.state is not IncidentState.GATHERED:
        return []
    rows: Rows = []
    if standing.open:
        rows.append((_button(view, "incident-answered", incident, "answered"),))
        rows.append(tuple(_button(view, f"several-{act}", incident, act) for act in ("reason", "unit")))
        block = _button(view, "several-block", incident, "block")
        rows.append((block, _button(view, "template", incident, "template")))
    return [*rows, (see, _button(view, "incident-apart", incident, "apart"))]


async def _messages(view: View, incident: Incident, standing: Standing, heading: str) -> Screen:
    last = max(0, (standing.whole - 1) // _PAGE)
    page = min(int(view.card.content.get("turn", 0)), last)
    found = await view.uow.incidents.messages(incident, _PAGE, page * _PAGE)
    numbered = list(enumerate(found, start=page * _PAGE + 1))
    lines = [heading, ""]
    for number, message in numbered:
        lines += item_lines(view, number, message, block_shown=message.block != incident.block)
    opens = tuple(
        Button(str(number), ListNumberTap(act="open", value=message.id).pack())
        for number, message in numbered
        if view.seat is not None and may_act(view.roster, view.seat, message)
    )
    moves = turning(
        page, page < last, lambda to: IncidentPageTap(act="page", incident=incident.id, value=to).pack()
    )
    rows = (opens, moves, (_button(view, "back", incident, "back"),))
    return Screen("\n".join(lines), tuple(row for row in rows if row))


def _button(view: View, key: str, incident: Incident, act: str) -> Button:
    return Button(view.texts(f"button-{key}"), IncidentTap(act=act, incident=incident.id).pack())
