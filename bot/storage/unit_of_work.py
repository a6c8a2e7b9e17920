"""One transaction with everything that is kept in it; a store is made when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property

from bot.storage.attachments import StoredAttachments
from bot.storage.audit import StoredAudit
from bot.storage.digests.store import StoredDigests
from bot.storage.documents import StoredDocuments
from bot.storage.expectations import StoredExpectations
from bot.storage.figures.packing import StoredPackedMonths
from bot.storage.figures.reports import StoredReports
from bot.storage.figures.store import StoredFigures
from bot.storage.imports.conflicts import StoredConflicts
from bot.storage.imports.known_rows import StoredKnownRows
from bot.storage.imports.rows import StoredRows
from bot.storage.imports.store import StoredImports
from bot.storage.imports.understandings import StoredUnderstandings
from bot.storage.imports.undoing import StoredBefore
from bot.storage.incidents.store import StoredIncidents
from bot.storage.listening import StoredListening
from bot.storage.meetings.past import StoredPastMeetings
from bot.storage.meetings.regular import StoredRegularMeetings
from bot.storage.meetings.store import StoredMeetings
from bot.storage.messages.recounts import StoredRecounts
from bot.storage.messages.remasks import StoredRemasks
from bot.storage.messages.several import StoredSeveral
from bot.storage.messages.store import StoredMessages
from bot.storage.messages.templates import StoredTemplates
from bot.storage.outbox.store import StoredOutbox
from bot.storage.people.entries import StoredEntries
from bot.storage.people.quiet_hours import StoredQuietHours
from bot.storage.people.reach import StoredReach
from bot.storage.people.store import StoredRoster
from bot.storage.posts.store import StoredPublications
from bot.storage.profiles import StoredProfiles
from bot.storage.proposals.store import StoredProposals
from bot.storage.protocols.acts import StoredActs
from bot.storage.protocols.corrections import StoredCorrections
from bot.storage.protocols.dispatches import StoredDispatches
from bot.storage.protocols.received_files import StoredReceivedFiles
from bot.storage.protocols.store import StoredProtocols
from bot.storage.requests.centre import StoredCentreRequests
from bot.storage.requests.materials import StoredMaterials
from bot.storage.requests.recommendations import StoredRecommendations
from bot.storage.tasks.store import StoredTasks
from bot.storage.transaction import Transaction
from bot.storage.updates import StoredUpdates
from domain.office.act import Act, Recorded
from domain.office.ports import Expectation
from domain.people.roster import Actor


class StoredUnitOfWork(Transaction):
    """The unit of work on one database connection, inside one transaction."""

    roster = cached_property(StoredRoster)
    reach = cached_property(StoredReach)
    quiet = cached_property(StoredQuietHours)
    entries = cached_property(StoredEntries)
    meetings = cached_property(StoredMeetings)
    past = cached_property(StoredPastMeetings)
    regulars = cached_property(StoredRegularMeetings)
    protocols = cached_property(StoredProtocols)
    corrections = cached_property(StoredCorrections)
    acts = cached_property(StoredActs)
    dispatches = cached_property(StoredDispatches)
    received_files = cached_property(StoredReceivedFiles)
    proposals = cached_property(StoredProposals)
    tasks = cached_property(StoredTasks)
    materials = cached_property(StoredMaterials)
    recommendations = cached_property(StoredRecommendations)
    centre_requests = cached_property(StoredCentreRequests)
    messages = cached_property(StoredMessages)
    incidents = cached_property(StoredIncidents)
    templates = cached_property(StoredTemplates)
    several = cached_property(StoredSeveral)
    recounts = cached_property(StoredRecounts)
    remasks = cached_property(StoredRemasks)
    imports = cached_property(StoredImports)
    rows = cached_property(StoredRows)
    known_rows = cached_property(StoredKnownRows)
    conflicts = cached_property(StoredConflicts)
    before = cached_property(StoredBefore)
    understandings = cached_property(StoredUnderstandings)
    digests = cached_property(StoredDigests)
    figures = cached_property(StoredFigures)
    packed_months = cached_property(StoredPackedMonths)
    reports = cached_property(StoredReports)
    publications = cached_property(StoredPublications)
    attachments = cached_property(StoredAttachments)
    documents = cached_property(StoredDocuments)
    outbox = cached_property(StoredOutbox)
    audit = cached_property(StoredAudit)
    updates = cached_property(StoredUpdates)
    listening = cached_property(StoredListening)
    profiles = cached_property(StoredProfiles)
    expectations = cached_property(StoredExpectations)

    async def office_since(self) -> datetime | None:
        return await self.profiles.first()

    async def record(self, actor: Actor | None, act: Act, *, acting: bool = False) -> None:
        await self.audit.record(actor, act, acting=acting)

    async def history(self, entity: str, limit: int) -> Sequence[Recorded]:
        return await self.audit.history(entity, limit)

    async def expect(self, user_id: int, expectation: Expectation | None) -> None:
        await self.expectations.set(user_id, expectation)

    async def rest_what_asks_in_vain(self, user_id: int) -> None:
        """A card whose words are awaited no more goes back to what it was before it asked.

        Called once all that a person's update does is done; nothing is read where it has asked for nothing.
        """
        asked = await self.expectations.settle(user_id, self.outbox.turned.of(user_id))
        if asked is not None:
            await self.outbox.rest(asked["row"], asked["was"])

    async def expected(self, user_id: int) -> Expectation | None:
        return await self.expectations.of(user_id)
