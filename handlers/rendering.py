"""Views: domain state in, text and keyboard out."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from domain.office.outbox import Screen
from handlers.chat.view import Renderer, View
from handlers.digests import card as digest
from handlers.figures import figures_card, report_card
from handlers.imports import card as registry
from handlers.meetings import meeting_card, notice, past_card, statistics_card, vote_card
from handlers.meetings.convening import card
from handlers.messages import adding_card, list_card
from handlers.messages import card as message
from handlers.people import absence_card, assistants_card, claim_card, reach_card, settings_card
from handlers.posts import card as publication
from handlers.proposals import card as proposal
from handlers.protocols import protocol_card, receipt
from handlers.requests import centre_card, materials_card, recommendations_card, requests_card
from handlers.tasks import card as task
from handlers.tasks import list_card as tasks

_RENDERERS: Mapping[str, Renderer] = MappingProxyType(
    {
        "absence": absence_card.render,
        "adding": adding_card.render,
        "assistants": assistants_card.render,
        "centre": centre_card.render,
        "centres": centre_card.render_list,
        "claim": claim_card.render,
        "convening": card.render,
        "digest": digest.render,
        "drafts": notice.render_drafts,
        "figures": figures_card.render,
        "history": past_card.render,
        "materials": materials_card.render,
        "meeting": meeting_card.render,
        "message": message.render,
        "messages": list_card.render,
        "proposal": proposal.render,
        "proposals": proposal.render_list,
        "protocol": protocol_card.render,
        "receipt": receipt.render,
        "publication": publication.render,
        "recommendations": recommendations_card.render,
        "registry": registry.render,
        "requests": requests_card.render,
        "task": task.render,
        "tasks": tasks.render,
        "report": report_card.render,
        "settings": settings_card.render,
        "statistics": statistics_card.render,
        "unreachable": reach_card.render,
        "vote": vote_card.render,
    }
)


async def render(view: View) -> Screen | None:
    """What the card shows now; None when there is nothing to show any more."""
    return await _RENDERERS[view.card.kind](view)
