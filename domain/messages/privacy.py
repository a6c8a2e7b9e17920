"""A citizen's personal data in chats: masked unless someone who may see it looks (profile: keeping)."""

from __future__ import annotations

import re

from domain.office.profile import OfficeProfile

_MASK = "•••"
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,80}@[\w-]{1,80}(?:\.[\w-]{1,80})+")
_PHONE = re.compile(r"(?<![\d-])(?:\+7|8|7)?[\s(-]*\d{3}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}(?!\d)")
_FLAT = re.compile(r"\b(кв(?:артира|\.)?|комн(?:ата|\.)?)\s*№?\s*\d+[а-я]?", re.IGNORECASE)
_WORD = r"(?:[А-ЯЁ][а-яё]{1,30}(?:-[А-ЯЁ][а-яё]{1,30})?|[А-ЯЁ]{2,30}(?:-[А-ЯЁ]{2,30})?)"
_PATRONYMIC = (
    r"(?:[А-ЯЁ][а-яё]{1,30}(?:вич|ьич|мич|кич|тич)(?:а|у|ем|е)?|[А-ЯЁ][а-яё]{1,30}(?:вн|ичн)(?:а|ы|е|у|ой)"
    r"|[А-ЯЁ]{2,30}(?:ВИЧ|ЬИЧ|МИЧ|КИЧ|ТИЧ)(?:А|У|ЕМ|Е)?|[А-ЯЁ]{2,30}(?:ВН|ИЧН)(?:А|Ы|Е|У|ОЙ))"
)
_INITIALS = r"[А-ЯЁ]\.[ \u00a0]?[А-ЯЁ]\."
_GREETING = r"(?!Уважаем|Здравствуй|Добр|УВАЖАЕМ|ЗДРАВСТВУЙ)"
_GAP = r"[ \t\u00a0]+"
# A name with its patronymic or initials; a word before it may be the surname.
_NAME = re.compile(
    rf"(?<![\w.-])(?:(?:{_GREETING}{_WORD}{_GAP}){{1,2}}{_PATRONYMIC}(?:{_GAP}{_WORD})?"
    rf"|{_WORD}{_GAP}{_INITIALS}|{_INITIALS}[ \u00a0]?{_WORD})(?!\w)"
)
_SIGNED = re.compile(
    r"((?:[Мм]еня зовут|[Сс] уважением|[Зз]аявитель|ФИО|Ф\.И\.О\.)[,:\s—–-]{1,5})"
    rf"({_WORD}(?:{_GAP}{_WORD}){{0,2}})"
)
_NEAR = 20  # characters before a name in which a street says so
# Streets are named after people, and where something happened is no secret.
_STREET = re.compile(
    r"(?:ул|улиц[аеуы]|пр|просп|проспект[ае]?|пер|переул[а-я]+|им|имени)\.?\s*$", re.IGNORECASE
)


def masked(text: str) -> str:
    """The text with names, phones, mail addresses and flat numbers hidden.

    A name is known by its patronymic, its initials or the words before it («меня зовут»).
    """
    text = _NAME.sub(
        lambda match: (
            match[0] if _STREET.search(text[max(match.start() - _NEAR, 0) : match.start()]) else _MASK
        ),
        text,
    )
    text = _SIGNED.sub(lambda match: f"{match[1]}{_MASK}", text)
    text = _EMAIL.sub(_MASK, text)
    text = _PHONE.sub(_MASK, text)
    return _FLAT.sub(lambda match: f"{match[1]} {_MASK}", text)


def may_reveal(profile: OfficeProfile, seat: int | None) -> bool:
    """Whether the seat's holder may see the applicant; each look is recorded."""
    return seat is not None and seat in profile.keeping.reveal_to
