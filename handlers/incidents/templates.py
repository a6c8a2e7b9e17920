"""One answer for all of an incident, by the template of its topic: shown, changed, kept for the topic."""

from __future__ import annotations

from domain.incidents.incident import Incident
from domain.messages.templates import filled_for_all
from domain.office.outbox import Button
from domain.office.ports import Expectation
from handlers.chat.cards import show_below
from handlers.chat.request import Request
from handlers.chat.view import View
from handlers.incidents.own import incident_to_act_on
from handlers.incidents.taps import IncidentTap
from handlers.messages import template_page

_MOST = 200  # messages whose numbers are looked at


async def show(request: Request, incident: Incident) -> None:
    """«Образец ответа»."""
    incident.require_gathered()
    await template_page.open_page(request)


async def ask_words(request: Request, incident: Incident) -> None:
    """«Изменить текст»."""
    incident.require_gathered()
    await template_page.await_words(request, Expectation("incident-template", {"incident": incident.id}))


async def words(request: Request, expectation: Expectation, text: str) -> None:
    """Other words for the answer: for this incident, and for its topic once they are kept."""
    incident = await incident_to_act_on(request, int(expectation.content["incident"]))
    content = await template_page.with_words(request, text)
    await show_below(request, "incident", incident.entity, content)


async def remember(request: Request, incident: Incident) -> None:
    """«Запомнить для темы»."""
    await template_page.keep_shown(request, incident)


async def page(view: View, incident: Incident) -> tuple[list[str], template_page.Rows]:
    """The answer, with the numbers of the messages, and «Ответ дан» for all of them."""

    def button(key: str, act: str) -> Button:
        return Button(view.texts(f"button-{key}"), IncidentTap(act=act, incident=incident.id).pack())

    async def with_places(text: str) -> str:
        messages = await view.uow.incidents.messages(incident, _MOST)
        return filled_for_all(text, view.office.profile, messages, incident.unit)

    done = ("incident-answered", "answered")
    return await template_page.page(view, incident, button, with_places, done=done, back="back")
