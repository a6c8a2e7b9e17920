"""Incidents looked for in the last days' messages: offered where there is a burst, grown where it goes on."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.names import masked
from bot.storage.unit_of_work import StoredUnitOfWork
from domain.incidents.bursts import Burst, Found, find, same
from domain.incidents.incident import Incident, IncidentState
from domain.messages.acts import assign, give_unit
from domain.messages.dealing import explain_delay
from domain.messages.message import KnownMessage
from domain.office.act import Act
from jobs.receivers import receiver_of

_MOST = 50_000  # messages looked at: those of the last days, never the whole registry


@dataclass(frozen=True, slots=True)
class Sought:
    """What was seen in the last days' messages, and which incidents were known then."""

    since: datetime
    known: Sequence[Incident]
    found: Found
    newest: int


async def look_for_incidents(uow: StoredUnitOfWork) -> None:
    """After registries have come in, in the same transaction."""
    await join_and_offer(uow, await seek_incidents(uow))


async def seek_incidents(uow: StoredUnitOfWork) -> Sought:
    """Look through the last days' messages, which takes its time; nothing is written."""
    rules = uow.profile.incidents
    since = uow.now() - timedelta(days=rules.days)
    sightings = await uow.incidents.sightings(since, _MOST)
    known = await uow.incidents.recent(since)
    found = await asyncio.to_thread(find, sightings, known, rules)
    return Sought(since, known, found, max((one.message for one in sightings), default=0))


async def join_and_offer(uow: StoredUnitOfWork, sought: Sought) -> None:
    """Write down what was found; where people dealt with an incident since, it is looked for anew."""
    if await uow.incidents.recent(sought.since) != sought.known:
        sought = await seek_incidents(uow)
    for incident in sought.known:
        if incident.id in sought.found.grown:
            await _grow(uow, incident, sought.found.grown[incident.id], sought.newest)
    offered = [one for one in sought.known if one.state is IncidentState.OFFERED]
    for burst in sought.found.bursts:
        former = next((one for one in offered if same(burst, one)), None)
        await (
            _offer(uow, burst, sought.newest)
            if former is None
            else _offer_more(uow, former, burst, sought.newest)
        )


async def _offer(uow: StoredUnitOfWork, burst: Burst, newest: int) -> None:
    """To the head of its block and the officers of its channels; to who stands in for them."""
    incident = Incident(
        0,
        topic=burst.topic,
        settlement=burst.settlement,
        street=await asyncio.to_thread(masked, burst.street),
        block=burst.block,
        channels=burst.channels,
        offered=burst.messages,
        last_message=newest,
        seen_at=uow.now(),
        houses=burst.houses,
    )
    await uow.incidents.add(incident)
    await uow.record(None, Act("incident-offered", incident.entity, {"count": len(burst.messages)}))
    roster = await uow.roster.load()
    heads = [seat.number for seat in uow.profile.seats if burst.block and seat.block == burst.block]
    officers = [seat for channel in burst.channels for seat in roster.officers_of(channel)]
    receivers = [receiver_of(roster, seat)[0] for seat in dict.fromkeys((*heads, *officers))]
    for receiver in dict.fromkeys(one for one in receivers if one is not None):
        await uow.outbox.card(receiver, "incident", incident.entity, {}, key=f"{incident.entity}:{receiver}")


async def _offer_more(uow: StoredUnitOfWork, former: Incident, burst: Burst, newest: int) -> None:
    fresh = set(burst.messages) - set(former.offered)
    if fresh:
        more = replace(former, offered=burst.messages, channels=burst.channels, houses=burst.houses)
        await uow.incidents.save(replace(more, last_message=newest, seen_at=uow.now(), grown=len(fresh)))


async def _grow(uow: StoredUnitOfWork, incident: Incident, message_ids: list[int], newest: int) -> None:
    """Later messages join of themselves, and are dealt with as the others were."""
    joined = await uow.incidents.join(incident, message_ids)
    await uow.incidents.save(replace(incident, last_message=newest, seen_at=uow.now(), grown=len(joined)))
    for message in await uow.messages.several(joined):
        await uow.record(None, Act("incident-joined", message.entity, {"incident": incident.id}))
        await deal_as_with_others(uow, incident, message)


async def deal_as_with_others(uow: StoredUnitOfWork, incident: Incident, message: KnownMessage) -> None:
    """The block, the unit and the reason that were said of the incident, where the office still has them."""
    profile = uow.profile
    if incident.block in profile.block_keys and message.block != incident.block:
        await uow.record(None, assign(profile, message, incident.block))
        await uow.messages.assign_block(message.id, incident.block)
    if incident.unit in profile.unit_keys and message.unit != incident.unit:
        await uow.record(None, give_unit(profile, message, incident.unit))
        await uow.messages.give_unit(message.id, incident.unit)
    if incident.reason and not message.delay_reason:
        await explain_delay(uow, None, message, incident.reason)
