"""The card of a message that is brought in by hand."""

from __future__ import annotations

from domain.messages.by_hand import HandDraft
from domain.office.outbox import Button, Screen
from domain.office.wording import clipped
from handlers.chat.view import View
from handlers.messages.adding import STEPS
from handlers.messages.taps import AddTap

_SHOWN = 1500


async def render(view: View) -> Screen | None:
    """The draft and what is asked now."""
    draft = HandDraft.of_content(dict(view.card.content))
    page = str(view.card.content.get("page", "preview"))
    if page == "cancelled":
        return Screen(view.texts("add-cancelled"))
    lines = await _lines(view, draft)
    if page == "done":
        return Screen("\n".join([view.texts("add-done"), *lines]))
    cancel = (_button(view, "cancel", "cancel"),)
    if page == "preview":
        lines = [view.texts("add-preview"), *lines]
        edits = [_button(view, f"add-{step}", "ask", step) for step in STEPS]
        rows = [tuple(edits[start : start + 3]) for start in range(0, len(edits), 3)]
        return Screen("\n".join(lines), ((_button(view, "add-done", "done"),), *rows, cancel))
    if view.card.content.get("paused"):
        goes_on = (_button(view, "add-go-on", "ask", page),)
        return Screen("\n".join([view.texts("add-paused"), *lines]), (goes_on, cancel))
    asked = view.texts(f"add-ask-{page}")
    return Screen("\n".join([*lines, "", asked] if lines else [asked]), (*_choices(view, page), cancel))


async def _lines(view: View, draft: HandDraft) -> list[str]:
    profile = view.office.profile
    title = profile.channel(draft.channel).title if draft.channel else ""
    said = {
        "channel": title,
        "number": draft.number,
        "topic": await view.office.masked(draft.topic),
        "place": await view.office.masked(draft.place),
        "url": draft.url,
    }
    lines = [view.texts(f"add-line-{name}", value=value) for name, value in said.items() if value]
    if draft.received_at is not None:
        lines.append(view.texts("add-line-day", moment=draft.received_at))
    if draft.author:
        lines.append(view.texts("add-line-author"))
    files = await view.uow.attachments.of(draft.files)
    if files:
        lines.append(view.texts("add-line-files", count=len(files)))
    if draft.text:
        lines.append(view.texts("message-text", text=clipped(await view.office.masked(draft.text), _SHOWN)))
    return lines


def _choices(view: View, page: str) -> tuple[tuple[Button, ...], ...]:
    if page == "channel":
        return tuple(
            (Button(channel.title, AddTap(act="channel", value=channel.key).pack()),)
            for channel in view.office.profile.channels
        )
    if page == "day":
        return (tuple(_button(view, f"day-{name}", "day", name) for name in ("today", "yesterday")),)
    if page == "number":
        return ((_button(view, "add-own-number", "skip", "number"),),)
    return ((_button(view, "add-skip", "skip", page),),) if page in ("topic", "place") else ()


def _button(view: View, key: str, act: str, value: str = "") -> Button:
    return Button(view.texts(f"button-{key}"), AddTap(act=act, value=value).pack())
