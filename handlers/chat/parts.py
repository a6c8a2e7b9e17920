"""Parts of screens that several views share."""

from __future__ import annotations

from collections.abc import Callable

from domain.office.attachment import Attachment
from domain.office.outbox import Button
from domain.office.wording import clipped
from handlers.chat.view import View

Rows = list[tuple[Button, ...]]


def button(view: View, key: str, data: str) -> Button:
    """A button with the locale's caption `button-<key>`."""
    return Button(view.texts(f"button-{key}"), data)


def seat_rows(view: View, data: Callable[[int], str], chosen: set[int]) -> Rows:
    """A button a seat with its holder, those chosen marked."""
    rows: Rows = []
    for seat in view.office.profile.seats:
        holder = view.roster.holder(seat.number)
        mark = "✓ " if seat.number in chosen else ""
        name = holder.name if holder else view.texts("seat-vacant")
        rows.append(
            (Button(f"{mark}{view.texts('seat-name', seat=seat.number)} · {name}", data(seat.number)),)
        )
    return rows


def file_rows(view: View, files: list[Attachment], data: Callable[[int], str]) -> Rows:
    """A button a file that takes it off."""
    return [
        (Button(f"{view.texts('button-take-off')}: {clipped(file.file_name, 40)}", data(file.id)),)
        for file in files
    ]


def paging(offset: int, page: int, count: int, data: Callable[[int], str]) -> Rows:
    """Arrows to the page before and the next one, where there are such; `offset` is the first shown."""
    moves = []
    if offset > 0:
        moves.append(Button("‹", data(max(0, offset - page))))
    if offset + page < count:
        moves.append(Button("›", data(offset + page)))
    return [tuple(moves)] if moves else []
