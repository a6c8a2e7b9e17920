"""Guests in the room: the chair marks who came, only they are printed (п. 4.5)."""

from __future__ import annotations

from domain.meetings import guests
from domain.office.refusal import Refusal
from domain.office.typed import short
from handlers.chat.request import Request
from handlers.meetings.meeting import chaired, keep
from handlers.meetings.taps import MeetingTap

_LIMIT = 200


def read_visitor(text: str) -> tuple[str, str]:
    """«Имя, должность»: the name before the first comma, the position after it, perhaps none."""
    name, _, position = short(text, 2 * _LIMIT).partition(",")
    if not name.strip():
        raise Refusal("empty-words")
    return name.strip(), position.strip()


async def mark(request: Request, tap: MeetingTap) -> None:
    """Come, or not after all: a guest with an account, or one without."""
    meeting, duties = await chaired(request, tap.meeting)
    how = guests.mark_guest if tap.act == "guestcame" else guests.mark_visitor
    act = how(meeting, tap.value, request.now, request.office.profile)
    await keep(request, meeting, act, duties=duties)


async def mark_speaker(request: Request, tap: MeetingTap) -> None:
    """The speaker whom nobody invited has come: a guest of the meeting from now."""
    meeting, duties = await chaired(request, tap.meeting)
    name, position = read_visitor(meeting.item(tap.value).speaker)
    acts = guests.mark_speaker(meeting, tap.value, name, position, request.now, request.office.profile)
    await keep(request, meeting, *acts, duties=duties)
