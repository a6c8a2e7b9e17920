"""How buttons lie side by side on a phone so that none of their words is cut."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from domain.office.outbox import Button

Row = tuple[Button, ...]

_SIDE_BY_SIDE = 3
# In points, on a screen 390 wide: the keyboard, the gap between two buttons, what a button keeps free.
_KEYBOARD, _GAP, _FREE = 340, 6, 6
# What a character takes in points, as the messengers write on buttons.
_NARROW, _USUAL, _CAPITAL, _WIDE = 5.5, 8.2, 10.4, 12.7
_NARROWS = frozenset(" .,:;!'|()[]-«»·іijlftrIг")
_WIDES = frozenset("ШЩЖМЮФЫшщжмюфыWMmw@%✓☑☐🔴←→…")


def packed(buttons: Iterable[Button], most: int = _SIDE_BY_SIDE) -> tuple[Row, ...]:
    """The buttons in their order, as many in a row as show their words whole."""
    rows: list[Row] = []
    for button in buttons:
        joined = (*rows[-1], button) if rows else (button,)
        if rows and len(joined) <= most and fits(joined):
            rows[-1] = joined
        else:
            rows.append((button,))
    return tuple(rows)


def whole(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows as they are meant; one in which words would be cut becomes several."""
    return tuple(part for row in rows if row for part in ((row,) if fits(row) else packed(row, len(row))))


def fits(row: Sequence[Button]) -> bool:
    """Whether every button of the row shows its words whole."""
    return max(width(button.text) for button in row) <= room(len(row))


def room(buttons: int) -> float:
    """What each of so many buttons in a row has for its words, in points."""
    return (_KEYBOARD - _GAP * (buttons - 1)) / buttons - _FREE


def width(words: str) -> float:
    """What the words take on a button, in points, rather more than less."""
    return sum(map(_of_character, words))


def _of_character(one: str) -> float:
    if one in _NARROWS:
        return _NARROW
    if one in _WIDES:
        return _WIDE
    return _CAPITAL if one.isupper() else _USUAL
