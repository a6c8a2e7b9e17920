"""Small habits of wording that several views share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from domain.office.ports import Texts
from domain.office.refusal import Refusal
from domain.people.names import short_name, surnames
from domain.people.roster import Roster


def called(texts: Texts, roster: Roster, seat: int) -> str:
    """How the seat's holder is called in a sentence, initials and surname; a vacant seat by its number."""
    holder = roster.holder(seat)
    return short_name(holder.name) if holder else texts("seat-name", seat=seat)


def names_of(texts: Texts, roster: Roster, seats: Iterable[int]) -> str:
    """Who holds these seats, by surname: «Старцев, Чудинов»; a vacant seat by its number."""
    holders = ((seat, roster.holder(seat)) for seat in sorted(seats))
    return ", ".join(surnames(one.name if one else texts("seat-name", seat=seat) for seat, one in holders))


def refusal_words(texts: Texts, roster: Roster, refusal: Refusal) -> str:
    """The refusal's sentence, in which whoever holds the seat that it speaks of is called by name."""
    seat = refusal.arguments.get("seat")
    seats = refusal.arguments.get("seats", ())
    who = {"who": called(texts, roster, seat)} if isinstance(seat, int) else {}
    names = {"seats": len(seats), "names": names_of(texts, roster, seats)} if seats else {}
    return texts(f"refusal-{refusal.key}", **{**refusal.arguments, **who, **names})


def minutes(span: timedelta) -> int:
    """Begun minutes of a stretch of time."""
    return -(-span // timedelta(minutes=1))
