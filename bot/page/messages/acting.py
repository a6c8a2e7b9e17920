"""One act on one message or on many that were ticked: each by its own right, each with its own entry."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from datetime import datetime
from urllib.parse import parse_qsl, urlsplit

from aiohttp import web

from bot.page.messages.listing import MOST, asked_of
from bot.page.visit import Visit
from domain.messages.acts import require_act, require_open
from domain.messages.dealing import (
    REASONS,
    explain_delay,
    give_to_block,
    give_to_unit,
    note_answer,
    own_reason,
)
from domain.messages.message import KnownMessage
from domain.office.refusal import Refusal
from handlers.messages.hand_over import tell_of_hand_over

_ID = re.compile(r"[1-9][0-9]{0,17}")
_LONGEST_WAY = 2000


async def act(visit: Visit) -> web.Response:
    """What was done, and what was not and why; then back to where one was."""
    do = _ACTS.get(visit.chosen("act"))
    if do is None:
        raise Refusal("page-form-unread")
    done, left = 0, list[tuple[KnownMessage, str]]()
    found = await visit.uow.messages.several(_ids(visit))
    still = await _still_listed(visit, found)
    for message in found:
        try:
            if message.id not in still:
                raise Refusal("page-left-list")
            require_act(visit.roster, visit.actor, message)
            await do(visit, message)
            done += 1
        except Refusal as refusal:
            if refusal.key in _ALL_THE_SAME:
                raise
            left.append((message, visit.refusal(refusal)))
    if left or not done:
        return visit.show("acted.html", done=done, left=left, back=visit.way(_back(visit)))
    if not visit.chosen("back"):
        return visit.go(f"/messages/{found[0].id}", done=visit.chosen("act"))
    changed = ".".join(str(one.id) for one in found)
    return visit.go(_back(visit), at=f"row-{found[0].id}" if len(found) == 1 else "", changed=changed)


def _ids(visit: Visit) -> list[int]:
    given = [one for one in visit.form.getall("id", []) if isinstance(one, str) and _ID.fullmatch(one)]
    if not given:
        raise Refusal("page-none-ticked")
    if len(given) > MOST:
        raise Refusal("page-too-many-ticked", limit=MOST)
    return [int(one) for one in given]


def _back(visit: Visit) -> str:
    """The list as it was, or the list."""
    back = visit.chosen("back")
    known = back == "/messages" or back.startswith("/messages?")
    return back if known and back.isprintable() and len(back) <= _LONGEST_WAY else "/messages"


async def _still_listed(visit: Visit, found: Sequence[KnownMessage]) -> Collection[int]:
    """Of those that were ticked in a list, the ones that it has now: others dealt with the rest meanwhile."""
    ids = [one.id for one in found]
    if not visit.chosen("back"):
        return ids
    asked = asked_of(visit, dict(parse_qsl(urlsplit(_back(visit)).query)))
    return await visit.uow.messages.still_in(asked.chosen, asked.section, ids)


async def _answered(visit: Visit, message: KnownMessage) -> None:
    said = visit.chosen("at")
    if not said:
        require_open(message)
    at = _moment(visit, said) if said else visit.now
    await note_answer(visit.uow, visit.actor, message, at, visit.now)


def _moment(visit: Visit, said: str) -> datetime:
    try:
        found = datetime.fromisoformat(said)
    except ValueError:
        raise Refusal("page-form-unread") from None
    if found.tzinfo is not None:
        raise Refusal("page-form-unread")
    return found.replace(tzinfo=visit.runtime.profile.time_zone)


async def _block(visit: Visit, message: KnownMessage) -> None:
    block = visit.chosen("block")
    if block not in visit.runtime.profile.block_keys:
        raise Refusal("page-form-unread")
    receiver = await give_to_block(visit.uow, visit.roster, visit.actor, message, block)
    if receiver is not None:
        await tell_of_hand_over(visit.uow, visit.runtime.shared, message, receiver, visit.actor)


async def _unit(visit: Visit, message: KnownMessage) -> None:
    unit = visit.chosen("unit")
    if unit not in visit.runtime.profile.unit_keys:
        raise Refusal("page-form-unread")
    await give_to_unit(visit.uow, visit.runtime.profile, visit.actor, message, unit)


async def _reason(visit: Visit, message: KnownMessage) -> None:
    key = visit.chosen("reason")
    # What is kept is in the office's language.
    reason = visit.runtime.texts(f"reason-{key}") if key in REASONS else own_reason(visit.chosen("own"))
    await explain_delay(visit.uow, visit.actor, message, reason)


_ACTS: Mapping[str, Callable[[Visit, KnownMessage], Awaitable[None]]] = {
    "answered": _answered,
    "block": _block,
    "unit": _unit,
    "reason": _reason,
}
# What is wrong with the form and so with every message alike.
_ALL_THE_SAME = ("page-form-unread", "too-long")
