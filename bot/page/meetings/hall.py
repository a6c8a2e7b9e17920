"""A meeting as the hall's screen shows it: who is here, what is dealt with, how it is voted."""

from __future__ import annotations

from aiohttp import web

from bot.page.meetings.showing import called, meeting_of, votes_of
from bot.page.visit import Visit
from domain.meetings.preparation import MEETING_AHEAD
from domain.meetings.voting import quorum_needed

_EVERY = 3


async def show(visit: Visit) -> web.Response:
    """The roll, and the question that is voted on, heard, or was decided last."""
    meeting = await meeting_of(visit)
    names, agenda = await visit.uow.roster.names(), meeting.agenda
    item = agenda.voted() or agenda.heard() or agenda.last_voted()
    vote = item.open_vote if item else None
    here = visit.way(f"/meetings/{meeting.id}/hall")
    shown = visit.show(
        "hall.html",
        here=here,
        meeting=meeting,
        roll=[
            (called(visit, seat, meeting.attendance.who(seat), names), meeting.is_present(seat))
            for seat in sorted({*meeting.participants, *meeting.present()})
        ],
        present=len(meeting.present()),
        needed=quorum_needed(meeting.established, visit.runtime.profile.quorum),
        item=item,
        votes=votes_of(visit, item, names) if item else [],
        silent=[called(visit, seat, None, names) for seat in meeting.silent(vote)] if vote else [],
    )
    return visit.turning(shown, _EVERY, here) if meeting.state in MEETING_AHEAD else shown
