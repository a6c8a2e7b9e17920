"""Conversations: each module parses, calls one use case of the domain, and answers."""

from __future__ import annotations

from aiogram import Router

from handlers import (
    absences,
    convening,
    digests,
    invitations,
    meetings,
    messages,
    protocols,
    registries,
    roster,
    start,
    voting,
    words,
)


def build_router() -> Router:
    """A fresh router with every conversation; a router belongs to one office's dispatcher."""
    router = Router(name="office")
    # Voting first: a tap passes every router before its own, and votes come nine at a time.
    for module in (
        voting,
        start,
        roster,
        invitations,
        absences,
        convening,
        meetings,
        protocols,
        digests,
        messages,
        registries,
        words,
    ):
        router.include_router(module.build())
    return router
