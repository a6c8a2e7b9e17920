"""All long work of an office, in the order in which it is looked for."""

from __future__ import annotations

from bot.works import figures, imports, meetings, messages, posts, protocols, requests, tasks
from bot.works.worker import Work

WORKS: tuple[Work, ...] = (
    *imports.WORKS,  # files on their way end before messages are counted anew
    *messages.WORKS,
    *meetings.WORKS,
    *protocols.WORKS,
    *figures.WORKS,
    *tasks.WORKS,
    *posts.WORKS,
    *requests.WORKS,
)
