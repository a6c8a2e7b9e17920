"""Checking: is this file, or this code, the signed original."""

from __future__ import annotations

from aiogram.types import Message as ChatMessage

from domain.office.attachment import LARGEST
from domain.office.outbox import Screen
from domain.office.ports import Expectation
from domain.office.refusal import Refusal
from domain.people.roster import Standing
from domain.protocols.store import StoredProtocol
from domain.protocols.verdict import act_text, record_text, verdict_text
from domain.protocols.verification import Verdict, made_document, typed_code
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
    code = typed_code(text)
    protocol = await request.uow.protocols.by_hash(code) if code else None
    if protocol is not None:
        await request.show(Screen(record_text(request.own_texts, protocol)))
        return
    former = await request.uow.protocols.former_by_hash(code) if code else None
    if former is not None:
        await request.show(Screen(verdict_text(request.own_texts, Verdict.FORMER, *former)))
        return
    correction = await request.uow.corrections.by_hash(code) if code else None
    named = await request.uow.protocols.get(correction.protocol_id) if correction else None
    if correction is not None:
        await request.show(
            Screen(verdict_text(request.own_texts, Verdict.CORRECTION, named, correction.record.number))
        )
        return
    act = await request.uow.acts.by_hash(code) if code else None
    if act is not None:
        await request.show(Screen(act_text(request.own_texts, Verdict.ACT, act)))
        return
    document = await request.uow.documents.by_hash(code) if code else None
    made = made_document(document.kind) if document else None
    paper = await _protocol_of(request, document.entity) if document else None
    if made is not None and paper is not None and made.verdict is not Verdict.UNKNOWN:
        await request.show(Screen(verdict_text(request.own_texts, made.verdict, paper, made.version)))
        return
    await request.say("verify-unknown")


async def _protocol_of(request: Request, entity: str) -> StoredProtocol | None:
    """The protocol that a document is of; None for what is no paper of a protocol."""
    paper, _, rest = entity.partition(":")
    return await request.uow.protocols.get(int(rest.split(":")[0])) if paper == "protocol" else None


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
