"""`/recommendations`: adopted recommendations, searched, entered, monitored (п. 2.2.2, 3.2)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from domain.office.ports import Expectation
from domain.office.refusal import Refusal, required
from domain.office.typed import short
from domain.people.roster import member_seat
from domain.requests.recommendation import Recommendation, RecommendationState, recommendation_of
from handlers.chat.cards import show_below
from handlers.chat.request import Request
from handlers.requests.taps import RecommendationNumberTap, RecommendationTap

SEARCH_KIND = "recommendation-search"
_SEARCH_LIMIT = 100


async def recommendations(request: Request) -> None:
    """`/recommendations`, alone or with words to look for."""
    words = request.argument
    await show_recommendations(request, short(words, _SEARCH_LIMIT) if words else "")


async def show_recommendations(request: Request, words: str) -> None:
    """The register on a live card."""
    member_seat(request.actor)
    await request.uow.expect(request.actor.user_id, None)
    await show_below(request, "recommendations", "recommendations", {"words": words} if words else {})


async def tapped(request: Request, tap: RecommendationTap) -> None:
    """One act of `ACTS`."""
    member_seat(request.actor)
    act = ACTS[tap.act]
    await act(request, tap.entry, tap.value)


async def turn_page(request: Request, tap: RecommendationNumberTap) -> None:
    """Another page of the register."""
    member_seat(request.actor)
    card = await request.card()
    await request.uow.expect(request.actor.user_id, None)
    kept = {"words": card.content["words"]} if card.content.get("words") else {}
    await request.uow.outbox.turn(card, {**kept, "offset": tap.value or 0})


async def _everything(request: Request, _: int, __: str) -> None:
    await request.uow.outbox.turn(await request.card(), {})


async def _search(request: Request, _: int, __: str) -> None:
    card = await request.card()
    await request.uow.expect(request.actor.user_id, Expectation(SEARCH_KIND, {}))
    await request.uow.outbox.turn(card, {"page": "search"})


async def search_words(request: Request, _: Expectation, text: str) -> None:
    """What to look for."""
    await show_recommendations(request, short(text, _SEARCH_LIMIT))


async def _open(request: Request, entry: int, _: str) -> None:
    await _entry(request, entry)
    card = await request.card()
    await request.uow.outbox.turn(card, {**card.content, "open": entry})


async def _close(request: Request, _: int, __: str) -> None:
    card = await request.card()
    await request.uow.outbox.turn(card, {key: card.content[key] for key in card.content if key != "open"})


async def _entry(request: Request, entry: int) -> Recommendation:
    return required(await request.uow.recommendations.get(entry), "no-such-recommendation")


async def _move(request: Request, entry: int, value: str) -> None:
    duties = await request.duties("recommend")
    if value not in [state.value for state in RecommendationState]:
        raise Refusal("card-outdated")
    found = await _entry(request, entry)
    act = found.move(RecommendationState(value), request.today)
    await request.uow.recommendations.save(found)
    await request.record(act, acting=duties.acting)
    request.reply("toast-recommendation-moved", number=found.number, state=value)


async def _choose(request: Request, _: int, __: str) -> None:
    await request.duties("recommend")
    await request.uow.outbox.turn(await request.card(), {"page": "enter"})


async def enter(request: Request, tap: RecommendationNumberTap) -> None:
    """A decision goes into the register: a question of a signed protocol."""
    member_seat(request.actor)
    duties = await request.duties("recommend")
    protocol = await request.uow.protocols.get(tap.entry)
    if protocol is None or protocol.signature is None or tap.value is None:
        raise Refusal("card-outdated")
    if tap.value in await request.uow.recommendations.entered(protocol.id):
        raise Refusal("recommendation-is-entered", number=f"{protocol.number}.{tap.value}")
    entered = recommendation_of(protocol.id, protocol.record, tap.value)
    await request.uow.recommendations.add(entered)
    await request.record(entered.entered(), acting=duties.acting)
    request.reply("toast-recommendation-entered", number=entered.number)


ACTS: Mapping[str, Callable[[Request, int, str], Awaitable[None]]] = {
    "all": _everything,
    "search": _search,
    "open": _open,
    "close": _close,
    "move": _move,
    "choose": _choose,
}
