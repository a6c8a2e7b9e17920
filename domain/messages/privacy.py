"""Who may look at a citizen's personal data, which are hidden from all others (profile: keeping)."""

from __future__ import annotations

from domain.office.profile import OfficeProfile


def may_reveal(profile: OfficeProfile, seat: int | None) -> bool:
    """Whether the seat's holder may see the applicant in the chat; each look is recorded."""
    return seat is not None and seat in profile.keeping.reveal_to


def may_look(profile: OfficeProfile, seat: int | None) -> bool:
    """Whether they may on the office's own page; where the profile does not say, whoever may in the chat."""
    keeping = profile.keeping
    seats = keeping.reveal_to if keeping.on_page is None else keeping.on_page
    return seat is not None and seat in seats
