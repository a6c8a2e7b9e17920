"""Long work on meetings."""

from __future__ import annotations

from bot.works.meetings.participation import ParticipationExport
from bot.works.meetings.past import PastMeetings
from bot.works.worker import Work

WORKS = (
    Work("PastMeetings.note", lambda office: PastMeetings(office).note),
    Work("ParticipationExport.export", lambda office: ParticipationExport(office).export),
)
