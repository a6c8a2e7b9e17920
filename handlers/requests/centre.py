"""Requests to ЦУР and from it: registered with their answers, followed by the head (п. 3.2)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from domain.office.attachment import SentFile
from domain.office.ports import Expectation
from domain.office.refusal import Refusal, required
from domain.office.typed import said, short
from domain.requests.centre import CentreRequest, read_centre_request
from handlers.chat.cards import show_below, turn_or_show
from handlers.chat.dates import read_day
from handlers.chat.files import attach, pass_on
from handlers.chat.not_understood import say_not_understood
from handlers.chat.request import Request
from handlers.chat.typed import still_awaited, written
from handlers.requests.taps import CentreTap

NEW_KIND, FILES_KIND, ANSWER_KIND = "centre-new", "centre-files", "centre-answer"
CHANGE_KIND, _REASON = "centre-change", 300


async def begin(request: Request, tap: CentreTap) -> None:
    """«Запрос в ЦУР» or «Запрос от ЦУР»: everything in one message."""
    await request.duties("centre")
    await request.uow.expect(request.actor.user_id, Expectation(NEW_KIND, {"outgoing": tap.act == "out"}))
    await turn_or_show(request, "requests", "requests", {"page": tap.act})


async def give_up(request: Request, _: CentreTap) -> None:
    """«Назад»: nothing is registered."""
    await request.duties("centre")
    await request.uow.expect(request.actor.user_id, None)
    await turn_or_show(request, "requests", "requests", {})


async def new_words(request: Request, expectation: Expectation, text: str) -> None:
    """«number | date | due | what is asked»."""
    duties = await request.duties("centre")
    outgoing = bool(expectation.content["outgoing"])
    registered = read_centre_request(text, outgoing, request.today, read_day)
    await request.uow.centre_requests.add(registered)
    await request.record(registered.registered(), acting=duties.acting)
    await request.uow.expect(request.actor.user_id, Expectation(FILES_KIND, {"request": registered.id}))
    await request.uow.outbox.remove_kind(request.chat_id, "requests")
    await _show(request, registered, {"asks": "files"})


async def show_list(request: Request, tap: CentreTap) -> None:
    """The register, unanswered ones first."""
    await request.duties("centre")
    card = await request.uow.outbox.find(request.chat_id, request.message_id or 0)
    if card is not None and card.kind == "centres":
        await request.uow.outbox.turn(card, {"offset": tap.value or 0})
    else:
        await show_below(request, "centres", "centre", {})


async def find_centre_request(request: Request, request_id: int) -> CentreRequest:
    """The request, for whoever performs the head's duties (п. 3.2)."""
    await request.duties("centre")
    return required(await request.uow.centre_requests.get(request_id), "no-such-request")


async def tapped(request: Request, tap: CentreTap) -> None:
    """One act of `ACTS` on a request."""
    act = ACTS[tap.act]
    await act(request, await find_centre_request(request, tap.request))


async def _show(request: Request, found: CentreRequest, content: dict[str, object], album: str = "") -> None:
    await show_below(request, "centre", found.entity, content, album)


async def _open(request: Request, found: CentreRequest) -> None:
    await request.uow.expect(request.actor.user_id, None)
    await _show(request, found, {})


async def _files(request: Request, found: CentreRequest) -> None:
    sent = False
    for entity in (found.entity, found.answer_files):
        if await request.uow.attachments.of(entity):
            await pass_on(request, entity, request.texts("centre-file", number=found.number))
            sent = True
    if not sent:
        raise Refusal("no-files")


async def own_file(request: Request, expectation: Expectation, file: SentFile, _: str) -> None:
    """A file of the request itself."""
    found = await find_centre_request(request, int(expectation.content["request"]))
    await attach(request, found.entity, file)
    await _show(request, found, {}, file.album)


async def own_words(request: Request, expectation: Expectation, _: str) -> None:
    """Words where a file may follow: nothing waits for them."""
    await request.uow.expect(request.actor.user_id, None)
    await say_not_understood(request)


async def _begin_answer(request: Request, found: CentreRequest) -> None:
    found.require_open()
    card = await request.card()
    await _await_answer(request, found, "")
    await request.uow.outbox.turn(card, {"page": "answer"})


async def _await_answer(request: Request, found: CentreRequest, note: str) -> None:
    content = {"request": found.id, "note": note}
    await request.uow.expect(request.actor.user_id, Expectation(ANSWER_KIND, content))


async def answer_words(request: Request, expectation: Expectation, text: str) -> None:
    """The words of the answer."""
    found = await find_centre_request(request, int(expectation.content["request"]))
    await _continue(request, found, said(text))


async def answer_file(request: Request, expectation: Expectation, file: SentFile, caption: str) -> None:
    """A file of the answer; its caption is the words."""
    found = await find_centre_request(request, int(expectation.content["request"]))
    found.require_open()
    await attach(request, found.answer_files, file)
    note = said(caption) if caption else str(expectation.content.get("note", ""))
    await _continue(request, found, note, file.album)


async def _continue(request: Request, found: CentreRequest, note: str, album: str = "") -> None:
    if not await still_awaited(request, found.require_open):
        return
    await _await_answer(request, found, note)
    await _show(request, found, {"page": "answer", "note": note}, album)


async def _done(request: Request, found: CentreRequest) -> None:
    """«Готово»: the answer is registered."""
    duties = await request.duties("centre")
    card = await request.card()
    if card.content.get("page") != "answer":
        raise Refusal("card-outdated")
    files = len(await request.uow.attachments.of(found.answer_files))
    act = found.give_answer(await written(request, card, ANSWER_KIND), files, request.today)
    await request.uow.centre_requests.save(found)
    await request.record(act, acting=duties.acting)
    await request.uow.expect(request.actor.user_id, None)
    await request.uow.outbox.turn(card, {})
    request.reply("toast-centre-answered", number=found.number)


async def _begin_change(request: Request, found: CentreRequest) -> None:
    await _await_change(request, found, "change")


async def _begin_withdrawal(request: Request, found: CentreRequest) -> None:
    await _await_change(request, found, "withdraw")


async def _await_change(request: Request, found: CentreRequest, what: str) -> None:
    found.require_open()
    card = await request.card()
    content = {"request": found.id, "what": what}
    await request.uow.expect(request.actor.user_id, Expectation(CHANGE_KIND, content))
    await request.uow.outbox.turn(card, {"page": what})


async def change_words(request: Request, expectation: Expectation, text: str) -> None:
    """The whole line anew, or why the request is withdrawn."""
    duties = await request.duties("centre")
    found = await find_centre_request(request, int(expectation.content["request"]))
    if not await still_awaited(request, found.require_open):
        return
    if expectation.content["what"] == "change":
        act = found.change(read_centre_request(text, found.outgoing, request.today, read_day))
    else:
        act = found.withdraw(short(text, _REASON), request.today)
    await request.uow.centre_requests.save(found)
    await request.record(act, acting=duties.acting)
    await request.uow.expect(request.actor.user_id, None)
    await _show(request, found, {})


async def _leave(request: Request, found: CentreRequest) -> None:
    await request.uow.expect(request.actor.user_id, None)
    if found.open:
        for file in await request.uow.attachments.of(found.answer_files):
            await request.uow.attachments.remove(file.id)
    await request.uow.outbox.turn(await request.card(), {})


ACTS: Mapping[str, Callable[[Request, CentreRequest], Awaitable[None]]] = {
    "open": _open,
    "files": _files,
    "answer": _begin_answer,
    "done": _done,
    "leave": _leave,
    "change": _begin_change,
    "withdraw": _begin_withdrawal,
}
