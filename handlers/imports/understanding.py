"""Answers about a file: kept for its channel, and the file is read again by them."""

from __future__ import annotations

from domain.imports import steps
from domain.imports.understanding import Question
from domain.messages.message import ImportRecord, ImportState
from domain.office.refusal import Refusal
from handlers.chat.request import Request
from handlers.imports.imports import record_of
from handlers.imports.taps import AnswerTap, ImportTap, QuestionTap

_ASKED = (ImportState.READY, ImportState.ASKING)


async def answer(request: Request, tap: AnswerTap) -> None:
    """Keep the answer for the channel and read the file again."""
    record = await record_of(request, tap.record, *_ASKED)
    question = await _question(request, record, tap.question)
    if tap.answer >= len(question.answers):
        raise Refusal("card-outdated")
    said = {question.key: question.answers[tap.answer]}
    await steps.understand(request.uow, await request.roster(), request.actor, record.id, said)
    await request.uow.outbox.turn(await request.card(), {})
    request.reply("toast-import-understood")


async def show_columns(request: Request, tap: ImportTap) -> None:
    """«Столбцы»: those that were not understood."""
    await record_of(request, tap.record, ImportState.READY)
    await request.uow.outbox.turn(await request.card(), {"page": "columns"})


async def show_column(request: Request, tap: QuestionTap) -> None:
    """What stands in this column."""
    record = await record_of(request, tap.record, ImportState.READY)
    question = await _question(request, record, tap.question)
    await request.uow.outbox.turn(await request.card(), {"page": "columns", "column": question.key})


async def _question(request: Request, record: ImportRecord, key: str) -> Question:
    """The question that a button names, as long as the file asks it."""
    for question in await request.uow.imports.questions(record.id):
        if question.key == key:
            return question
    raise Refusal("card-outdated")
