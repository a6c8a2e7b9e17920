"""What a question of an agenda may be as it is typed: its length, its draft decision, its speaker."""

from __future__ import annotations

import re

from domain.office.refusal import Refusal
from domain.people.recognition import member_meant, several_meant
from domain.people.roster import Roster

# In characters.
QUESTION_LIMIT = 500
SPEAKER_LIMIT = 150
DECISION_LIMIT = 8000

_SEAT = re.compile(r"^м(?:ест[оа]|\.)\s*+№?\s*+(\d{1,2})$|^seat\s+(\d{1,2})$", re.IGNORECASE)


def read_speaker(text: str, roster: Roster) -> tuple[int | None, str]:
    """A seat for «место N» or a holder's name, else the name as it is; seat 0 when there is no such seat.

    Refused when several members are named: a question has one speaker.
    """
    match = _SEAT.match(text)
    if match:
        seat = int(match[1] or match[2])
        return (seat if seat in {one.number for one in roster.profile.seats} else 0), ""
    if several_meant(text, roster):
        raise Refusal("one-speaker", text=text)
    meant = member_meant(text, roster)
    return (meant, "") if meant else (None, text)
