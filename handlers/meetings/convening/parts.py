"""Parts that the wizard's pages share."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date

from domain.meetings.meeting import Meeting
from domain.office.outbox import Button
from handlers.chat.parts import Rows, button
from handlers.chat.view import View
from handlers.meetings.taps import DraftAskTap, DraftPageTap, DraftTap

Page = Callable[[View, Meeting, str], Awaitable[tuple[list[str], Rows]]]


def tap(meeting: Meeting, act: str) -> str:
    """What a button of the wizard carries that concerns the whole meeting."""
    return DraftTap(act=act, meeting=meeting.id).pack()


def page(meeting: Meeting, name: str, *where: int) -> str:
    """What a button carries that leads to another page: of which question, from where its list begins."""
    return DraftPageTap(act="page", meeting=meeting.id, value=(name, *where)).pack()


def ask(meeting: Meeting, what: str, *of: int | date) -> str:
    """What a button carries after which words are expected: of which question or day."""
    return DraftAskTap(act="ask", meeting=meeting.id, value=(what, *of)).pack()


def back(view: View, meeting: Meeting, name: str = "preview", *where: int) -> tuple[Button, ...]:
    """The row that leads back to a page."""
    return (button(view, "back", page(meeting, name, *where)),)
