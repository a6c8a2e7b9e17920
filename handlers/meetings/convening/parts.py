"""Parts that the wizard's pages share."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from domain.meetings.meeting import Meeting
from domain.office.outbox import Button
from handlers.chat.parts import Rows, button
from handlers.chat.view import View
from handlers.meetings.taps import DraftTap

Page = Callable[[View, Meeting, str], Awaitable[tuple[list[str], Rows]]]


def tap(meeting: Meeting, act: str, value: str = "") -> str:
    """What a button of the wizard carries."""
    return DraftTap(act=act, meeting=meeting.id, value=value).pack()


def back(view: View, meeting: Meeting, page: str = "preview") -> tuple[Button, ...]:
    """The row that leads back."""
    return (button(view, "back", tap(meeting, "page", page)),)
