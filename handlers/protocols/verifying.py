"""Checking: is this file, or this code, the signed original."""

from __future__ import annotations

from aiogram.types import Message as ChatMessage

from domain.office.attachment import LARGEST
from domain.office.outbox import Screen
from domain.office.ports import Expectation
from domain.office.refusal import Refusal
from domain.people.roster import Standing
from domain.protocols.verdict import code_text
from handlers.chat.request import Request

PAPERS = (".pdf", ".docx")
LINK = "verify_"


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
    await request.say("verify-ask")


async def words(request: Request, _: Expectation, text: str) -> None:
    """The code that `/verify` asked for."""
    await _verify(request, text)


async def _verify(request: Request, text: str) -> None:
    _expect_known(request)
    await request.uow.expect(request.actor.user_id, None)
    said = await code_text(request.uow, request.own_texts, text)
    await request.show(Screen(said or request.own_texts("verify-unknown")))


async def file(request: Request, message: ChatMessage) -> None:
    """A PDF or a DOCX: it is looked into after the commit."""
    _expect_known(request)
    document = message.document
    assert document is not None  # the filter let documents through only
    if (document.file_size or 0) > LARGEST:
        raise Refusal("attachment-too-large", limit=LARGEST // 1024 // 1024)
    await request.uow.received_files.add(
        request.actor.user_id, request.chat_id, document.file_id, document.file_name or "file"
    )


async def signature(request: Request, _: ChatMessage) -> None:
    """A detached signature that was not asked for."""
    _expect_known(request)
    raise Refusal("signature-unasked")
