"""A citizen's personal data in chats: masked unless someone who may see it looks (profile: keeping)."""

from __future__ import annotations

import re

from domain.profile import OfficeProfile

_MASK = "•••"
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\d-])(?:\+7|8|7)?[\s(-]*\d{3}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}(?!\d)")
_FLAT = re.compile(r"\b(кв(?:артира|\.)?|комн(?:ата|\.)?)\s*№?\s*\d+[а-я]?", re.IGNORECASE)


def masked(text: str) -> str:
    """The text with phones, mail addresses and flat numbers hidden."""
    text = _EMAIL.sub(_MASK, text)
    text = _PHONE.sub(_MASK, text)
    return _FLAT.sub(lambda match: f"{match[1]} {_MASK}", text)


def may_reveal(profile: OfficeProfile, seat: int | None) -> bool:
    """Whether the seat's holder may see the applicant; each look is recorded."""
    return seat is not None and seat in profile.keeping.reveal_to
