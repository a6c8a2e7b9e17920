"""All that the clock starts. What is due at the same moment runs in this order, the often first."""

from __future__ import annotations

from jobs import digests, figures, meetings, messages, people, protocols, requests, tasks
from jobs.job import Job

JOBS: tuple[Job, ...] = (
    *digests.JOBS,
    *people.JOBS,  # whose duties are whose, before anybody is reminded of them
    *figures.JOBS,
    *tasks.JOBS,
    *protocols.JOBS,
    *requests.JOBS,
    *meetings.JOBS,
    *messages.JOBS,
)
