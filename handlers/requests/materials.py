"""Materials on request: the head asks heads of blocks, they answer with words and files (п. 3.3)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from domain.office.act import Act
from domain.office.attachment import SentFile
from domain.office.ports import Expectation
from domain.office.refusal import Refusal, required
from domain.office.typed import said
from domain.people.roster import member_seat
from domain.requests.materials import MaterialRequest, RequestState
from domain.tasks.task import head_account
from handlers.chat.cards import show_below
from handlers.chat.files import attach, pass_on
from handlers.chat.request import Request
from handlers.chat.typed import still_awaited, written
from handlers.requests.taps import MaterialDayTap, MaterialSeatTap, MaterialTap

TEXT_KIND, REPLY_KIND = "material-text", "material-reply"


async def show_requests(request: Request) -> None:
    """What the head has asked for and been asked for; a head of a block sees what is asked of them."""
    member_seat(request.actor)
    await request.uow.expect(request.actor.user_id, None)
    await show_below(request, "requests", "requests", {})


async def new(request: Request, tap: MaterialTap) -> None:
    """«Материалы у блоков»: a draft on one card; its text is asked for first."""
    await request.duties("request")
    asked = MaterialRequest(0)
    await request.uow.materials.add(asked)
    await request.record(Act("materials-drafted", asked.entity))
    await request.uow.expect(request.actor.user_id, Expectation(TEXT_KIND, {"request": asked.id}))
    await show_below(request, "materials", asked.entity, {"page": "text"})


async def find_request(request: Request, request_id: int) -> MaterialRequest:
    """The request, for the head and for those asked; a refusal otherwise."""
    seat = member_seat(request.actor)
    found = required(await request.uow.materials.get(request_id), "no-such-request")
    if seat not in found.seats or found.state in (RequestState.DRAFT, RequestState.DISCARDED):
        await request.duties("request")
    return found


async def tapped(request: Request, tap: MaterialTap) -> None:
    """One act of `ACTS` on a request."""
    act = ACTS[tap.act]
    asked = await find_request(request, tap.request)
    await act(request, asked, tap.value)


async def _show(
    request: Request, asked: MaterialRequest, content: dict[str, object], album: str = ""
) -> None:
    await show_below(request, "materials", asked.entity, content, album)


async def _open(request: Request, asked: MaterialRequest, _: str) -> None:
    await _show(request, asked, {})


async def _turn(request: Request, content: dict[str, object]) -> None:
    await request.uow.outbox.turn(await request.card(), content)


# The head's draft


async def _page(request: Request, asked: MaterialRequest, value: str) -> None:
    await request.duties("request")
    waits = Expectation(TEXT_KIND, {"request": asked.id}) if value == "text" else None
    await request.uow.expect(request.actor.user_id, waits)
    await _turn(request, {"page": value} if value in ("text", "due", "discard", "close") else {})


async def text_words(request: Request, expectation: Expectation, text: str) -> None:
    """What is asked for."""
    await request.duties("request")
    asked = await find_request(request, int(expectation.content["request"]))
    if not await still_awaited(request, lambda: asked.expect(RequestState.DRAFT)):
        return
    asked.write(said(text))
    await request.uow.materials.save(asked)
    await request.uow.expect(request.actor.user_id, None)
    await _show(request, asked, {})


async def choose_seat(request: Request, tap: MaterialSeatTap) -> None:
    """A seat is asked too, or no more."""
    asked = await find_request(request, tap.request)
    await request.duties("request")
    asked.choose(tap.value, request.office.profile)
    await request.uow.materials.save(asked)
    await _turn(request, {})


async def choose_day(request: Request, tap: MaterialDayTap) -> None:
    """By when materials are asked for."""
    asked = await find_request(request, tap.request)
    await request.duties("request")
    if isinstance(tap.value, str):
        await _turn(request, {"page": "due", "month": tap.value})
        return
    asked.set_due(tap.value, request.today)
    await request.uow.materials.save(asked)
    await _turn(request, {})


async def _send(request: Request, asked: MaterialRequest, _: str) -> None:
    duties = await request.duties("request")
    act = asked.send(duties, request.now, request.today)
    await _keep(request, asked, act, acting=duties.acting)
    await request.uow.expect(request.actor.user_id, None)
    await _turn(request, {})
    roster = await request.roster()
    unreached = []
    for seat in asked.seats:
        binding = roster.binding(seat)
        if binding is None:
            unreached.append(seat)
        elif binding.user_id != request.chat_id:
            await request.uow.outbox.card(binding.user_id, "materials", asked.entity)
    request.reply("toast-request-sent", count=len(asked.seats) - len(unreached))


async def _discard(request: Request, asked: MaterialRequest, _: str) -> None:
    await request.duties("request")
    await _keep(request, asked, asked.discard())
    await request.uow.expect(request.actor.user_id, None)
    await _turn(request, {})


async def _keep(request: Request, asked: MaterialRequest, act: Act, *, acting: bool = False) -> None:
    await request.uow.materials.save(asked)
    await request.record(act, acting=acting)


async def _close(request: Request, asked: MaterialRequest, _: str) -> None:
    duties = await request.duties("request")
    await _keep(request, asked, asked.close(), acting=duties.acting)
    await _turn(request, {})


async def _archive(request: Request, asked: MaterialRequest, _: str) -> None:
    duties = await request.duties("request")
    await _keep(request, asked, asked.ask_archive(request.chat_id), acting=duties.acting)
    request.reply("toast-archive")


async def send_files(request: Request, tap: MaterialSeatTap) -> None:
    """The files of one answer."""
    asked = await find_request(request, tap.request)
    await request.duties("request")
    if tap.value not in asked.replies:
        raise Refusal("card-outdated")
    await pass_on(request, asked.files_of(tap.value), await request.called(tap.value))


# The answer of a block's head


async def _begin_reply(request: Request, asked: MaterialRequest, _: str) -> None:
    seat = member_seat(request.actor)
    asked.require_asked(seat)
    await _await_reply(request, asked, "")
    await _turn(request, {"page": "reply"})


async def _await_reply(request: Request, asked: MaterialRequest, note: str) -> None:
    content = {"request": asked.id, "note": note}
    await request.uow.expect(request.actor.user_id, Expectation(REPLY_KIND, content))


async def reply_words(request: Request, expectation: Expectation, text: str) -> None:
    """The words of an answer."""
    asked = await find_request(request, int(expectation.content["request"]))
    await _continue_reply(request, asked, said(text))


async def reply_file(request: Request, expectation: Expectation, file: SentFile, caption: str) -> None:
    """A file of an answer; its caption is the words."""
    asked = await find_request(request, int(expectation.content["request"]))
    seat = member_seat(request.actor)
    asked.require_asked(seat)
    await attach(request, asked.files_of(seat), file)
    note = said(caption) if caption else str(expectation.content.get("note", ""))
    await _continue_reply(request, asked, note, file.album)


async def _continue_reply(request: Request, asked: MaterialRequest, note: str, album: str = "") -> None:
    seat = member_seat(request.actor)
    if not await still_awaited(request, lambda: asked.require_asked(seat)):
        return
    await _await_reply(request, asked, note)
    await _show(request, asked, {"page": "reply", "note": note}, album)


async def _done(request: Request, asked: MaterialRequest, _: str) -> None:
    """«Готово»: the answer goes to the head."""
    seat = member_seat(request.actor)
    card = await request.card()
    if card.content.get("page") != "reply":
        raise Refusal("card-outdated")
    files = len(await request.uow.attachments.of(asked.files_of(seat)))
    note = await written(request, card, REPLY_KIND)
    before = asked.replies.get(seat)
    act = asked.reply(seat, note or (before.note if before else ""), files, request.now)
    await _keep(request, asked, act)
    await request.uow.expect(request.actor.user_id, None)
    await request.uow.outbox.turn(card, {})
    for chat_id in head_account(await request.roster()):
        if chat_id != request.chat_id:
            await request.uow.outbox.card_anew(chat_id, "materials", asked.entity)
    request.reply("toast-reply-sent")


async def _leave_reply(request: Request, asked: MaterialRequest, _: str) -> None:
    """«Отмена»: what was sent before stays, what was being written is left."""
    seat = member_seat(request.actor)
    if seat not in asked.seats:
        raise Refusal("not-asked-of-you")
    await request.uow.expect(request.actor.user_id, None)
    kept = asked.replies[seat].files if seat in asked.replies else 0
    for file in list(await request.uow.attachments.of(asked.files_of(seat)))[kept:]:
        await request.uow.attachments.remove(file.id)
    await _turn(request, {})


ACTS: Mapping[str, Callable[[Request, MaterialRequest, str], Awaitable[None]]] = {
    "open": _open,
    "page": _page,
    "send": _send,
    "discard": _discard,
    "close": _close,
    "archive": _archive,
    "reply": _begin_reply,
    "done": _done,
    "leave": _leave_reply,
}
