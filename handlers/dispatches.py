"""Receipts of signed papers: a unit confirms, the head marks what was handed over."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.act import Act
from domain.ports import StoredProtocol
from domain.refusal import Refusal
from domain.roster import member_seat
from handlers.protocols import find_protocol
from handlers.request import Request
from handlers.taps import DispatchTap


def build() -> Router:
    """«Получено» and «Отправлено вручную»."""
    router = Router(name="dispatches")
    router.callback_query.register(received, DispatchTap.filter(F.act == "received"))
    router.callback_query.register(by_hand, DispatchTap.filter(F.act == "by-hand"))
    return router


async def _paper(request: Request, tap: DispatchTap) -> StoredProtocol:
    if tap.paper != "protocol":
        raise Refusal("no-such-protocol")
    return await find_protocol(request, tap.number)


async def received(_: CallbackQuery, callback_data: DispatchTap, request: Request) -> None:
    """«Получено»: a unit confirms (п. 4.7)."""
    unit = request.actor.unit
    if unit is None:
        raise Refusal("units-confirm")
    paper = await _paper(request, callback_data)
    dispatches = await request.uow.dispatches.of(paper.entity)
    if unit not in [dispatch.unit for dispatch in dispatches]:
        raise Refusal("not-sent-to-you", number=paper.number)
    if not await request.uow.dispatches.confirm(paper.entity, unit, request.actor.user_id):
        raise Refusal("received-before", number=paper.number)
    await request.record(Act("protocol-received", paper.entity, {"unit": unit}))
    await request.uow.outbox.touch(paper.entity)
    request.warn("toast-received", number=paper.number)


async def by_hand(_: CallbackQuery, callback_data: DispatchTap, request: Request) -> None:
    """«Отправлено вручную»: the paper was handed to a unit that has no chat."""
    member_seat(request.actor)
    paper = await _paper(request, callback_data)
    if request.actor.seat != paper.record.chair.seat:
        await request.duties("send")
    unit = callback_data.unit
    if not await request.uow.dispatches.sent_by_hand(paper.entity, unit, request.actor.user_id):
        raise Refusal("by-hand-before")
    await request.record(Act("protocol-sent-by-hand", paper.entity, {"unit": unit}))
    await request.uow.outbox.touch(paper.entity)
    request.reply("toast-by-hand", unit=request.office.profile.unit(unit).title)
