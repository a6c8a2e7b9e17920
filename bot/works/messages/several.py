"""Many messages at once: each in a transaction of its own with its entry in the log."""

from __future__ import annotations

from bot.runtime import Runtime
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.works.incidents import deal_as_with_others
from domain.messages.dealing import deal_with
from domain.messages.several import MOST, Doing, Left, Several, SeveralState, why_left
from domain.office.outbox import Screen
from domain.office.refusal import Refusal
from domain.people.roster import Roster


class DealingWithSeveral:
    """One message at a time; after a crash it goes on where the last transaction was kept."""

    def __init__(self, office: Runtime) -> None:
        self._office = office

    async def go_on(self) -> bool:
        """Deal with the next message of the oldest that were confirmed."""
        async with self._office.database.read() as uow:
            waiting = await uow.several.waiting()
        if waiting is None:
            return False
        async with self._office.database.write() as uow:
            await self._next(uow, waiting.id)
        return True

    async def _next(self, uow: StoredUnitOfWork, number: int) -> None:
        several = await uow.several.get(number)
        if several is None or several.state is not SeveralState.CONFIRMED:
            return
        roster = await uow.roster.load()
        binding = roster.binding_of(several.user_id)
        chosen = several.chosen[several.looked_at]
        message = await uow.messages.get(chosen.message)
        left = why_left(roster, binding.seat if binding else None, several, chosen, message)
        if left is None and message is not None and binding is not None:
            try:
                await deal_with(uow, roster, binding.actor(), several, message, uow.now())
            except Refusal:
                left = Left.CHANGED
        several.looked(left)
        if several.finished and several.incident:
            await self._keep_for_later(uow, several)
        if several.finished and several.doing is Doing.BLOCK and several.done:
            await self._tell(uow, roster, several)
        await uow.several.save(several)

    async def _keep_for_later(self, uow: StoredUnitOfWork, several: Several) -> None:
        """What joins the incident later is dealt with in the same way; what has joined meanwhile, now."""
        incident = await uow.incidents.get(several.incident)
        if incident is None:
            return
        match several.doing:
            case Doing.BLOCK:
                incident.block = several.value
            case Doing.UNIT:
                incident.unit = several.value
            case Doing.REASON:
                incident.reason = several.value
            case _:
                return
        await uow.incidents.save(incident)
        chosen = {one.message for one in several.chosen}
        for message in await uow.incidents.messages(incident, len(chosen) + MOST):
            if message.id not in chosen and message.answered_at is None:
                await deal_as_with_others(uow, incident, message)

    async def _tell(self, uow: StoredUnitOfWork, roster: Roster, several: Several) -> None:
        """The head of the block that they went to hears of them before the next digest."""
        seats = [one.number for one in self._office.profile.seats if one.block == several.value]
        receiver = roster.binding(seats[0]) if seats else None
        if receiver is not None and receiver.user_id != several.user_id:
            if several.incident:
                await uow.outbox.card(receiver.user_id, "incident", f"incident:{several.incident}", {})
            texts = self._office.shared.texts_in(receiver.language)
            screen = Screen(texts("several-passed-to-you", count=several.done))
            await uow.outbox.text(receiver.user_id, screen)
