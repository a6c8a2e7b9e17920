"""Notes past meetings for search and figures where an older program closed them without."""

from __future__ import annotations

from bot.runtime import Runtime


class PastMeetings:
    """One work: a meeting that is over and not noted, as all were before there was a history of meetings."""

    def __init__(self, office: Runtime) -> None:
        self._office = office

    async def note(self) -> bool:
        """Note one of them."""
        async with self._office.database.read() as uow:
            meeting_id = await uow.past.not_noted()
        if meeting_id is None:
            return False
        async with self._office.database.write() as uow:
            meeting = await uow.meetings.get(meeting_id)
            assert meeting is not None  # meetings are never deleted
            await uow.past.keep(meeting)
        return True
