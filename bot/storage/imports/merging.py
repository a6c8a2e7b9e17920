"""What a known message becomes by a row of its registry: people's word stays unless the row is taken."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, case, func, null, or_

from bot.storage.columns import Moment
from bot.storage.imports.tables import import_rows
from bot.storage.messages.tables import messages
from domain.messages.conflict import ConflictKind

# What a message has from its registry alone, the same in both tables.
PLAIN = (
    "received_at", "registered_at", "topic", "topic_group", "text", "executor", "author", "place", "url",
    "settlement", "address", "registry_hash", "whole_topic", "whole_text", "whole_executor",
)  # fmt: skip


def taken(kind: ConflictKind) -> ColumnElement[bool]:
    return and_(import_rows.c.taken, import_rows.c.conflict.contains(kind.value))


def another() -> ColumnElement[bool]:
    """Under a known number the row tells of another message, and nobody has said that it is the same."""
    return and_(import_rows.c.conflict.contains(ConflictKind.MESSAGE.value), ~import_rows.c.taken)


# Rows that change a known message.
DIFFERS = and_(or_(messages.c.registry_hash != import_rows.c.registry_hash, import_rows.c.taken), ~another())
NOW = bindparam("now", type_=Moment())
# When the answer of a row became known.
NOTED = case((import_rows.c.answered_at.is_not(None), NOW), else_=null())


def merged() -> dict[str, Any]:
    """What a known message becomes. An answer given here stays; what a registry takes back is open again."""
    keeps_answer = and_(
        messages.c.answered_at.is_not(None), messages.c.answered_by_hand, ~taken(ConflictKind.ANSWER)
    )
    # An answer that the citizen has refuted since is none.
    refuted = and_(
        messages.c.refuted_at.is_not(None), import_rows.c.answered_at <= messages.c.refuted_at, ~keeps_answer
    )
    answered = case((refuted, null()), else_=import_rows.c.answered_at)
    keeps_block = and_(messages.c.block_by_hand, ~taken(ConflictKind.BLOCK))
    decided = or_(messages.c.extended_by > 0, messages.c.as_appeal, messages.c.registered_by_hand)
    # A file never takes a stage back; one that says nothing of it keeps its term.
    staged = or_(
        *(
            and_(messages.c[name].is_not(None), import_rows.c[name].is_(None))
            for name in ("interim_at", "refuted_at")
        ),
        and_(messages.c.important, ~import_rows.c.important),
    )
    keeps_term = or_(
        staged, and_(decided, ~taken(ConflictKind.TERM)), and_(messages.c.forwarded_to != "", keeps_answer)
    )
    keeps_registration = and_(messages.c.registered_by_hand, ~taken(ConflictKind.TERM))
    return {
        **{name: import_rows.c[name] for name in PLAIN},
        "registered_at": case(
            (keeps_registration, messages.c.registered_at), else_=import_rows.c.registered_at
        ),
        "registered_by_hand": keeps_registration,
        "answered_at": case((keeps_answer, messages.c.answered_at), else_=answered),
        "important": or_(messages.c.important, import_rows.c.important),
        "interim_at": func.coalesce(import_rows.c.interim_at, messages.c.interim_at),
        "refuted_at": func.coalesce(import_rows.c.refuted_at, messages.c.refuted_at),
        "answer_noted_at": case(
            (
                and_(
                    messages.c.answered_at.is_not(None),
                    or_(keeps_answer, import_rows.c.answered_at.is_not(None)),
                ),
                messages.c.answer_noted_at,
            ),
            else_=NOTED,
        ),
        "answered_by_hand": and_(messages.c.answered_by_hand, keeps_answer),
        "said_status": case((keeps_answer, ""), else_=import_rows.c.said_status),
        "outside": case((keeps_answer, messages.c.outside), else_=import_rows.c.outside),
        "forwarded_to": case((keeps_answer, messages.c.forwarded_to), else_=""),
        "block": case((keeps_block, messages.c.block), else_=import_rows.c.block),
        "block_by_hand": keeps_block,
        "unit": case((messages.c.unit_by_hand, messages.c.unit), else_=import_rows.c.unit),
        "block_presumed": and_(~keeps_block, import_rows.c.block_presumed),
        "deadline_at": case((keeps_term, messages.c.deadline_at), else_=import_rows.c.deadline_at),
        "extended_by": case((taken(ConflictKind.TERM), 0), else_=messages.c.extended_by),
        "as_appeal": and_(messages.c.as_appeal, ~taken(ConflictKind.TERM)),
    }
