"""Many messages at once: how many, what is done to them, what came of it."""

from __future__ import annotations

from domain.messages.dealing import REASONS
from domain.messages.several import Doing, Left, Several, SeveralState
from domain.office.outbox import Button, Screen
from domain.office.wording import clipped, literal
from handlers.chat.view import View
from handlers.messages.taps import SeveralTap

Rows = list[tuple[Button, ...]]

_CAPTION = 60


async def render(view: View) -> Screen | None:
    """The question that stands now, or how far it has come."""
    several = await view.uow.several.get(int(view.card.key))
    if several is None:
        return None
    if several.state is SeveralState.CANCELLED:
        return Screen(view.texts("several-cancelled"))
    if several.state is SeveralState.ASKED:
        return _asks(view, several)
    how_far = {"done": several.done, "looked": several.looked_at, "count": len(several.chosen)}
    lines = [
        view.texts("several-doing", doing=_doing(several), value=_value(view, several)),
        view.texts(f"several-{several.state.value}", **how_far),
    ]
    lines += [
        view.texts(f"several-left-{reason.value}", count=several.left[reason.value])
        for reason in Left
        if several.left.get(reason.value)
    ]
    return Screen("\n".join(lines))


def _asks(view: View, several: Several) -> Screen:
    count = len(several.chosen)
    cancel = (_button(view, "cancel", several, "cancel"),)
    if several.doing is None:
        ways: Rows = [(_button(view, f"several-{one.value}", several, "do", one.value),) for one in Doing]
        return Screen(view.texts("several-ask-what", count=count), (*ways, cancel))
    if several.doing is not Doing.ANSWERED and not several.value:
        own = view.card.content.get("page") == "own-reason"
        about = "own-reason" if own else several.doing.value
        question = view.texts(f"several-ask-{about}", count=count)
        rows = [] if own else _choices(view, several)
        return Screen(question, (*rows, (_button(view, "back", several, "do"),), cancel))
    asked = view.texts("several-ask-confirm", doing=_doing(several), value=_value(view, several), count=count)
    return Screen(asked, ((_button(view, "confirm", several, "confirm"),), cancel))


def _doing(several: Several) -> str:
    return several.doing.value if several.doing else ""


def _value(view: View, several: Several) -> str:
    if several.doing is Doing.BLOCK:
        return view.office.profile.block(several.value).title
    if several.doing is Doing.UNIT:
        return view.office.profile.unit(several.value).title
    return several.value


def _choices(view: View, several: Several) -> Rows:
    profile = view.office.profile
    if several.doing is Doing.REASON:
        rows: Rows = [(_button(view, f"reason-{key}", several, "value", key, whole=True),) for key in REASONS]
        return [*rows, (_button(view, "own-reason", several, "value", "own"),)]
    blocks = {one.block for one in several.chosen}
    titles = (
        [(one.key, profile.caption(one)) for one in profile.blocks]
        if several.doing is Doing.BLOCK
        else [(one.key, profile.caption(one)) for one in profile.units if {None, one.block} & blocks]
    )
    return [
        (Button(literal(clipped(title, _CAPTION)), _data(several, "value", key)),) for key, title in titles
    ]


def _button(
    view: View, key: str, several: Several, act: str, value: str = "", *, whole: bool = False
) -> Button:
    return Button(view.texts(key if whole else f"button-{key}"), _data(several, act, value))


def _data(several: Several, act: str, value: str = "") -> str:
    return SeveralTap(act=act, several=several.id, value=value).pack()
