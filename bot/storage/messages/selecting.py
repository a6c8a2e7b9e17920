"""Which messages are asked for, in SQL on indexes: what grows is counted and paged there, not in Python."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    ScalarSelect,
    Select,
    Table,
    and_,
    bindparam,
    case,
    exists,
    func,
    literal_column,
    or_,
    select,
    true,
    tuple_,
)
from sqlalchemy.sql.util import ClauseAdapter

from bot.storage.columns import Moment
from bot.storage.messages.tables import messages
from domain.digests.digest import DIGEST
from domain.messages.listing import Sorting, usual
from domain.messages.message import KnownMessage
from domain.messages.sections import DIVIDING, Cut, MessageFilter, Outcome, Section

# All that `among` and `in_section` look at.
_TOLD_APART_BY = (
    "incident_id", "block", "channel", "unit", "topic", "deadline_at", "answered_at", "registered_at",
    "outside",
)  # fmt: skip

NEWEST_FIRST = (Section.ANSWERED, Section.OUTSIDE, Section.ALL)

# Said in the statement itself: with a parameter the index of those that are not empty is not taken.
_NOTHING: ColumnElement[str] = literal_column("''")


def out_of_control() -> ColumnElement[bool]:
    """Messages that are withdrawn, not ours or rejected."""
    return messages.c.outside != _NOTHING


def known_messages(*extra: ColumnElement[Any]) -> Select[Any]:
    """The columns of `KnownMessage`, and these after them."""
    return select(*(messages.c[name] for name in KnownMessage.__dataclass_fields__), *extra)


def as_it_came(name: str, of: Table = messages) -> ColumnElement[Any]:
    """A column of a message, or of a row on its way in, as its registry has it, nothing hidden."""
    if name not in ("topic", "text", "executor"):
        return of.c[name]
    whole = of.c[f"whole_{name}"]
    return case((whole != "", whole), else_=of.c[name])


def among(chosen: MessageFilter) -> ColumnElement[bool]:
    conditions: list[ColumnElement[bool]] = [true()]
    if chosen.block is not None:
        conditions.append(messages.c.block == chosen.block if chosen.block else messages.c.block.is_(None))
    if len(chosen.channels) == 1:  # with IN the rows of one channel would be sorted, not read in order
        conditions.append(messages.c.channel == chosen.channels[0])
    elif chosen.channels:
        conditions.append(messages.c.channel.in_(chosen.channels))
    if chosen.unit is not None:
        conditions.append(messages.c.unit == chosen.unit if chosen.unit else messages.c.unit.is_(None))
    if chosen.topic is not None:
        conditions.append(messages.c.topic == chosen.topic)
    if chosen.cut is not None:
        conditions.append(_within(chosen.cut, chosen.now))
    return and_(*conditions)


def outcomes(as_of: datetime) -> tuple[ColumnElement[bool], ColumnElement[bool], ColumnElement[bool]]:
    """Answered in time, answered late, overdue: as each message stood at this moment."""
    answered, deadline = messages.c.answered_at, messages.c.deadline_at
    known = and_(answered.is_not(None), answered <= as_of)
    unknown = or_(answered.is_(None), answered > as_of)
    return (
        and_(known, answered <= deadline),
        and_(known, answered > deadline),
        and_(unknown, deadline < as_of),
    )


def _within(cut: Cut, now: datetime) -> ColumnElement[bool]:
    conditions = [messages.c.received_at >= cut.since, messages.c.received_at < cut.until]
    on_time, late, overdue = outcomes(now)
    if cut.outcome is not None:
        conditions.append(messages.c.outside == "")
    match cut.outcome:
        case Outcome.ON_TIME:
            conditions.append(on_time)
        case Outcome.LATE:
            conditions.append(late)
        case Outcome.OVERDUE:
            conditions.append(overdue)
        case Outcome.WAITING:
            conditions.append(~or_(on_time, late, overdue))
        case Outcome.BEHIND:
            conditions.append(or_(late, overdue))
        case Outcome.UNEXPLAINED:
            conditions += [or_(late, overdue), messages.c.delay_reason == ""]
    if cut.settlement:
        conditions.append(messages.c.settlement == cut.settlement)
    if cut.reason:
        conditions.append(messages.c.delay_reason == cut.reason)
    return and_(*conditions)


def stages_counted(interim: ColumnElement[bool], refuted: ColumnElement[bool]) -> list[ColumnElement[int]]:
    """How many messages are of raised importance, have these said of an interim answer, of a refutation."""
    return [func.count(case((said, 1))) for said in (messages.c.important, interim, refuted)]


def in_section(chosen: MessageFilter, section: Section) -> ColumnElement[bool]:
    deadline, waiting = messages.c.deadline_at, messages.c.answered_at.is_(None)
    match section:
        case Section.OVERDUE:
            return and_(waiting, deadline < chosen.now)
        case Section.ESCALATED:
            return and_(waiting, deadline < chosen.escalated_before)
        case Section.TODAY:
            return and_(waiting, deadline >= chosen.now, deadline <= chosen.today_ends)
        case Section.SOON:
            return and_(waiting, deadline > chosen.today_ends, deadline <= chosen.soon_ends)
        case Section.UNASSIGNED:
            return and_(waiting, messages.c.block.is_(None))
        case Section.UNREGISTERED:
            unregistered = messages.c.registered_at.is_(None)
            return and_(waiting, unregistered, messages.c.channel.in_(chosen.registering))
        case Section.OPEN:
            return waiting
        case Section.ANSWERED:
            return and_(~waiting, messages.c.outside == "")
        case Section.OUTSIDE:
            return out_of_control()
        case Section.ALL:
            return true()


def folded(chosen: MessageFilter, section: Section) -> ColumnElement[bool]:
    """Of an incident's messages that are asked for the first one alone; every other message."""
    first = messages.alias("first")
    here = and_(among(chosen), in_section(chosen, section))
    same = ClauseAdapter(first).traverse(here)
    earlier = and_(
        first.c.incident_id == messages.c.incident_id,
        tuple_(first.c.deadline_at, first.c.id) < tuple_(messages.c.deadline_at, messages.c.id),
        same,
    )
    return or_(messages.c.incident_id.is_(None), ~exists(select(first.c.id).where(earlier)))


def behind_others(chosen: MessageFilter, section: Section) -> Select[Any]:
    """How many messages `folded` leaves out: those of incidents alone are looked at, however many wait."""
    of_incidents = (
        select(*(messages.c[name] for name in _TOLD_APART_BY))
        .where(messages.c.incident_id > 0)
        .cte("of_incidents")
        .prefix_with("MATERIALIZED")
    )
    here = ClauseAdapter(of_incidents).traverse(and_(among(chosen), in_section(chosen, section)))
    return select(func.count() - func.count(of_incidents.c.incident_id.distinct())).where(here)


def order(section: Section) -> tuple[ColumnElement[Any], ...]:
    return ordered(usual(section))


def by_moment(sorting: Sorting) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    """What an index has a list's order by."""
    return messages.c.deadline_at if sorting.by_term else messages.c.received_at, messages.c.id


def ordered(sorting: Sorting) -> tuple[ColumnElement[Any], ...]:
    return tuple(one.desc() if sorting.descending else one.asc() for one in by_moment(sorting))


def _counts_of(*, block: bool, channels: bool) -> Select[Any]:
    """The figures of a digest; whose messages and which moments are given when it is executed."""
    moments: dict[str, Any] = {name: bindparam(name, type_=Moment()) for name in (*DIVIDING, "since")}
    since = moments.pop("since")
    moments["registering"] = bindparam("registering", expanding=True)
    chosen = MessageFilter(**moments)
    whose: list[ColumnElement[bool]] = [true()]
    if block:
        whose.append(messages.c.block == bindparam("block"))
    if channels:
        whose.append(messages.c.channel.in_(bindparam("channels", expanding=True)))
    is_open, closed = messages.c.answered_at.is_(None), messages.c.answered_at.is_not(None)
    answered = and_(closed, messages.c.outside == "")
    known_before, noted_since = messages.c.imported_at < since, messages.c.answer_noted_at >= since
    due_before = messages.c.deadline_at < since

    def count(*conditions: ColumnElement[bool]) -> ScalarSelect[int]:
        return select(func.count()).select_from(messages).where(*whose, *conditions).scalar_subquery()

    figures: list[ColumnElement[Any]] = [
        *(count(in_section(chosen, section)) for section in DIGEST),
        count(is_open, due_before, known_before) + count(closed, noted_since, due_before, known_before),
        count(is_open, messages.c.imported_at >= since),
        count(answered, noted_since, known_before),
        count(in_section(chosen, Section.OVERDUE), ~due_before, known_before)
        + count(
            answered, noted_since, ~due_before, messages.c.deadline_at < messages.c.answered_at, known_before
        ),
        count(in_section(chosen, Section.OVERDUE), messages.c.imported_at >= since),
    ]
    return select(*figures)


# The figures are asked for by every digest and every greeting: built once for whom they may be about.
COUNTS = {
    (block, channels): _counts_of(block=block, channels=channels)
    for block in (False, True)
    for channels in (False, True)
}
