"""Terms and blocks of open messages counted anew when the rules have changed, with a report of what moved."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Sequence
from importlib.metadata import version

from bot.registries.text_table import TextSheet, write_text_table
from bot.runtime import Runtime
from bot.storage.messages.recounts import Move, Moved, OpenMessage, Recount
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.works.imports.topic_likeness import SoftTopics
from domain.messages.message import ImportState
from domain.messages.routing import Router
from domain.messages.terms import deadline_of
from domain.office.act import Act

_BATCH = 500


def rules_mark(profile: str) -> str:
    """A mark of all that a term hangs on: the profile's text and the library's production calendar."""
    return hashlib.sha256(f"{profile}\n{version('holidays')}".encode()).hexdigest()


class Recounting:
    """One batch at a time; after a crash it goes on where the last batch was kept."""

    def __init__(self, office: Runtime) -> None:
        self._office = office

    async def recount(self) -> bool:
        """Count one batch anew, or report and be done."""
        async with self._office.database.read() as uow:
            recount = await uow.recounts.going_on()
            # What goes in meanwhile was placed by the former rules: it is counted anew with the others.
            if recount is None or await uow.imports.in_state(ImportState.APPLYING):
                return False
            batch = await uow.recounts.open_after(recount.last_message, _BATCH)
            remembered = await uow.messages.remembered_topics()
            moved = [] if batch else await uow.recounts.moved(recount)
        if not batch:
            await self._report(recount, moved)
            return True
        router = Router(self._office.profile, remembered, SoftTopics)
        moves = await asyncio.to_thread(self._moves, batch, router)
        async with self._office.database.write() as uow:
            await uow.recounts.move(recount, moves, batch[-1].message.id)
        return True

    def _moves(self, batch: Sequence[OpenMessage], router: Router) -> list[Move]:
        office, found = self._office, []
        for one in batch:
            message = one.message
            deadline = deadline_of(office.profile, office.calendar, message)
            block, presumed = message.block, message.block_presumed
            if not one.block_by_hand:
                executor = message.whole_executor or message.executor
                place = router.place(message.topic, executor, one.topic_group, message.text)
                block, presumed = place.block, place.presumed
            if (deadline, block, presumed) != (message.deadline_at, message.block, message.block_presumed):
                found.append(Move(message.id, message.deadline_at, deadline, message.block, block, presumed))
        return found

    async def _report(self, recount: Recount, moved: Sequence[Moved]) -> None:
        profile = self._office.profile
        shares: dict[int, Sequence[Moved]] = {}
        for place in profile.seats:
            own = [one for one in moved if one.channel in place.channels]
            if own:
                shares[place.number] = own
        if moved:
            shares[profile.head_seat] = moved
        files = {
            seat: await asyncio.to_thread(write_text_table, [self._sheet(theirs)])
            for seat, theirs in shares.items()
        }
        async with self._office.database.write() as uow:
            if await uow.recounts.going_on() != recount:
                return
            for seat, theirs in shares.items():
                await self._tell(uow, recount, seat, theirs, files[seat])
            await uow.recounts.finish(recount)
            await uow.record(None, Act("terms-recounted", f"recount:{recount.id}", _counts(moved)))

    async def _tell(
        self, uow: StoredUnitOfWork, recount: Recount, seat: int, moved: Sequence[Moved], file: bytes
    ) -> None:
        roster = await uow.roster.load()
        duties = roster.duties()
        if seat == self._office.profile.head_seat and duties is not None:
            seat = duties.seat
        binding = roster.binding(seat)
        if binding is None:
            return
        entity = f"recount:{recount.id}:{seat}:{len(moved)}"
        document = await uow.documents.add(entity, "recount", f"recount-{recount.id}.xlsx", file)
        caption = self._office.texts("recount-report", **_counts(moved))
        await uow.outbox.document(binding.user_id, document, caption, key=entity)

    def _sheet(self, moved: Sequence[Moved]) -> TextSheet:
        texts, profile = self._office.texts, self._office.profile

        def title(block: str | None, *, presumed: bool = False) -> str:
            if block is None:
                return texts("block-none")
            title = profile.block(block).title
            return texts("block-presumed", title=title) if presumed else title

        zone = profile.time_zone
        rows = [
            (
                one.topic,
                profile.channel(one.channel).short_title,
                one.number,
                f"{one.deadline_before.astimezone(zone):%d.%m.%Y %H:%M}",
                f"{one.deadline_after.astimezone(zone):%d.%m.%Y %H:%M}",
                title(one.block_before),
                title(one.block_after, presumed=one.presumed),
            )
            for one in moved
        ]
        return TextSheet(texts("recount-sheet"), texts("recount-headers").split(" | "), rows)


def _counts(moved: Sequence[Moved]) -> dict[str, int]:
    return {
        "messages": len(moved),
        "deadlines": sum(one.deadline_before != one.deadline_after for one in moved),
        "blocks": sum(one.block_before != one.block_after for one in moved),
    }
