"""What is done about a message, each act with its entry in the log: from a chat and from the page alike."""

from __future__ import annotations

from datetime import datetime

from domain.messages.acts import answer, assign, give_unit
from domain.messages.message import KnownMessage
from domain.messages.several import Doing, Several
from domain.office.act import Act, text_hash
from domain.office.profile import OfficeProfile
from domain.office.refusal import Refusal
from domain.people.roster import Actor, Binding, Roster
from domain.unit_of_work import UnitOfWork

REASONS = ("unit-silent", "works-needed", "not-ours", "no-money", "data-awaited")
REASON_LIMIT = 300


async def note_answer(
    uow: UnitOfWork, actor: Actor, message: KnownMessage, at: datetime, now: datetime
) -> None:
    """The citizen was answered at this moment."""
    await uow.record(actor, answer(message, at, now))
    await uow.messages.answer(message.id, at)


async def give_to_block(
    uow: UnitOfWork, roster: Roster, actor: Actor, message: KnownMessage, block: str
) -> Binding | None:
    """The message belongs to this block; who is to hear of it before the next digest, if anybody.

    That is the head of a block to which it is handed over from another.
    """
    profile = roster.profile
    await uow.record(actor, assign(profile, message, block))
    await uow.messages.assign_block(message.id, block)
    seat = next(seat.number for seat in profile.seats if seat.block == block)
    if message.block in (None, block) or seat == actor.seat:
        return None
    return roster.binding(seat)


async def give_to_unit(
    uow: UnitOfWork, profile: OfficeProfile, actor: Actor, message: KnownMessage, unit: str
) -> None:
    """This unit answers; a message without a block goes to the unit's."""
    await uow.record(actor, give_unit(profile, message, unit))
    await uow.messages.give_unit(message.id, unit)
    if message.block is None:
        block = profile.unit(unit).block
        await uow.record(actor, assign(profile, message, block))
        await uow.messages.assign_block(message.id, block)


async def explain_delay(uow: UnitOfWork, actor: Actor | None, message: KnownMessage, reason: str) -> None:
    """Why the answer is late; empty takes the reason back."""
    await uow.messages.give_reason(message.id, reason)
    await uow.record(actor, Act("delay-explained", message.entity, {"reason": text_hash(reason)}))


def own_reason(text: str) -> str:
    """A reason in somebody's own words; refused where it is empty or too long."""
    reason = " ".join(text.split())
    if not 0 < len(reason) <= REASON_LIMIT:
        raise Refusal("too-long", limit=REASON_LIMIT)
    return reason


async def deal_with(
    uow: UnitOfWork, roster: Roster, actor: Actor, several: Several, message: KnownMessage, now: datetime
) -> None:
    """Do to one message what is done to all of them. Raises a refusal by its rule before anything is done."""
    match several.doing:
        case Doing.ANSWERED:
            await note_answer(uow, actor, message, now, now)
        case Doing.BLOCK:
            await give_to_block(uow, roster, actor, message, several.value)
        case Doing.UNIT:
            await give_to_unit(uow, roster.profile, actor, message, several.value)
        case _:
            await explain_delay(uow, actor, message, several.value)
