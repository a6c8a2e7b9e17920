"""The mask: what of a text is nobody else's business, and the text without it."""

from __future__ import annotations

from domain.messages.masking.addresses import addresses
from domain.messages.masking.beginnings import hints_in
from domain.messages.masking.contacts import contacts
from domain.messages.masking.health import health
from domain.messages.masking.marks import marks
from domain.messages.masking.names import names_in
from domain.messages.masking.numbers import birth_dates, numbers
from domain.messages.masking.streets import streets_in
from domain.messages.masking.words import NameDictionary, Reader, Span, joined

MASK = "•••"


class Mask:
    """Takes personal data out of texts, by a dictionary of names, by patterns and by what stands beside."""

    def __init__(self, names: NameDictionary) -> None:
        self._names = names
        self._reader = Reader(names)

    def hidden(self, text: str, *, houses: bool = True) -> list[Span]:
        """What is to be hidden, houses or only what is nearer than they: places in the text, in "
        "order, none within another."""
        words = self._reader.words(text)
        hints = hints_in(words)
        streets = streets_in(text, words)
        named = names_in(text, words, streets, hints)
        found = [
            *contacts(text, words, hints),
            *numbers(text, words, hints),
            *marks(text, words, self._names, hints),
            *birth_dates(text, words, [end for _, end in named], hints),
            *addresses(text, words, streets, hints, houses=houses),
            *health(text, words),
            *named,
        ]
        return list(joined(found, text))

    def masked(self, text: str, *, houses: bool = True) -> str:
        """The text with a mask in place of what is hidden; the text itself where nothing is.

        Without `houses` only what is nearer than a house is.
        """
        pieces, shown = [], 0
        for start, end in self.hidden(text, houses=houses):
            pieces += [text[shown:start], MASK]
            shown = end
        return "".join([*pieces, text[shown:]]) if pieces else text
