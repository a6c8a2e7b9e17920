"""Who may act on a citizen's message (п. 3.2, 3.3, 3.4)."""

from __future__ import annotations

from datetime import datetime

from domain.messages.message import AnswerQuality, AnswerResult, KnownMessage
from domain.office.act import Act
from domain.office.profile import OfficeProfile, Role
from domain.office.refusal import Refusal
from domain.office.wording import clipped
from domain.people.roster import Actor, Roster, member_seat

_WHITHER = 80  # characters of whom a message was sent on to, in a refusal


def may_act(roster: Roster, seat: int, message: KnownMessage) -> bool:
    """The head of its block, the officer of its channel, whoever performs the head's duties."""
    profile = roster.profile
    duties = roster.duties()
    place = profile.seat(seat)
    if place.role is Role.HEAD or (duties is not None and duties.seat == seat):
        return True
    return (message.block is not None and place.block == message.block) or message.channel in place.channels


def require_act(roster: Roster, actor: Actor, message: KnownMessage) -> int:
    """The seat that acts; a refusal with the clause for anyone else."""
    seat = member_seat(actor)
    if not may_act(roster, seat, message):
        title = whose(roster.profile, message)
        raise Refusal("not-your-message", whose=title, known="yes" if title else "no")
    return seat


def require_open(message: KnownMessage, answered: str = "answered-before") -> None:
    """A refusal by this key where the message is answered, by another where it was sent on, and whither."""
    if message.answered_at is None:
        return
    if message.forwarded_to:
        whither = clipped(message.forwarded_to, _WHITHER)
        raise Refusal("forwarded-before", moment=message.answered_at, whither=whither)
    raise Refusal(answered, moment=message.answered_at)


def assign(profile: OfficeProfile, message: KnownMessage, block: str) -> Act:
    """The message belongs to this block from now on; a presumed block is confirmed so."""
    if block not in profile.block_keys:
        raise Refusal("card-outdated")
    if message.block == block and not message.block_presumed:
        raise Refusal("same-block", title=profile.block(block).title)
    return Act("message-assigned", message.entity, {"block": block, "before": message.block})


def give_unit(profile: OfficeProfile, message: KnownMessage, unit: str) -> Act:
    """The unit answers from now on; a message without a block goes to the unit's."""
    if unit not in profile.unit_keys:
        raise Refusal("card-outdated")
    if message.unit == unit:
        raise Refusal("same-unit", title=profile.unit(unit).title)
    return Act("message-unit", message.entity, {"unit": unit, "before": message.unit})


def answer(message: KnownMessage, at: datetime, now: datetime) -> Act:
    """The citizen was answered at this moment; what was noted by hand before is corrected."""
    if message.forwarded_to or not message.answered_by_hand:
        require_open(message)
    if at > now:
        raise Refusal("answer-to-come", moment=at)
    if at < message.received_at:
        raise Refusal("answer-before-received", moment=message.received_at)
    return Act("message-answered", message.entity, {"at": at.isoformat()})


def note_result(message: KnownMessage, result: AnswerResult) -> Act:
    """What the citizen was answered."""
    if message.answered_at is None:
        raise Refusal("not-answered")
    return Act("answer-result", message.entity, {"result": result.value})


def judge(message: KnownMessage, quality: AnswerQuality | None) -> Act:
    """What is wrong with the answer (п. 2.2.1); None takes the judgement back."""
    if message.answered_at is None and quality is not AnswerQuality.REPEATED:
        raise Refusal("not-answered")
    return Act("answer-judged", message.entity, {"quality": quality.value if quality else ""})


def whose(profile: OfficeProfile, message: KnownMessage) -> str:
    """Title of the block the message belongs to; empty when it is nobody's."""
    return profile.block(message.block).title if message.block else ""
