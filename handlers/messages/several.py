"""Many messages at once: what is done to them, confirmed by its number, then done one by one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence

from domain.messages.dealing import REASON_LIMIT, REASONS
from domain.messages.message import KnownMessage
from domain.messages.several import Doing, Several, SeveralState, choose
from domain.office.ports import Expectation
from domain.office.refusal import Refusal, required
from domain.office.typed import short
from domain.people.roster import member_seat
from handlers.chat.cards import show_below
from handlers.chat.request import Request
from handlers.messages.taps import SeveralTap


async def ask_about(
    request: Request, messages: Sequence[KnownMessage], doing: Doing | None = None, incident: int = 0
) -> None:
    """Those of the messages that wait are to be dealt with: a card below asks how."""
    member_seat(request.actor)
    several = Several(0, request.actor.user_id, choose(messages), doing, incident=incident)
    await request.uow.several.add(several)
    await show_below(request, "several", several.entity, {})


async def tapped(request: Request, tap: SeveralTap) -> None:
    """One step, by whoever has chosen them."""
    member_seat(request.actor)
    several = await _asked(request, tap.several)
    await request.uow.expect(request.actor.user_id, None)  # a step aside ends what was awaited
    await request.uow.outbox.turn(await request.card(), {})
    await STEPS[tap.act](request, several, tap.value)
    await request.uow.several.save(several)


async def _asked(request: Request, number: int) -> Several:
    several = required(await request.uow.several.get(number), "card-outdated")
    if several.user_id != request.actor.user_id or several.state is not SeveralState.ASKED:
        raise Refusal("card-outdated")
    return several


async def _do(request: Request, several: Several, value: str) -> None:
    if value and value not in list(Doing):
        raise Refusal("card-outdated")
    several.doing, several.value = Doing(value) if value else None, ""


async def _value(request: Request, several: Several, value: str) -> None:
    if several.doing is Doing.REASON and value == "own":
        asked = {"several": several.id}
        await request.uow.expect(request.actor.user_id, Expectation("several-reason", asked))
        await request.uow.outbox.turn(await request.card(), {"page": "own-reason"})
        return
    profile = request.office.profile
    known: Mapping[Doing, Sequence[str]] = {
        Doing.BLOCK: profile.block_keys,
        Doing.UNIT: profile.unit_keys,
        Doing.REASON: REASONS,
    }
    if several.doing is None or value not in known.get(several.doing, ()):
        raise Refusal("card-outdated")
    several.value = request.texts(f"reason-{value}") if several.doing is Doing.REASON else value


async def reason_words(request: Request, expectation: Expectation, text: str) -> None:
    """The person's own words on why the answers are late."""
    several = await _asked(request, int(expectation.content["several"]))
    if several.doing is not Doing.REASON:
        raise Refusal("card-outdated")
    several.value = await request.office.masked(short(text, REASON_LIMIT))
    await request.uow.expect(request.actor.user_id, None)
    await request.uow.several.save(several)
    await show_below(request, "several", several.entity, {})


async def _confirm(request: Request, several: Several, _: str) -> None:
    incident = await request.uow.incidents.get(several.incident) if several.incident else None
    if incident is not None:
        incident.require_gathered()  # taken apart since, its messages are dealt with one by one
    await request.record(several.confirm())


async def _cancel(request: Request, several: Several, _: str) -> None:
    several.state = SeveralState.CANCELLED


STEPS: Mapping[str, Callable[[Request, Several, str], Awaitable[None]]] = {
    "do": _do,
    "value": _value,
    "confirm": _confirm,
    "cancel": _cancel,
}
