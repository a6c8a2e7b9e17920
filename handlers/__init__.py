"""Conversations: each parses, calls one use case of the domain, and answers."""

from handlers import (
    digests,
    figures,
    imports,
    incidents,
    meetings,
    messages,
    people,
    posts,
    proposals,
    protocols,
    requests,
    start,
    tasks,
)
from handlers.chat.conversations import Conversations

# In the order in which menus, the greeting and the help name them: what comes daily first.
# Imports stand last, since any file that nobody else knows is a registry.
_ROOMS = (
    digests.FEATURE,
    messages.FEATURE,
    incidents.FEATURE,
    meetings.FEATURE,
    proposals.FEATURE,
    tasks.FEATURE,
    requests.FEATURE,
    figures.FEATURE,
    posts.FEATURE,
    people.FEATURE,
    protocols.FEATURE,
    imports.FEATURE,
)

CONVERSATIONS = Conversations(start.around(_ROOMS))
"""All of them: data without state, so that every office of a process goes through the same."""
