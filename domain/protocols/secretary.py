"""Who keeps the protocol, where the profile names one: words what was heard, countersigns (п. 4.7)."""

from __future__ import annotations

from datetime import datetime

from domain.office.refusal import Refusal
from domain.people.names import same_name
from domain.people.roster import Actor, Roster
from domain.protocols.record import Person, ProtocolRecord, Signature


def keeper(record: ProtocolRecord, roster: Roster, actor: Actor) -> Person | None:
    """The person as whom this actor keeps the protocol; None for anyone else.

    Whoever kept it of that meeting, while the profile names them still. Who chaired signs as the chair.
    """
    kept = record.secretary
    if kept is None or not roster.keeps_protocol(actor) or not same_name(kept.name, actor.name):
        return None
    return None if same_name(kept.name, record.chair.name) else kept


def awaited(record: ProtocolRecord, roster: Roster, countersignature: Signature | None) -> Person | None:
    """Whoever has yet to countersign and has an account to do so from; None when nobody has."""
    account = roster.secretary_account()
    if countersignature is not None or account is None:
        return None
    return keeper(record, roster, account.actor())


def countersigned(
    secretary: Person, countersignature: Signature | None, now: datetime, account: int
) -> Signature:
    """The secretary's signature; a refusal when it is there already."""
    if countersignature is not None:
        raise Refusal("already-countersigned", moment=countersignature.signed_at)
    return Signature(secretary.name, secretary.position, False, now.replace(microsecond=0), account)
