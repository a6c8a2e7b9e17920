"""A seeded office: nine bound members, a unit's contact, a guest, a group, messages and a trouble."""

from __future__ import annotations

from datetime import date

from bot.runtime import Runtime
from bot.sandbox.people import GROUP_ID, GROUP_TITLE, PEOPLE
from bot.sandbox.seed_messages import made_up_messages
from bot.sandbox.seed_spike import spike_messages
from bot.works.imports.placing import place_rows
from domain.people.roster import Actor, Binding, Standing
from handlers.chat.menus import GROUP, menu_of

_SINCE = date(2024, 1, 9)
_UNIT_CONTACT_OF_SEAT = 4


async def seed(office: Runtime) -> None:
    """Fill an empty database; a database with holders is left as it is."""
    async with office.database.write() as uow:
        roster = await uow.roster.load()
        if roster.holders:
            return
        for person in PEOPLE:
            if person.seat is not None:
                holder = await uow.roster.seat_holder(person.seat, person.name, _SINCE)
                binding = Binding(person.id, Standing.MEMBER, person.name)
                await uow.roster.bind(binding, holder)
            elif person.role == "unit":
                unit = next(
                    unit
                    for unit in office.profile.units
                    if unit.block == office.profile.seat(_UNIT_CONTACT_OF_SEAT).block
                )
                await uow.roster.bind(Binding(person.id, Standing.UNIT, person.name, unit=unit.key))
            elif person.role == "guest":
                position = office.texts("seed-guest-position")
                await uow.roster.bind(Binding(person.id, Standing.GUEST, person.name, position=position))
        await uow.roster.bind_office_chat(GROUP_ID, GROUP_TITLE)
        await uow.outbox.menu(GROUP_ID, GROUP)
        now = office.clock.now()
        rows = made_up_messages(now, office.profile) + spike_messages(now, office.profile)
        await uow.rows.upsert(place_rows(rows, office.profile, office.calendar, {}))
        await uow.rows.as_they_came()
        roster = await uow.roster.load()
        for person in PEOPLE:
            bound = roster.binding_of(person.id)
            admin = person.id in office.settings.admins
            if bound is not None:
                actor = bound.actor(admin=admin)
            else:
                actor = Actor(person.id, Standing.STRANGER, admin=admin)
            await uow.outbox.menu(person.id, menu_of(actor, roster))
