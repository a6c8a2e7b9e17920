"""Checking: is this file, or this code, the signed original."""

from __future__ import annotations

from aiogram.types import Message as ChatMessage

from domain.office.attachment import LARGEST
from domain.office.outbox import Button, Screen
from domain.office.ports import Expectation
from domain.office.refusal import Refusal
from domain.people.roster import Standing
from domain.protocols.verdict import code_text
from handlers.chat.cards import show_only
from handlers.chat.parts import button
from handlers.chat.request import Request
from handlers.chat.taps import CommandTap
from handlers.chat.view import View
from handlers.protocols.taps import VerifyTap

PAPERS = (".pdf", ".docx")
LINK = "verify_"
CARD = "verify"


def _expect_known(request: Request) -> None:
    if request.actor.standing is Standing.STRANGER:
        raise Refusal("stranger")


async def link(request: Request, payload: str) -> None:
    """The QR code's link."""
    await _verify(request, payload.removeprefix(LINK))


async def verify(request: Request) -> None:
    """`/verify CODE`: the SHA-256 printed on the protocol, or of its file, or the beginning of either."""
    if request.argument:
        await _verify(request, request.argument)
    else:
        await _ask_code(request)


async def _ask_code(request: Request) -> None:
    _expect_known(request)
    await request.uow.expect(request.actor.user_id, Expectation("verify-code", {}))
    await show_only(request, CARD)


async def render(view: View) -> Screen:
    """What is to be sent; once it is awaited no more, the way back to it."""
    if view.card.content.get("paused"):
        again = Button(view.texts("command-verify"), CommandTap(name="verify").pack())
        return Screen(view.texts("verify-paused"), ((again,),))
    return Screen(view.texts("verify-ask"), ((button(view, "cancel", VerifyTap().pack()),),))


async def give_up(request: Request, _: VerifyTap) -> None:
    """«Отмена»: nothing is checked, and nothing is left of the question."""
    _expect_known(request)
    await _asked_no_more(request)


async def _asked_no_more(request: Request) -> None:
    awaited = await request.uow.expected(request.actor.user_id)
    if awaited is not None and awaited.kind == "verify-code":
        await request.uow.expect(request.actor.user_id, None)
    await request.uow.outbox.remove_kind(request.chat_id, CARD)


async def words(request: Request, _: Expectation, text: str) -> None:
    """The code that `/verify` asked for."""
    await _verify(request, text)


async def _verify(request: Request, text: str) -> None:
    _expect_known(request)
    await _asked_no_more(request)
    said = await code_text(request.uow, request.own_texts, text)
    await request.show(Screen(said or request.own_texts("verify-unknown")))


async def file(request: Request, message: ChatMessage) -> None:
    """A PDF or a DOCX: it is looked into after the commit."""
    _expect_known(request)
    document = message.document
    assert document is not None  # the filter let documents through only
    await _asked_no_more(request)
    if (document.file_size or 0) > LARGEST:
        raise Refusal("attachment-too-large", limit=LARGEST // 1024 // 1024)
    await request.uow.received_files.add(
        request.actor.user_id, request.chat_id, document.file_id, document.file_name or "file"
    )


async def signature(request: Request, _: ChatMessage) -> None:
    """A detached signature that was not asked for."""
    _expect_known(request)
    raise Refusal("signature-unasked")
