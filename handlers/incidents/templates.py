"""One answer for all of an incident, by the template of its topic: shown, changed, kept for the topic."""

from __future__ import annotations

from domain.incidents.incident import Incident, IncidentState
from domain.messages.templates import LONGEST, filled_for_all, keep, topic_of
from domain.office.outbox import Button
from domain.office.ports import Expectation
from domain.office.refusal import Refusal
from domain.office.typed import said
from handlers.chat.request import Request
from handlers.chat.view import View
from handlers.incidents.own import incident_to_act_on
from handlers.incidents.taps import IncidentTap

Rows = list[tuple[Button, ...]]

PAGES = ("template", "template-own")
_MOST = 200  # messages whose numbers are looked at


async def show(request: Request, incident: Incident) -> None:
    """«Образец ответа»."""
    _require_gathered(incident)
    await request.uow.expect(request.actor.user_id, None)
    await request.uow.outbox.turn(await request.card(), {"page": "template"})


async def ask_words(request: Request, incident: Incident) -> None:
    """«Изменить текст»: the person's next words are the answer."""
    _require_gathered(incident)
    asked = Expectation("incident-template", {"incident": incident.id})
    await request.uow.expect(request.actor.user_id, asked)
    await request.uow.outbox.turn(await request.card(), {"page": "template-own"})


async def words(request: Request, expectation: Expectation, text: str) -> None:
    """Other words for the answer: for this incident, and for its topic once they are kept."""
    incident = await incident_to_act_on(request, int(expectation.content["incident"]))
    answer = await request.office.masked(said(text, LONGEST))
    await request.uow.expect(request.actor.user_id, None)
    content = {"page": "template", "text": answer}
    await request.uow.outbox.card_anew(request.chat_id, "incident", incident.entity, content, former={})


async def remember(request: Request, incident: Incident) -> None:
    """«Запомнить для темы»: what stands on the card answers this topic from now on."""
    card = await request.card()
    text = str(card.content.get("text") or "")
    await request.record(keep(incident, text))
    await request.uow.templates.keep(topic_of(incident), text, request.actor.user_id)
    await request.uow.outbox.turn(card, {"page": "template"})
    request.reply("toast-template-kept")


async def page(view: View, incident: Incident) -> tuple[list[str], Rows]:
    """The answer in a block that is copied by a tap; where there is none, how to write one."""
    back = (_button(view, "back", incident, "back"),)
    if view.card.content.get("page") == "template-own":
        return [view.texts("template-ask-own")], [back]
    kept = await view.uow.templates.of_topic(topic_of(incident))
    own = str(view.card.content.get("text") or "")
    change = _button(view, "template-change", incident, "template-own")
    if not (own or kept):
        return [view.texts("template-none", topic=incident.topic)], [(change,), back]
    messages = await view.uow.incidents.messages(incident, _MOST)
    text = filled_for_all(own or kept, view.office.profile, messages, incident.unit)
    rows: Rows = [(_button(view, "incident-answered", incident, "answered"),), (change,)]
    if own and own != kept:
        rows[1] = (change, _button(view, "template-keep", incident, "template-keep"))
    return [view.texts("template-text", text=text)], [*rows, back]


def _require_gathered(incident: Incident) -> None:
    if incident.state is not IncidentState.GATHERED:
        raise Refusal("incident-decided", state=incident.state.value)


def _button(view: View, key: str, incident: Incident, act: str) -> Button:
    return Button(view.texts(f"button-{key}"), IncidentTap(act=act, incident=incident.id).pack())
