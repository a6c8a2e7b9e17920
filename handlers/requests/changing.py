"""A request for materials that was sent: its words or day changed, or the whole withdrawn (п. 3.3)."""

from __future__ import annotations

from domain.office.act import Act
from domain.office.outbox import Screen
from domain.office.ports import Expectation
from domain.office.refusal import Refusal
from domain.office.typed import said, short
from domain.requests.materials import MaterialRequest, RequestState
from handlers.chat.cards import show_below
from handlers.chat.request import Request
from handlers.chat.typed import still_awaited
from handlers.requests.materials import find_request
from handlers.requests.taps import MaterialDayTap, MaterialTap

WORDS_KIND = "material-change"
_REASON = 300
PAGES = ("rewrite", "move", "withdraw")


async def ask(request: Request, tap: MaterialTap) -> None:
    """«Изменить текст», «Изменить срок», «Отозвать»: the new words, the day or the reason are asked for."""
    asked = await _sent(request, tap.request)
    if tap.value not in PAGES:
        raise Refusal("card-outdated")
    card = await request.card()
    content = {"request": asked.id, "what": tap.value}
    waits = None if tap.value == "move" else Expectation(WORDS_KIND, content)
    await request.uow.expect(request.actor.user_id, waits)
    await request.uow.outbox.turn(card, {"page": tap.value})


async def _sent(request: Request, request_id: int) -> MaterialRequest:
    asked = await find_request(request, request_id)
    await request.duties("request")
    asked.expect(RequestState.SENT)
    return asked


async def change_words(request: Request, expectation: Expectation, text: str) -> None:
    """What is asked for from now on, or why nothing is."""
    await request.duties("request")
    asked = await find_request(request, int(expectation.content["request"]))
    if not await still_awaited(request, lambda: asked.expect(RequestState.SENT)):
        return
    if expectation.content["what"] == "rewrite":
        await _changed(request, asked, asked.rewrite(said(text)), "text")
    else:
        await _changed(request, asked, asked.withdraw(short(text, _REASON)), "withdrawn")
    await request.uow.expect(request.actor.user_id, None)
    await show_below(request, "materials", asked.entity, {})


async def move(request: Request, tap: MaterialDayTap) -> None:
    """Another day, or another month of the calendar."""
    asked = await _sent(request, tap.request)
    card = await request.card()
    if isinstance(tap.value, str):
        await request.uow.outbox.turn(card, {"page": "move", "month": tap.value})
        return
    await _changed(request, asked, asked.move(tap.value, request.today), "due")
    await request.uow.outbox.turn(card, {})


async def _changed(request: Request, asked: MaterialRequest, act: Act, what: str) -> None:
    """Keep it, and tell those asked once; their cards show it by themselves."""
    duties = await request.duties("request")
    await request.uow.materials.save(asked)
    await request.record(act, acting=duties.acting)
    roster = await request.roster()
    for seat in asked.seats:
        binding = roster.binding(seat)
        if binding is not None and binding.user_id != request.actor.user_id:
            told = request.office.texts_in(binding.language)(
                "request-changed-you",
                what=what,
                id=asked.id,
                due=asked.due or request.today,
                text=asked.text,
                reason=asked.reason,
                answered="yes" if seat in asked.replies else "no",
            )
            await request.uow.outbox.text(binding.user_id, Screen(told.strip()))
