"""What a file's card asks: one thing at a time, and columns one by one where somebody wants to say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.imports.understanding import NOTHING, Asked, Question, Undated
from domain.messages.message import ImportRecord
from domain.office.outbox import Button, Screen
from domain.office.ports import Texts
from domain.office.wording import clipped
from handlers.chat.view import View
from handlers.imports.taps import AnswerTap, ImportTap, QuestionTap

Rows = list[tuple[Button, ...]]
COLUMNS_A_PAGE = 24
_A_ROW = 2
_CAPTION = 40


async def asked_of(view: View, record: ImportRecord) -> tuple[list[Question], list[Question]]:
    """What is to be asked of a file, and its columns that were not understood; in a chat's words."""
    found = [await _shown(view, one) for one in await view.uow.imports.questions(record.id)]
    columns = [one for one in found if one.about is Asked.COLUMN]
    return [one for one in found if one.about is not Asked.COLUMN], columns


async def _shown(view: View, question: Question) -> Question:
    """Headers, words of statuses and what else stands in a file may name somebody."""
    masked = view.office.masked
    answers = question.answers
    if question.about in (Asked.FIELD, Asked.UNDATED):
        answers = tuple([await masked(one) for one in answers])
    return replace(
        question,
        subject=await masked(question.subject),
        example=await masked(question.example),
        answers=answers,
        known_as=question.key,
    )


def question_lines(view: View, questions: Sequence[Question]) -> list[str]:
    """The first question in words, and how many wait behind it."""
    if not questions:
        return []
    lines = ["", question_words(view.texts, questions[0])]
    if len(questions) > 1:
        lines.append(view.texts("import-more-questions", count=len(questions) - 1))
    return lines


def question_words(texts: Texts, question: Question) -> str:
    """A question in words."""
    subject = question.example or question.subject
    if question.about is Asked.FIELD:
        subject = texts(f"field-{question.subject.replace('_', '-')}")
    return texts(
        f"import-ask-{question.about}",
        subject=clipped(subject, 60),
        column=clipped(question.column, _CAPTION),
        rows=question.rows,
    )


def answer_buttons(view: View, record: ImportRecord, question: Question) -> Rows:
    """A button for each answer there is."""
    buttons = [
        Button(
            answer_words(view, question, answer),
            AnswerTap(act="answer", record=record.id, question=question.key, answer=at).pack(),
        )
        for at, answer in enumerate(question.answers)
    ]
    return [tuple(buttons[at : at + _A_ROW]) for at in range(0, len(buttons), _A_ROW)]


def answer_words(view: View, question: Question, answer: str) -> str:
    """An answer as its button says it."""
    kind, _, column = answer.partition(":")
    match question.about:
        case Asked.FIELD:
            return clipped(answer, _CAPTION)
        case Asked.COLUMN:
            return view.texts(f"field-{'nothing' if answer == NOTHING else answer.replace('_', '-')}")
        case Asked.CHANNEL if answer != NOTHING:
            return view.office.profile.channel(answer).title
        case Asked.CHANNEL:
            return view.texts("answer-channel-nothing")
        case Asked.UNDATED if kind == Undated.COLUMN:
            return view.texts("answer-undated-column", column=clipped(column, _CAPTION))
        case _:
            return view.texts(f"answer-{question.about}-{kind.replace('_', '-')}")


def columns_page(view: View, record: ImportRecord, columns: Sequence[Question]) -> Screen:
    """Columns that were not understood, each with a button; or what stands in the one that was chosen."""
    back = (_import(view.texts("button-back"), record, "preview"),)
    chosen = next((one for one in columns if one.key == view.card.content.get("column")), None)
    if chosen is not None:
        return Screen(question_words(view.texts, chosen), (*answer_buttons(view, record, chosen), back))
    lines = [view.texts("import-columns-heading")]
    numbers = []
    for number, column in enumerate(columns[:COLUMNS_A_PAGE], start=1):
        lines.append(f"{number}. {clipped(column.subject, 60)}")
        data = QuestionTap(act="column", record=record.id, question=column.key).pack()
        numbers.append(Button(str(number), data))
    rows = [tuple(numbers[at : at + 8]) for at in range(0, len(numbers), 8)]
    return Screen("\n".join(lines), (*rows, back))


def columns_button(view: View, record: ImportRecord, columns: Sequence[Question]) -> Rows:
    """The way to the columns that were not understood."""
    if not columns:
        return []
    return [(_import(view.texts("button-columns", count=len(columns)), record, "columns"),)]


def _import(text: str, record: ImportRecord, act: str) -> Button:
    return Button(text, ImportTap(act=act, record=record.id).pack())
