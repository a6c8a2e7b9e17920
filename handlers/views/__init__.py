"""Views: domain state in, text and keyboard out."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from domain.ports import Screen
from handlers.views import (
    absence,
    adding,
    assistants,
    centre,
    claim,
    convening,
    digest,
    figures,
    history,
    materials,
    meeting,
    message,
    message_registry,
    notice,
    proposal,
    protocol,
    publication,
    reach,
    receipt,
    recommendations,
    registry,
    report,
    requests,
    settings,
    statistics,
    task,
    tasks,
    vote,
)
from handlers.views.context import Renderer, View

_RENDERERS: Mapping[str, Renderer] = MappingProxyType(
    {
        "absence": absence.render,
        "adding": adding.render,
        "assistants": assistants.render,
        "centre": centre.render,
        "centres": centre.render_list,
        "claim": claim.render,
        "convening": convening.render,
        "digest": digest.render,
        "drafts": notice.render_drafts,
        "figures": figures.render,
        "history": history.render,
        "materials": materials.render,
        "meeting": meeting.render,
        "message": message.render,
        "messages": message_registry.render,
        "proposal": proposal.render,
        "proposals": proposal.render_list,
        "protocol": protocol.render,
        "receipt": receipt.render,
        "publication": publication.render,
        "recommendations": recommendations.render,
        "registry": registry.render,
        "requests": requests.render,
        "task": task.render,
        "tasks": tasks.render,
        "report": report.render,
        "settings": settings.render,
        "statistics": statistics.render,
        "unreachable": reach.render,
        "vote": vote.render,
    }
)


async def render(view: View) -> Screen | None:
    """What the card shows now; None when there is nothing to show any more."""
    return await _RENDERERS[view.card.kind](view)
