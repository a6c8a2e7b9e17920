"""What the clock does for papers: to whoever may sign them now, and reminders of receipts, each once."""

from __future__ import annotations

from domain.protocols.dispatch import remind_before
from domain.protocols.secretary import awaited
from domain.protocols.signing import signers
from domain.protocols.store import StoredProtocol
from domain.unit_of_work import Office, UnitOfWork
from jobs.job import Job, When
from jobs.reminding import local_now


async def remind_of_receipts(office: Office, uow: UnitOfWork) -> bool:
    """Called at the digest's hour of each working day: what waits longer than the profile allows."""
    now = local_now(office, uow)
    if not office.calendar.is_working_day(now.date()):
        return False
    roster = await uow.roster.load()
    reminded = False
    before = remind_before(now, office.profile.receipt_days, office.calendar)
    for dispatch in await uow.dispatches.unconfirmed(before):
        for contact in roster.contacts(dispatch.unit):
            key = f"receipt:{dispatch.entity}:{contact.user_id}"
            if not await uow.outbox.known(key):
                await uow.outbox.card(contact.user_id, "receipt", dispatch.entity, key=key)
                await uow.outbox.touch(dispatch.entity)
                reminded = True
    return reminded


async def hand_to_who_may_sign(office: Office, uow: UnitOfWork) -> bool:
    """Called every five minutes: an unsigned protocol's card goes to whoever may sign it now, once."""
    roster = await uow.roster.load()
    handed = False
    for protocol in await uow.protocols.unsigned():
        accounts = [roster.binding(one.seat) for one in signers(protocol.record.chair, roster)]
        if awaited(protocol.record, roster, protocol.countersignature) is not None:
            accounts.append(roster.secretary_account())
        for binding in accounts:
            key = f"{protocol.entity}:to-sign:{binding.user_id if binding else 0}"
            if binding is None or await uow.outbox.known(key):
                continue
            if await uow.outbox.of_subject(binding.user_id, "protocol", protocol.entity) is None:
                await _show_drafts(office, uow, protocol, binding.user_id)
                await uow.outbox.card(binding.user_id, "protocol", protocol.entity, key=key)
                handed = True
    return handed


async def _show_drafts(office: Office, uow: UnitOfWork, protocol: StoredProtocol, chat_id: int) -> None:
    """Nobody signs what they have not read: the papers go before the card."""
    for kind in ("docx", "pdf"):
        draft = await uow.documents.get(protocol.entity, kind)
        if draft is not None:
            said = {"number": protocol.number, "version": protocol.version}
            caption = office.texts(f"protocol-{kind}-caption", **said)
            key = f"{protocol.entity}:{kind}:{chat_id}:{protocol.version}"
            await uow.outbox.document(chat_id, draft.id, caption, key=key)


JOBS = (
    Job("signing", When.OFTEN, hand_to_who_may_sign),
    Job("receipts", When.MORNING, remind_of_receipts),
)
