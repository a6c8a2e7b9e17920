"""Parts of screens that several views share."""

from __future__ import annotations

from collections.abc import Callable

from domain.office.attachment import Attachment
from domain.office.outbox import Button
from domain.office.wording import clipped
from handlers.chat.taps import NOTHING, CommandTap
from handlers.chat.view import View

Rows = list[tuple[Button, ...]]


def button(view: View, key: str, data: str) -> Button:
    """A button with the locale's caption `button-<key>`."""
    return Button(view.texts(f"button-{key}"), data)


def onward(view: View) -> tuple[Button, ...]:
    """The row of a list that has nothing to open: what waits for the reader."""
    return (Button(view.texts("command-start"), CommandTap(name="start").pack()),)


def tick(chosen: bool) -> str:
    """The box before what may be chosen."""
    return "☑" if chosen else "☐"


def seat_rows(view: View, data: Callable[[int], str], chosen: set[int], fixed: int = 0) -> Rows:
    """A button a seat with its holder's name, a vacant one with its number; those chosen marked.

    The `fixed` one stays chosen: its button does nothing.
    """
    rows: Rows = []
    for seat in view.office.profile.seats:
        holder = view.roster.holder(seat.number)
        mark = "✓ " if seat.number in chosen else ""
        vacant = f"{view.texts('seat-name', seat=seat.number)} · {view.texts('seat-vacant')}"
        carries = NOTHING if seat.number == fixed else data(seat.number)
        rows.append((Button(f"{mark}{holder.name if holder else vacant}", carries),))
    return rows


def file_rows(view: View, files: list[Attachment], data: Callable[[int], str]) -> Rows:
    """A button a file that takes it off."""
    return [
        (Button(f"{view.texts('button-take-off')}: {clipped(file.file_name, 40)}", data(file.id)),)
        for file in files
    ]


def paging(offset: int, page: int, count: int, data: Callable[[int], str]) -> Rows:
    """Arrows to the page before and the next one, where there are such; `offset` is the first shown."""
    moves = turning(offset, offset + page < count, lambda start: data(max(0, start)), page)
    return [moves] if moves else []


def turning(page: int, more: bool, data: Callable[[int], str], step: int = 1) -> tuple[Button, ...]:
    """Arrows to the page before, where this is not the first, and to the next, where there is `more`."""
    before = (Button("‹", data(page - step)),) if page > 0 else ()
    return (*before, Button("›", data(page + step))) if more else before
