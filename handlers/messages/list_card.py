"""The list of messages: its filters, a page of it, and the choices of one filter."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from domain.messages.choosing import FILTERS, choices, chosen_by
from domain.messages.message import KnownMessage
from domain.messages.privacy import may_reveal
from domain.messages.sections import MessageFilter, Section
from domain.office.outbox import Button, Screen
from domain.office.profile import Role
from domain.office.wording import clipped, literal
from handlers.chat.parts import tick, turning
from handlers.chat.view import View
from handlers.messages.line import item_lines
from handlers.messages.list import PAGE
from handlers.messages.taps import ListNumberTap, ListPageTap, ListTap, ListTopicTap

Row = tuple[Button, ...]

_CAPTION, _LONGEST = 60, 300
_COUNTED = 1_000
_OVER = (Section.ANSWERED, Section.OUTSIDE)


async def render(view: View) -> Screen | None:
    """The list by the filters that the card keeps, within the scope of whoever's chat this is."""
    if view.seat is None:
        return None
    content = view.card.content
    chosen, section = chosen_by(view.office, view.roster, view.seat, content, view.now)
    lines = [view.texts("message-list-heading"), _filters(view, chosen, section)]
    menu = content.get("menu")
    if menu == "words":
        back = (_button(view.texts("button-back"), "menu"),)
        return Screen("\n".join([*lines, "", view.texts("message-list-ask-words")]), (back,))
    if menu in FILTERS:
        return Screen("\n".join([*lines, "", view.texts(f"message-list-ask-{menu}")]), _choices(view, menu))
    count = await view.uow.messages.count(chosen, section, _COUNTED + 1)
    page = min(int(content.get("page", 0)), max(0, (count - 1) // PAGE)) if count <= _COUNTED else None
    page = int(content.get("page", 0)) if page is None else page
    found = await view.uow.messages.page(chosen, section, PAGE, page * PAGE)
    more = "yes" if count > _COUNTED else "no"
    lines.append(view.texts("message-list-found", count=min(count, _COUNTED), more=more))
    if found:
        lines.append("")
    numbered = list(enumerate(found, start=page * PAGE + 1))
    for number, message in numbered:
        lines += item_lines(view, number, message, block_shown=view.chairs)
        if message.id in content.get("revealed", ()):
            lines += _where(view, message)
    ticked = content.get("ticked")
    further = (len(found) == PAGE and (page + 1) * PAGE < count) or count > _COUNTED
    moves = turning(page, further, lambda to: ListPageTap(act="page", value=to).pack())
    if ticked is not None:
        lines += ["", view.texts("message-list-ask-ticks")]
        marked = ((f"{tick(one.id in ticked)} {number}", one.id) for number, one in numbered)
        ticks = tuple(_number(text, "tick", message_id) for text, message_id in marked)
        return Screen("\n".join(lines), tuple(row for row in (ticks, moves, *_dealing(view, ticked)) if row))
    opens = tuple(_number(str(number), "open", message.id) for number, message in numbered)
    reveals = [_button(view.texts("button-list-reveal"), "reveal")]
    if section is not Section.UNASSIGNED or not found or not may_reveal(view.office.profile, view.seat):
        reveals = []
    rows = [opens, moves, tuple(reveals), *_ways(view, any_found=bool(found), waiting=section not in _OVER)]
    return Screen("\n".join(lines), tuple(row for row in rows if row))


def _where(view: View, message: KnownMessage) -> list[str]:
    """The address and the link of a message, for those who may see them."""
    said = [clipped(one, _LONGEST) for one in (message.place, message.url) if one]
    return [view.texts("digest-about", text=" · ".join(said))] if said else []


def _filters(view: View, chosen: MessageFilter, section: Section) -> str:
    profile = view.office.profile
    said = [view.texts(f"export-{section.value}")]
    if chosen.block is not None:
        said.append(clipped(profile.block(chosen.block).title, _CAPTION))
    if chosen.channels:
        said.append(", ".join(profile.channel(key).short_title for key in chosen.channels))
    if chosen.unit is not None:
        said.append(clipped(profile.unit(chosen.unit).title, _CAPTION))
    if chosen.topic is not None:
        said.append(clipped(chosen.topic, _CAPTION))
    if chosen.words:
        said.append(f"«{chosen.words}»")
    return view.texts("message-list-filters", text=" · ".join(said))


def _dealing(view: View, ticked: Sequence[int]) -> list[Row]:
    """To all of the list, to those that are ticked, or back."""
    rows: list[Row] = [(_button(view.texts("button-several-all"), "all"),)]
    if ticked:
        rows.insert(0, (_button(view.texts("button-several-ticked", count=len(ticked)), "chosen"),))
    return [*rows, (_button(view.texts("button-back"), "ticks"),)]


def _ways(view: View, *, any_found: bool, waiting: bool) -> list[Row]:
    names = [name for name in FILTERS if name in _offered(view)]
    buttons = [_button(view.texts(f"button-filter-{name}"), "menu", name) for name in names]
    buttons.append(_button(view.texts("button-find"), "find"))
    rows: list[Row] = [tuple(buttons[start : start + 3]) for start in range(0, len(buttons), 3)]
    if any_found and waiting:
        rows.append((_button(view.texts("button-several"), "ticks"),))
    last = [_button(view.texts("button-clear-filters"), "clear")] if _narrowed(view) else []
    if any_found:
        last.append(_button(view.texts("button-export-list"), "export"))
    return [*rows, tuple(last)] if last else rows


def _narrowed(view: View) -> bool:
    """Whether there is a filter to take away."""
    content = view.card.content
    return content.get("section", Section.OPEN) != Section.OPEN or any(
        content.get(name) for name in (*FILTERS, "words") if name != "section"
    )


def _offered(view: View) -> Sequence[str]:
    """A block's head has but one block to choose from."""
    assert view.seat is not None  # looked at before
    one_block = view.office.profile.seat(view.seat).role is Role.BLOCK_HEAD and not view.chairs
    return [name for name in FILTERS if name != "block" or not one_block]


def _choices(view: View, menu: str) -> tuple[Row, ...]:
    if menu == "topic":
        topics = enumerate(view.card.content.get("topics") or [])
        return (
            *((_topic(literal(clipped(topic, _CAPTION)), place),) for place, topic in topics),
            *_ends(view, menu),
        )
    profile, block = view.office.profile, view.card.content.get("block")
    keys = choices(profile, view.seat or 0, menu, heads=view.chairs, block=block)
    title_of: Mapping[str, Callable[[str], str]] = {
        "section": lambda key: view.texts(f"export-{key}"),
        "block": lambda key: profile.caption(profile.block(key)),
        "channel": lambda key: profile.channel(key).title,
        "unit": lambda key: profile.caption(profile.unit(key)),
    }
    titled = [(title_of[menu](key), key) for key in keys]
    rows: list[Row] = [(_button(literal(clipped(title, _CAPTION)), menu, value),) for title, value in titled]
    return (*rows, *_ends(view, menu))


def _ends(view: View, menu: str) -> list[Row]:
    rows: list[Row] = [(_button(view.texts("button-back"), "menu"),)]
    if menu == "section" or not view.card.content.get(menu):
        return rows
    any_of_them = view.texts("button-any")
    return [(_topic(any_of_them) if menu == "topic" else _button(any_of_them, menu),), *rows]


def _number(text: str, act: str, value: int) -> Button:
    return Button(text, ListNumberTap(act=act, value=value).pack())


def _topic(text: str, place: int | None = None) -> Button:
    return Button(text, ListTopicTap(act="topic", value=place).pack())


def _button(text: str, act: str, value: str = "") -> Button:
    return Button(text, ListTap(act=act, value=value).pack())
