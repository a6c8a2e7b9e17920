"""The wizard's page of guests: with an account, which is invited by a link, or named by words (п. 4.5)."""

from __future__ import annotations

from typing import Literal

from domain.meetings.meeting import Meeting
from domain.office.outbox import Button
from domain.office.wording import clipped
from handlers.chat.parts import Rows, button
from handlers.chat.view import View
from handlers.meetings.convening.parts import ask, back
from handlers.meetings.taps import DraftGuestTap, DraftNumberTap

_CAPTION = 60


async def guests(view: View, meeting: Meeting, _: str) -> tuple[list[str], Rows]:
    """Accounts, those invited marked; whoever was named stands below, and a tap takes them off."""

    def one(mark: bool, name: str, position: str, data: str) -> tuple[Button, ...]:
        return (Button(clipped(f"{'✓ ' if mark else ''}{name} · {position}", _CAPTION), data),)

    rows: Rows = [
        one(guest.user_id in meeting.guests, guest.name, guest.position, _account(meeting, guest.user_id))
        for guest in view.roster.guests()
    ]
    rows += [
        one(True, visitor.name, visitor.position, _visitor(meeting, visitor.key))
        for visitor in meeting.visitors
    ]
    rows.append((button(view, "ask-guest", ask(meeting, "guest")),))
    rows.append((button(view, "invite-guest", _account(meeting, "invite")),))
    return [view.texts("draft-choose-guests")], [*rows, back(view, meeting)]


def _account(meeting: Meeting, guest: int | Literal["invite"]) -> str:
    return DraftGuestTap(act="guest", meeting=meeting.id, value=guest).pack()


def _visitor(meeting: Meeting, key: int) -> str:
    return DraftNumberTap(act="visitor", meeting=meeting.id, value=key).pack()
