"""A person's settings."""

from __future__ import annotations

from domain.office.outbox import Button, Screen
from handlers.chat.parts import Rows, button
from handlers.chat.view import View
from handlers.people.taps import SettingsTap

PRESETS = ((20, 8), (22, 7), (23, 8))


def _tap(act: str, value: int = 0) -> str:
    return SettingsTap(act=act, value=value).pack()


async def render(view: View) -> Screen | None:
    """The quiet hours and the language as they are set, and what else may be chosen."""
    if view.card.content.get("page") == "own":
        return Screen(view.texts("settings-ask-hours"), ((button(view, "back", _tap("back")),),))
    hours = await view.uow.quiet.of(view.card.chat_id)
    if hours is None:
        text = view.texts("settings-no-quiet")
    else:
        text = view.texts("settings-quiet", begin=hours.begin, end=hours.end)
    presets = tuple(
        Button(f"{begin}:00–{end:02}:00", _tap("preset", number))
        for number, (begin, end) in enumerate(PRESETS)
    )
    rows: Rows = [presets, (button(view, "own-hours", _tap("own")),)]
    if hours is not None:
        rows.append((button(view, "no-quiet", _tap("off")),))
    bound = view.roster.binding_of(view.card.chat_id)
    spoken = (bound.language if bound else "") or view.office.profile.locale
    others = [one for one in enumerate(view.office.languages) if one[1] != spoken]
    rows.append(tuple(button(view, f"language-{key}", _tap("language", number)) for number, key in others))
    return Screen("\n\n".join([text, view.texts("settings-language", language=spoken)]), tuple(rows))
