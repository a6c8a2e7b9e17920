"""Every way that the page has, from what its parts say of themselves."""

from __future__ import annotations

from bot.page import (
    composition,
    entering,
    figures,
    files,
    journal,
    meetings,
    messages,
    tasks,
    verifying,
    wall,
)
from bot.page.route import Route

_PARTS = (entering, messages, files, figures, wall, meetings, tasks, composition, journal, verifying)

ROUTES: tuple[Route, ...] = tuple(route for part in _PARTS for route in part.ROUTES)
