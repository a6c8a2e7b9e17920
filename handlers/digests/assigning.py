"""Ticks on a digest's messages that have no block, and the block they all go to."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from domain.office.outbox import Button
from domain.office.wording import clipped, literal
from handlers.chat.parts import tick
from handlers.chat.view import View
from handlers.digests.taps import DigestNumberTap, DigestTap

Row = tuple[Button, ...]

_CAPTION = 60


def ticks(numbered: Sequence[tuple[int, int]], ticked: Collection[int]) -> Row:
    """A tick a message; `numbered` are numbers on the page with their messages' ids."""
    return tuple(
        Button(
            f"{tick(message_id in ticked)} {number}",
            DigestNumberTap(act="tick", value=message_id).pack(),
        )
        for number, message_id in numbered
    )


def choices(view: View, ticked: Collection[int]) -> list[Row]:
    """Once something is ticked: whether the topic is remembered, and the blocks."""
    back: Row = (Button(view.texts("button-back"), _data("back", "-")),)
    if not ticked:
        return [back]
    keep = "yes" if view.card.content.get("keep") else "no"
    rows: list[Row] = [(Button(view.texts("button-keep-for-topics", keep=keep), _data("keep", "-")),)]
    rows += [
        (Button(literal(clipped(view.office.profile.caption(block), _CAPTION)), _data("block", block.key)),)
        for block in view.office.profile.blocks
    ]
    return [*rows, back]


def _data(act: str, value: str) -> str:
    return DigestTap(act=act, value=value).pack()
