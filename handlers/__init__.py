"""Conversations: each module parses, calls one use case of the domain, and answers."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from aiogram import Router

from handlers import plain_words, start
from handlers.chat import files, gate
from handlers.digests import digests
from handlers.figures import reports, week
from handlers.imports import imports
from handlers.meetings import (
    aloud,
    chairing,
    floor,
    leftovers,
    meeting,
    notices,
    opinions,
    past,
    statistics,
    voting,
)
from handlers.meetings.convening import changing, reopening, wizard
from handlers.messages import adding, answers, extensions, list, messages
from handlers.people import (
    absences,
    assistants,
    claims,
    contacts,
    group,
    invitations,
    reach,
    roster,
    settings,
)
from handlers.posts import publishing
from handlers.proposals import proposals, queue, raising
from handlers.protocols import corrections, dispatches, rewording, signature_files, signing, verifying
from handlers.requests import centre, materials, recommendations
from handlers.tasks import follow_up, lists, tasks

# Who takes a file, by the kind of what was expected of its sender.
FILE_TAKERS: Mapping[str, files.Files] = MappingProxyType(
    {
        **wizard.FILES,
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
        group,
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
        wizard,
        proposals,
        queue,
        notices,
        past,
        statistics,
        settings,
        meeting,
        chairing,
        floor,
        aloud,
        leftovers,
        opinions,
        signing,
        rewording,
        corrections,
        signature_files,
        dispatches,
        verifying,
        digests,
        week,
        reports,
        list,
        raising,
        publishing,
        messages,
        answers,
        extensions,
        follow_up,
        lists,
        tasks,
        materials,
        centre,
        recommendations,
        imports,
        plain_words,
    ):
        router.include_router(module.build())
    return router
