"""Who gets what is meant for a seat: its holder, else the acting head (rules, section 7)."""

from __future__ import annotations

from domain.people.roster import Roster


def receiver_of(roster: Roster, seat: int) -> tuple[int | None, str]:
    """The chat, and why it is not the holder's own; None when nobody can get it."""
    binding = roster.binding(seat)
    if binding is not None and roster.available(seat):
        return binding.user_id, ""
    duties = roster.duties()
    stand_in = roster.binding(duties.seat) if duties is not None and duties.seat != seat else None
    if stand_in is None:
        return (binding.user_id, "") if binding is not None else (None, "")
    if roster.holder(seat) is None:
        return stand_in.user_id, "vacant"
    if roster.absence(seat) is not None:
        return stand_in.user_id, "acting" if seat == roster.profile.head_seat else "away"
    return stand_in.user_id, "unbound"
