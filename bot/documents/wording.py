"""The words of a printed document: sentences of the locale, dates, people, the same for every document."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Any

from babel.dates import format_date
from markupsafe import Markup

from bot.documents.morphology import small, who, whom
from domain.people.names import listed_name, short_name
from domain.protocols.record import Person, Signature, SpanRecord

Translate = Callable[[str, dict[str, Any]], str]

NO_BREAK = "\N{NO-BREAK SPACE}"

# What a page cannot carry: control characters and non-characters (XML 1.0 and PDF/A forbid them), halves
# of a surrogate pair, and the marks that turn the direction of writing, which could show «против» as «за».
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff]"
    "|[" + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF)) + "]"
)
_TOGETHER = re.compile(
    r"(?<=\b[пчст]\.) (?=\d)|(?<=\bст\.) (?=\d)|(?<=№) (?=\w)|(?<=\b[А-ЯЁ]\.) (?=[А-ЯЁ])"
    r"|(?<=[а-яё]) (?=[А-ЯЁ]\. ?[А-ЯЁ]\.)|(?<=\b\d{4}) (?=г\.)|(?<=\bг\.) (?=[А-ЯЁ])"
)
# A typesetter's time grows with the square of these: thousands of soft hyphens in a row, or of marks over one
# letter, hold it for ten seconds. No word has two of the first, nor thirty of the second (UAX #15, 13).
_SOFT_HYPHENS = re.compile("\u00ad{2,}")
_MARKS = "".join(
    re.escape(chr(code))
    for code in (*range(0x300, 0xFE30), *range(0x10A01, 0x11000), *range(0xE0100, 0xE01F0))
    if unicodedata.category(chr(code)) in ("Mn", "Me")
)
_MANY_MARKS = re.compile(f"([{_MARKS}]{{30}})[{_MARKS}]+")
# A sentence's end, also within quotation marks; a comma or a dash is left as it was typed.
_ENDED = re.compile('[.!?…:;,—–-][»”"]?$')
_ABBREVIATED = re.compile(
    r"(?:\b(?:гг?|др|пр|руб|коп|тыс|млн|млрд|кв|м|шт|чел|час|мин|[А-ЯЁ])|\bт\.[ \u00a0]?[дпекч]|\.)\.$"
)
# So does a chain of signs joined to one, and a long one is more than its shaper counts. The longest picture
# made so has four joiners, the longest word of a script with viramas five (UTS #51; UAX #15 names the class).
_JOINERS = "\u200d" + "".join(
    chr(code) for code in range(0x900, 0x11A9A) if unicodedata.combining(chr(code)) == 9
)
_MOST_JOINED = 8
_CHAIN = re.compile(f"(?:[^{_JOINERS}\n][{_JOINERS}]+){{{_MOST_JOINED + 1},}}")
# Words that a no-break space joins are one word to the typesetter, and one longer than a line runs off the
# page. Longer than any name with its initials; a hyphen lets a line end.
_NO_BREAKS = "\u00a0\u2007\u202f"
_NEVER_PARTED = re.compile(rf"(?:[^\s-]|[{_NO_BREAKS}]){{29,}}")
_NO_BREAK_SPACE = re.compile(f"[{_NO_BREAKS}]")
_LINE_ENDS = re.compile("\r\n?|\x85|\u2028|\u2029")


def printable(text: str) -> str:
    """The text as a page can carry it: line ends as line feeds, tabs as spaces, unprintable left out.

    So is what is too much of one thing: soft hyphens in a row, marks over one letter, signs joined to one.

    A sign does not part from its number, nor initials from the surname: «п. 4.6», «№ 5», «И. И. Иванов». What
    would be too long for a line may part at any space, as texts out of a page have no-break ones throughout.
    """
    clean = _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", str(text)).replace("\t", " "))
    clean = _MANY_MARKS.sub(r"\1", _SOFT_HYPHENS.sub("\u00ad", clean))
    clean = _CHAIN.sub(lambda chain: _unjoined(chain[0]), clean)
    together = _TOGETHER.sub(NO_BREAK, _NEVER_PARTED.sub(_parting, clean))
    return _NEVER_PARTED.sub(_parting, together)


def _parting(long: re.Match[str]) -> str:
    """The words with spaces at which a line may end."""
    return _NO_BREAK_SPACE.sub(" ", long[0])


def _unjoined(chain: str) -> str:
    """The signs of too long a chain, each by itself."""
    return "".join(sign for sign in chain if sign not in _JOINERS)


@dataclass(frozen=True, slots=True)
class Particular:
    """One line of the heading's particulars: what it is, what it says."""

    caption: str
    text: str


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One row of the attendance; `part` is the form, the times and the duties, of the absent the reason."""

    seat: str
    name: str
    position: str
    part: str


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Who signs; `signed` is the sentence of the electronic signature, `meaning` what it means by 63-ФЗ.

    Both are empty while unsigned.
    """

    role: str
    position: str
    name: str
    signed: str
    meaning: str
    unsigned: str


class Wording:
    """Sentences of `protocols.ftl` in the language that it names itself.

    `dated`: a moment of the meeting is said with its day, for it sat on several.
    """

    def __init__(self, translate: Translate, *, dated: bool = False) -> None:
        self._translate = translate
        self._dated = dated
        self.language = self.text("protocol-language")

    def text(self, key: str, **arguments: Any) -> str:
        """The sentence with this key; what people typed stays letter for letter."""
        # A chat's translator escapes plain strings for HTML: here each format escapes for itself.
        literal = {
            name: Markup(value) if isinstance(value, str) else value  # noqa: S704
            for name, value in arguments.items()
        }
        return printable(self._translate(key, literal))

    def captions(self, *names: str) -> dict[str, str]:
        """Captions by their names in the templates."""
        return {name: self.text(f"protocol-caption-{name}") for name in names}

    def date(self, day: date) -> str:
        """«24 ноября 2026 г.», which never breaks between the day and the month or before «г.»."""
        first, _, rest = format_date(day, "long", locale=self.language).partition(" ")
        return f"{first}{NO_BREAK}{rest}".replace("\N{NARROW NO-BREAK SPACE}", NO_BREAK)

    def time(self, moment: datetime) -> str:
        """«15:12», of a meeting on several days «15:12 25.11.2026»."""
        return moment.strftime(f"%H:%M{NO_BREAK}%d.%m.%Y" if self._dated else "%H:%M")

    def clock(self, moment: datetime) -> str:
        """«15:12»."""
        return moment.strftime("%H:%M")

    def moment(self, moment: datetime) -> str:
        """«24 ноября 2026 г., 15:12»."""
        return self.text("protocol-moment", date=self.date(moment), time=self.clock(moment))

    def zoned_moment(self, moment: datetime) -> str:
        """«24 ноября 2026 г., 15:12 (UTC+05:00)»."""
        return self.text(
            "protocol-moment-zone",
            date=self.date(moment),
            time=self.clock(moment),
            zone=f"UTC{moment.isoformat()[-6:]}",
        )

    def span(self, opened: datetime, closed: datetime) -> str:
        """When a meeting was opened and closed; the date of the closing only when it is another."""
        said = {"opened": self.clock(opened), "closed": self.clock(closed)}
        if closed.date() == opened.date():
            return self.text("protocol-span", **said)
        return self.text("protocol-span-late", date=self.date(closed), **said)

    def spans(self, spans: Iterable[SpanRecord]) -> str:
        """«с 15:04 до 15:11, в 15:20»: one that began and ended in the same minute is a moment."""
        said = [(self.time(span.since), self.time(span.until)) for span in spans]
        return ", ".join(
            self.text("protocol-time-moment", time=since)
            if since == until
            else self.text("protocol-time-span", since=since, until=until)
            for since, until in said
        )

    def executors(self, executors: Sequence[str]) -> str:
        """Executors in a row: surnames first, and within the row no capital where it is no name."""
        said = [listed(printable(executor)) for executor in executors]
        return "; ".join([*said[:1], *map(small, said[1:])])

    def chair(self, chair: Person | None) -> str:
        """Who chairs, with «и.о.» and its clause where so (п. 4.3)."""
        if chair is None:
            return self.text("protocol-chair-nobody")
        name = listed_name(chair.name)
        return self.text("protocol-chair-acting" if chair.acting else "protocol-chair-head", name=name)

    def speakers(self, persons: Iterable[str]) -> dict[str, str]:
        """Each speaker as after «слушали»: in Russian in their case, all of one paper or none."""
        said = {person: printable(person) for person in persons}
        if self.language != "ru":
            return {person: listed(words) for person, words in said.items()}
        declined = {person: whom(words) for person, words in said.items()}
        if all(declined.values()):
            return {person: words or "" for person, words in declined.items()}
        return {person: who(words) for person, words in said.items()}

    def absent(self, persons: Iterable[Person]) -> tuple[PersonLine, ...]:
        """Rows by seat of those who were not there, with the reason where it is known."""
        return tuple(self._person(person, self._reason(person)) for person in _by_seat(persons))

    def _reason(self, person: Person) -> str:
        if person.reason or person.absence is None:
            return printable(person.reason)
        first, last = person.absence
        days = (last - first).days + 1
        return self.text("protocol-reason-absence", first=self.date(first), last=self.date(last), days=days)

    def attendance(
        self, persons: Iterable[Person], opened: datetime, closed: datetime
    ) -> tuple[PersonLine, ...]:
        """Rows by seat of those who were: the form, a late coming, an early leaving."""
        return tuple(self._person(person, self._part(person, opened, closed)) for person in _by_seat(persons))

    def _person(self, person: Person, part: str) -> PersonLine:
        return PersonLine(
            seat=str(person.seat),
            name=listed_name(printable(person.name)) or self.text("protocol-vacant"),
            position=printable(person.position),
            part=part,
        )

    def _part(self, person: Person, opened: datetime, closed: datetime) -> str:
        notes = [self.text("protocol-note-remote" if person.remote else "protocol-note-in-person")]
        if person.acting:
            notes.append(self.text("protocol-note-acting"))
        if person.came_at and person.came_at > opened:
            notes.append(self.text("protocol-note-came", time=self.time(person.came_at)))
        if person.left_at and person.left_at < closed:
            notes.append(self.text("protocol-note-left", time=self.time(person.left_at)))
        notes += [self.text("protocol-note-away", span=self.spans([gap])) for gap in person.away]
        if person.marked:
            notes.append(self.text("protocol-note-marked"))
        return ", ".join(notes)

    def signature(
        self, chair: Person | None, signature: Signature | None, zone: tzinfo | None, paper: str
    ) -> SignatureBlock:
        """The signer's role, position and name: who signed, else the chair who is to sign.

        `paper` is `protocol`, `correction` or `act`: what the signature means is said of it.
        """
        signer = signature or chair
        acting = signer is not None and signer.acting
        signed = self._signed(signature, zone)
        if signature and signature.instead_of:
            signed += ". " + self.text("protocol-signed-instead", chair=short_name(signature.instead_of))
        return SignatureBlock(
            role=self.signer(acting=acting),
            position=printable(signer.position) if signer else "",
            name=short_name(printable(signer.name)) if signer else "",
            signed=signed,
            meaning=self.text("protocol-signed-meaning", paper=paper)
            if signature and not signature.on_paper
            else "",
            unsigned=self.text("protocol-unsigned"),
        )

    def countersignature(
        self, secretary: Person, signature: Signature | None, zone: tzinfo | None
    ) -> SignatureBlock:
        """The secretary's, below the chair's, which says what such a signature means."""
        return SignatureBlock(
            role=self.text("protocol-signer-secretary"),
            position=printable(secretary.position[:1].upper() + secretary.position[1:]),
            name=short_name(printable(secretary.name)),
            signed=self._signed(signature, zone),
            meaning="",
            unsigned=self.text("protocol-unsigned"),
        )

    def _signed(self, signature: Signature | None, zone: tzinfo | None) -> str:
        if signature is None:
            return ""
        return self.signed("protocol-signed", signature, zone)

    def signed(self, key: str, signature: Signature, zone: tzinfo | None) -> str:
        """How and when it was signed; `key` names the sentence, of which there is one for paper too."""
        return self.text(
            f"{key}-on-paper" if signature.on_paper else key,
            name=signature.name,
            day=self.date(signature.on_paper or signature.signed_at),
            moment=self.zoned_moment(signature.signed_at.astimezone(zone)),
            account=str(signature.account),
        )

    def signer(self, *, acting: bool) -> str:
        """What the signer is in the office."""
        return self.text("protocol-signer-acting" if acting else "protocol-signer-head")


def listed(person: str) -> str:
    """«Речной Пётр Ефимович, Начальник управления» with the surname first and initials."""
    name, *others = person.split(", ")
    return ", ".join([listed_name(name), *map(small, others)])


def sentence(text: str) -> str:
    """The text with its full stop, unless it ends with a sign: «до 1 декабря 2026 г.» has it already."""
    text = text.rstrip()
    return text if not text or _ENDED.search(text) else f"{text}."


def unended(text: str) -> str:
    """The text without its full stop, to be quoted within a sentence; that of an abbreviation stays."""
    text = text.rstrip()
    return text if _ABBREVIATED.search(text) else text.removesuffix(".")


def _by_seat(persons: Iterable[Person]) -> list[Person]:
    return sorted(persons, key=lambda person: person.seat)
