"""Conversations: each module parses, calls one use case of the domain, and answers."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from aiogram import Router

from handlers import (
    absences,
    adding,
    aloud,
    answers,
    assistants,
    centre,
    chairing,
    changing,
    checking,
    claims,
    contacts,
    convening,
    corrections,
    digests,
    dispatches,
    extensions,
    figures,
    files,
    floor,
    follow_up,
    gate,
    history,
    invitations,
    leftovers,
    materials,
    meetings,
    message_registry,
    messages,
    notices,
    office_group,
    opinions,
    proposal_queue,
    proposals,
    protocols,
    publishing,
    raising,
    reach,
    recommendations,
    registries,
    reopening,
    reports,
    rewording,
    roster,
    settings,
    signature_files,
    start,
    statistics,
    task_lists,
    tasks,
    voting,
    words,
)

# Who takes a file, by the kind of what was expected of its sender.
FILE_TAKERS: Mapping[str, files.Files] = MappingProxyType(
    {
        **convening.FILES,
        **opinions.FILES,
        **proposals.FILES,
        **tasks.FILES,
        **materials.FILES,
        **centre.FILES,
        **signature_files.FILES,
    }
)


def build_router() -> Router:
    """A fresh router with every conversation; it keeps nothing of the offices that it serves."""
    router = Router(name="office")
    # Voting first: a tap passes every router before its own, and votes come nine at a time.
    # Files next: what was asked for is no registry to import.
    router.include_router(voting.build())
    router.include_router(files.build(FILE_TAKERS))
    for module in (
        reach,
        gate,
        office_group,
        start,
        adding,
        roster,
        contacts,
        invitations,
        claims,
        absences,
        assistants,
        reopening,
        changing,
        convening,
        proposals,
        proposal_queue,
        notices,
        history,
        statistics,
        settings,
        meetings,
        chairing,
        floor,
        aloud,
        leftovers,
        opinions,
        protocols,
        rewording,
        corrections,
        signature_files,
        dispatches,
        checking,
        digests,
        figures,
        reports,
        message_registry,
        raising,
        publishing,
        messages,
        answers,
        extensions,
        follow_up,
        task_lists,
        tasks,
        materials,
        centre,
        recommendations,
        registries,
        words,
    ):
        router.include_router(module.build())
    return router
