"""Messages that are stored, masked anew when the mask has changed: what it hides now was shown before."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from bot.names import masked, masked_value
from bot.runtime import Runtime
from bot.storage.messages.remasks import ALONE, BESIDE, Said
from domain.office.act import Act

_BATCH = 250


class Remasking:
    """One batch at a time; after a crash it goes on where the last batch was kept."""

    def __init__(self, office: Runtime) -> None:
        self._office = office

    async def remask(self) -> bool:
        """Mask one batch anew; at the end say in the log what has changed, if anything has."""
        async with self._office.database.read() as uow:
            remask = await uow.remasks.going_on()
            if remask is None:
                return False
            batch = await uow.remasks.after(remask.last_message, _BATCH)
        changes = await asyncio.to_thread(_changes, batch)
        async with self._office.database.write() as uow:
            if batch:
                await uow.remasks.keep(remask, changes, batch[-1][0])
                return True
            await uow.remasks.finish(remask)
            if remask.changed:
                counts = {"messages": remask.changed}
                await uow.record(None, Act("messages-remasked", f"remask:{remask.id}", counts))
        return True


def _changes(batch: Sequence[tuple[int, Said]]) -> list[tuple[int, Said, Said]]:
    """Messages as they were with what they become, where that is something else."""
    return [(number, said, becomes) for number, said in batch if (becomes := _becomes(said)) != said]


def _becomes(said: Said) -> Said:
    becomes = {name: masked_value(said[name]) for name in ALONE}
    for name in BESIDE:
        came = said[f"whole_{name}"] or said[name]
        becomes[name] = masked(came) if name == "text" else masked_value(came)
        becomes[f"whole_{name}"] = came if becomes[name] != came else ""
    return becomes
