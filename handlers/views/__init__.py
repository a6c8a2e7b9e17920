"""Views: domain state in, text and keyboard out."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from domain.ports import Screen
from handlers.views import (
    absence,
    adding,
    assistants,
    claim,
    convening,
    digest,
    figures,
    history,
    meeting,
    message,
    notice,
    proposal,
    protocol,
    publication,
    receipt,
    registry,
    report,
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
        "claim": claim.render,
        "convening": convening.render,
        "digest": digest.render,
        "drafts": notice.render_drafts,
        "figures": figures.render,
        "history": history.render,
        "meeting": meeting.render,
        "message": message.render,
        "proposal": proposal.render,
        "proposals": proposal.render_list,
        "protocol": protocol.render,
        "receipt": receipt.render,
        "publication": publication.render,
        "registry": registry.render,
        "task": task.render,
        "tasks": tasks.render,
        "report": report.render,
        "settings": settings.render,
        "statistics": statistics.render,
        "vote": vote.render,
    }
)


async def render(view: View) -> Screen | None:
    """What the card shows now; None when there is nothing to show any more."""
    return await _RENDERERS[view.card.kind](view)
