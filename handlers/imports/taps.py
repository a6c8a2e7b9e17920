"""What the buttons of a file on its way in carry."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from handlers.chat.taps import Id, Number, Tap

QuestionKey = Annotated[str, Field(pattern=r"^[0-9a-f]{8}$")]
"""`domain.imports.understanding.Question.key`."""


class ImportTap(Tap, prefix="import"):
    """An act on a registry file."""

    act: str
    record: Id
    value: str = ""


class ConflictPageTap(Tap, prefix="import"):
    """Conflicts of a file: a page of them, none is the first."""

    act: str
    record: Id
    value: Number | None = None


class ConflictTap(Tap, prefix="import"):
    """The row of a file whose word is taken."""

    act: str
    record: Id
    value: Id


class QuestionTap(Tap, prefix="ask"):
    """A question of a file that is to be shown."""

    act: str
    record: Id
    question: QuestionKey


class AnswerTap(Tap, prefix="ask"):
    """An answer to a question of a file: which of those that there are."""

    act: str
    record: Id
    question: QuestionKey
    answer: Number
