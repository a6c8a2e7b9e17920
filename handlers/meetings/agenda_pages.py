"""A long agenda in pages: each question whole, as many of them as the message has room for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from domain.meetings.agenda import AgendaItem
from domain.office.outbox import Button
from domain.office.wording import shown_length
from handlers.chat.parts import turning
from handlers.chat.view import View

_MESSAGE = 4096  # characters (Bot API, sendMessage)
_SPARE = 120  # for the line that says which questions are shown, and the ends of lines
_LEAST = 700  # one question always fits


@dataclass(frozen=True, slots=True)
class AgendaPage:
    """Lines of some questions; `moves` are the buttons to those before and after them."""

    lines: list[str]
    items: list[AgendaItem]
    moves: tuple[Button, ...] = ()


def agenda_page(
    view: View,
    questions: Sequence[tuple[AgendaItem, str]],
    others: Iterable[str],
    wanted: int,
    to: Callable[[int], str],
) -> AgendaPage:
    """The page with the question `wanted`, beside the `others`: lines of the same message.

    `to` makes the data of a button that leads to a question's page.
    """
    room = max(_LEAST, _MESSAGE - _SPARE - sum(shown_length(line) + 1 for line in others))
    pages = _in_pages(questions, room)
    place = next((at for at, one in enumerate(pages) if any(item.number == wanted for item, _ in one)), 0)
    shown = pages[place] if pages else []
    lines, items = [text for _, text in shown], [item for item, _ in shown]
    if len(pages) < 2:
        return AgendaPage(lines, items)
    said = view.texts("agenda-page", first=items[0].number, last=items[-1].number, count=len(questions))
    moves = turning(place, place + 1 < len(pages), lambda at: to(pages[at][0][0].number))
    return AgendaPage([*lines, said], items, moves)


_Questions = list[tuple[AgendaItem, str]]


def _in_pages(questions: Sequence[tuple[AgendaItem, str]], room: int) -> list[_Questions]:
    pages: list[_Questions] = []
    left = 0
    for item, text in questions:
        size = shown_length(text) + 1
        if size > left or not pages:
            pages.append([])
            left = room
        pages[-1].append((item, text))
        left -= size
    return pages
