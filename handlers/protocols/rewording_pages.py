"""Pages of a protocol's card on which its words are corrected: items, passages, the difference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import escape

from domain.office.outbox import Button
from domain.office.wording import clipped, literal
from domain.protocols.record import ItemRecord
from domain.protocols.rewording import Change, Passage, Run, adopted, difference, item_of, words_of
from domain.protocols.secretary import keeper
from domain.protocols.store import StoredProtocol
from handlers.chat.view import View
from handlers.protocols.taps import ProtocolTap

_SHOWN = 2600
"""Of the difference, in characters of its words: a card holds 4096 with all around it."""
_MOST_RUNS = 90
"""A message holds 100 marked places (Bot API, MessageEntity)."""
_AROUND = 8
"""Kept words shown on each side of a change."""
_MARKS = {Change.KEPT: "{}", Change.GONE: "<s>{}</s>", Change.NEW: "<u>{}</u>"}


@dataclass(frozen=True, slots=True)
class Page:
    """What stands under the card's heading."""

    lines: tuple[str, ...]
    rows: tuple[tuple[Button, ...], ...] = ()


def page(view: View, protocol: StoredProtocol) -> Page | None:
    """The page that the card is turned to; None when its words are not being corrected."""
    content = view.card.content
    if content.get("making"):
        return Page((view.texts("reword-making", version=protocol.version),))
    if content.get("page") == "items":
        return _items(view, protocol)
    if "item" not in content:
        return None
    item = item_of(protocol.record, int(content["item"]))
    if "passage" not in content:
        return _passages(view, protocol, item)
    passage = Passage(content["passage"])
    if "text" not in content:
        return _asking(view, protocol, item, passage)
    return _difference(view, protocol, item, passage, str(content["text"]))


def _items(view: View, protocol: StoredProtocol) -> Page:
    buttons = [
        Button(
            view.texts("reword-item", number=item.number, question=literal(clipped(item.question, 50))),
            _tap("item", protocol, item.number),
        )
        for item in protocol.record.items
    ]
    back = Button(view.texts("button-back"), _tap("cancel", protocol))
    return Page((view.texts("reword-which"),), (*((one,) for one in buttons), (back,)))


def _passages(view: View, protocol: StoredProtocol, item: ItemRecord) -> Page:
    lines = [view.texts("reword-question", number=item.number, question=clipped(item.question, 200))]
    keeps = view.actor is not None and keeper(protocol.record, view.roster, view.actor) is not None
    offered = [one for one in Passage if one is not Passage.DECIDED or (adopted(item) and not keeps)]
    for passage in offered:
        words = clipped(words_of(item, passage), 900)
        lines.append(view.texts(f"reword-now-{passage}", words=words or "—"))
    buttons = tuple(
        Button(view.texts(f"button-reword-{passage}"), _tap(passage, protocol, item.number))
        for passage in offered
    )
    return Page(tuple(lines), (buttons, (Button(view.texts("button-back"), _tap("words", protocol)),)))


def _asking(view: View, protocol: StoredProtocol, item: ItemRecord, passage: Passage) -> Page:
    words = clipped(words_of(item, passage), 3000)
    lines = [view.texts(f"reword-ask-{passage}", number=item.number)]
    if words:
        lines += ["", f"<code>{escape(words)}</code>"]
    cancel = Button(view.texts("button-cancel"), _tap("item", protocol, item.number))
    return Page(tuple(lines), ((cancel,),))


def _difference(view: View, protocol: StoredProtocol, item: ItemRecord, passage: Passage, text: str) -> Page:
    buttons = (
        Button(view.texts("button-confirm"), _tap("reword", protocol, item.number)),
        Button(view.texts("button-cancel"), _tap("item", protocol, item.number)),
    )
    lines = (
        view.texts(f"reword-difference-{passage}", number=item.number),
        "",
        shown_difference(difference(words_of(item, passage), text)),
        "",
        view.texts("reword-confirm", version=protocol.version + 1),
    )
    return Page(lines, (buttons,))


def shown_difference(runs: Sequence[Run]) -> str:
    """The difference as Telegram HTML: gone words struck, new ones underlined, far kept ones left out."""
    parts, left = [], _SHOWN
    for position, run in enumerate(runs):
        words = run.words
        if run.change is Change.KEPT:
            words = _near(words, first=position == 0, last=position == len(runs) - 1)
        text = " ".join(words)
        if len(text) > left or position == _MOST_RUNS:
            parts.append(_MARKS[run.change].format(escape(text[:left].rstrip() + "…")))
            break
        left -= len(text)
        parts.append(_MARKS[run.change].format(escape(text)))
    return " ".join(parts)


def _near(words: tuple[str, ...], *, first: bool, last: bool) -> tuple[str, ...]:
    before = () if first else words[:_AROUND]
    after = () if last else words[-_AROUND:]
    if len(before) + len(after) >= len(words):
        return words
    return (*before, "…", *after)


def _tap(act: str, protocol: StoredProtocol, value: int = 0) -> str:
    return ProtocolTap(act=act, protocol=protocol.id, value=value).pack()
