"""Who may act on a citizen's message (п. 3.2, 3.3, 3.4)."""

from __future__ import annotations

from domain.act import Act
from domain.message import KnownMessage
from domain.profile import OfficeProfile, Role
from domain.refusal import Refusal
from domain.roster import Actor, Roster, member_seat


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


def assign(profile: OfficeProfile, message: KnownMessage, block: str) -> Act:
    """The message belongs to this block from now on; a presumed block is confirmed so."""
    if message.block == block and not message.block_presumed:
        raise Refusal("same-block", title=profile.block(block).title)
    return Act("message-assigned", message.entity, {"block": block, "before": message.block})


def whose(profile: OfficeProfile, message: KnownMessage) -> str:
    """Title of the block the message belongs to; empty when it is nobody's."""
    return profile.block(message.block).title if message.block else ""
