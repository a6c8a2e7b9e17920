"""Who is told that somebody cannot be reached."""

from __future__ import annotations

from domain.people.roster import Roster


def who_is_told(roster: Roster, chat_id: int) -> list[int]:
    """Whoever performs the head's duties; of the head's own chat, who stands in for the head (п. 4.3).

    An account, or nobody where neither has one.
    """
    duties = roster.duties()
    seats = [duties.seat] if duties is not None else []
    seats += [roster.profile.head_seat, roster.profile.acting_seat]
    bindings = [roster.binding(seat) for seat in seats]
    accounts = [one.user_id for one in bindings if one is not None and one.user_id != chat_id]
    return accounts[:1]
