"""Who may look at a citizen's personal data, which are hidden from all others (profile: keeping)."""

from __future__ import annotations

from domain.office.profile import OfficeProfile


def may_reveal(profile: OfficeProfile, seat: int | None) -> bool:
    """Whether the seat's holder may see the applicant; each look is recorded."""
    return seat is not None and seat in profile.keeping.reveal_to
