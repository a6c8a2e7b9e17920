"""Who signs a paper: whoever chaired; where they cannot, whoever performs the head's duties (п. 4.7, 4.3)."""

from __future__ import annotations

from datetime import date, datetime

from domain.office.refusal import Refusal
from domain.people.roster import Actor, Roster, member_seat
from domain.protocols.record import Person, Signature


def signers(chair: Person, roster: Roster) -> list[Person]:
    """Who may sign now: the chair while they hold the seat; beside or after them, who performs the duties.

    Empty when the chair holds the seat no more and the decree names nobody.
    """
    holder, duties = roster.holder(chair.seat), roster.duties()
    chaired = holder is not None and holder.name == chair.name
    found = [chair] if chaired else []
    if duties is not None and (not chaired or roster.absence(chair.seat) is not None):
        head = roster.holder(duties.seat)
        assert head is not None  # a vacant seat performs no duties
        position = roster.profile.seat(duties.seat).position
        found.append(Person(duties.seat, position, head.name, acting=duties.acting))
    return found


def expect_signer(chair: Person, roster: Roster, actor: Actor) -> Person:
    """The person as whom this actor signs; a refusal that names who may, for anyone else."""
    member_seat(actor)
    may = signers(chair, roster)
    for one in may:
        if (actor.seat, actor.name) == (one.seat, one.name):
            return one
    named = may[-1] if may else chair
    raise Refusal("sign-other", name=named.name, seat=named.seat)


def signed_by(
    signer: Person, chair: Person, now: datetime, account: int, *, on_paper: date | None = None
) -> Signature:
    """The signature, with whose paper it is where that is another person."""
    another = (signer.seat, signer.name) != (chair.seat, chair.name)
    return Signature(
        signer.name,
        signer.position,
        signer.acting,
        now.replace(microsecond=0),
        account,
        instead_of=chair.name if another else "",
        on_paper=on_paper,
    )
