"""Checking: is this file, or this code, the signed original."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import CallbackQuery
from aiogram.types import Message as ChatMessage

from domain.office.attachment import LARGEST
from domain.office.outbox import Screen
from domain.office.ports import Expectation
from domain.office.refusal import Refusal
from domain.people.roster import Standing
from domain.protocols.verification import Verdict, typed_code
from handlers.chat.request import Request
from handlers.chat.taps import CommandTap
from handlers.protocols.verdict import record_text, verdict_text

_PAPERS = (".pdf", ".docx")


def build() -> Router:
    """`/verify`, the QR code's link, and papers sent to the bot."""
    router = Router(name="checking")
    router.message.register(
        link, CommandStart(deep_link=True, magic=F.args.startswith("verify_")), F.chat.type == "private"
    )
    router.message.register(command, Command("verify"))
    router.callback_query.register(button, CommandTap.filter(F.name == "verify"))
    name = F.document.file_name.lower()
    router.message.register(file, F.chat.type == "private", name.endswith(_PAPERS))
    router.message.register(signature, F.chat.type == "private", name.endswith(".sig"))
    return router


def _expect_known(request: Request) -> None:
    if request.actor.standing is Standing.STRANGER:
        raise Refusal("stranger")


async def link(_: ChatMessage, request: Request, command: CommandObject) -> None:
    """The QR code's link."""
    await _verify(request, (command.args or "").removeprefix("verify_"))


async def command(_: ChatMessage, request: Request, command: CommandObject) -> None:
    """`/verify CODE`: the SHA-256 printed on the protocol, or its beginning."""
    if command.args:
        await _verify(request, command.args)
    else:
        await _ask_code(request)


async def button(_: CallbackQuery, request: Request) -> None:
    """The button that does what `/verify` does."""
    await _ask_code(request)


async def _ask_code(request: Request) -> None:
    _expect_known(request)
    if not request.private:
        raise Refusal("personal-in-private")
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
    await request.say("verify-unknown")


async def file(message: ChatMessage, request: Request) -> None:
    """A PDF or a DOCX: it is looked into after the commit."""
    _expect_known(request)
    document = message.document
    assert document is not None  # the filter let documents through only
    if (document.file_size or 0) > LARGEST:
        raise Refusal("attachment-too-large", limit=LARGEST // 1024 // 1024)
    await request.uow.received_files.add(
        request.actor.user_id, request.chat_id, document.file_id, document.file_name or "file"
    )


async def signature(_: ChatMessage, request: Request) -> None:
    """A detached signature that was not asked for."""
    _expect_known(request)
    raise Refusal("signature-unasked")


WORDS = {"verify-code": words}
