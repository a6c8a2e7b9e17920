"""One transaction with everything that is kept in it, and the audit log that each write goes to."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.attachments import StoredAttachments
from bot.storage.audit_table import audit
from bot.storage.digests.store import StoredDigests
from bot.storage.figures.reports import StoredReports
from bot.storage.figures.store import StoredFigures
from bot.storage.imports.store import StoredImports
from bot.storage.locks import AUDIT
from bot.storage.meetings.past import StoredHistory
from bot.storage.meetings.store import StoredMeetings
from bot.storage.messages.recounts import StoredRecounts
from bot.storage.messages.store import StoredMessages
from bot.storage.outbox.store import StoredOutbox
from bot.storage.outbox.tables import expectations, poison_updates, processed_updates
from bot.storage.people.quiet_hours import StoredQuietHours
from bot.storage.people.reach import StoredReach
from bot.storage.people.store import StoredRoster
from bot.storage.people.tables import profiles
from bot.storage.posts.store import StoredPublications
from bot.storage.proposals.store import StoredProposals
from bot.storage.protocols.corrections import StoredCorrections
from bot.storage.protocols.dispatches import StoredDispatches
from bot.storage.protocols.received_files import StoredReceivedFiles
from bot.storage.protocols.store import StoredProtocols
from bot.storage.protocols.tables import documents
from bot.storage.requests.centre import StoredCentreRequests
from bot.storage.requests.materials import StoredMaterials
from bot.storage.requests.recommendations import StoredRecommendations
from bot.storage.tasks.store import StoredTasks
from bot.storage.upsert import upsert
from bot.word_forms import WordForms
from domain.office.act import Act, Recorded
from domain.office.ports import Clock, Expectation, StoredDocument
from domain.office.profile import OfficeProfile
from domain.people.roster import Actor

FIRST_HASH = "0" * 64

# Statements of every tap are built once: building them anew would cost a vote as much as executing them.
_LAST_HASH = select(audit.c.hash).order_by(audit.c.id.desc()).limit(1)
_APPEND = insert(audit)
_TAKE = {
    "sqlite": sqlite.insert(processed_updates).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(processed_updates).on_conflict_do_nothing(),
}


class StoredUnitOfWork:
    """The unit of work on one database connection, inside one transaction."""

    def __init__(
        self,
        connection: AsyncConnection,
        profile: OfficeProfile,
        clock: Clock,
        *,
        writing: bool,
        word_forms: WordForms,
    ) -> None:
        self.connection = connection
        self.profile = profile
        self.clock = clock
        self.roster = StoredRoster(connection, profile, clock)
        self.work_asked = False
        self.past = StoredHistory(connection, profile, clock, self.ask_work)
        self.meetings = StoredMeetings(connection, clock, self.ask_work, self.past.keep, locking=writing)
        self.protocols = StoredProtocols(connection, clock, self.ask_work, locking=writing)
        self.messages = StoredMessages(connection, clock, word_forms)
        self.figures = StoredFigures(connection, profile)
        self.digests = StoredDigests(connection, clock, self.ask_work)
        self.reports = StoredReports(connection, clock, self.ask_work, locking=writing)
        self.imports = StoredImports(connection, clock, self.ask_work, locking=writing)
        self.publications = StoredPublications(connection, clock, self.ask_work, locking=writing)
        self.recounts = StoredRecounts(connection, clock)
        self.proposals = StoredProposals(connection, clock, locking=writing)
        self.attachments = StoredAttachments(connection, clock, self.ask_work)
        self.corrections = StoredCorrections(connection, self.ask_work)
        self.dispatches = StoredDispatches(connection, clock)
        self.received_files = StoredReceivedFiles(connection, clock, self.ask_work)
        self.tasks = StoredTasks(connection, profile.time_zone, locking=writing)
        self.materials = StoredMaterials(connection, self.ask_work, locking=writing)
        self.recommendations = StoredRecommendations(connection, locking=writing)
        self.centre_requests = StoredCentreRequests(connection, locking=writing)
        self.reach = StoredReach(connection, clock)
        self.quiet = StoredQuietHours(connection)
        self.outbox = StoredOutbox(connection, clock, profile.time_zone, self.quiet)

    def ask_work(self) -> None:
        """What is written here is work for the worker, once committed."""
        self.work_asked = True

    def now(self) -> datetime:
        """The moment by the office's clock."""
        return self.clock.now()

    async def office_since(self) -> datetime | None:
        """When this office first started."""
        since: datetime | None = await self.connection.scalar(
            select(profiles.c.stored_at).order_by(profiles.c.id).limit(1)
        )
        return since

    # The audit log

    async def record(self, actor: Actor | None, act: Act, *, acting: bool = False) -> None:
        """Append to the audit log, chained to the entry before."""
        # One writer of the chain at a time; SQLite has but one writer anyhow.
        await self.alone(AUDIT)
        previous = await self.connection.scalar(_LAST_HASH)
        entry = {
            "at": self.clock.now(),
            "user_id": actor.user_id if actor else None,
            "seat": actor.seat if actor else None,
            "acting": acting,
            "kind": act.kind,
            "entity": act.entity,
            "data": json.dumps(dict(act.data), ensure_ascii=False, sort_keys=True, separators=(",", ":")),
            "previous_hash": previous or FIRST_HASH,
        }
        await self.connection.execute(_APPEND, {**entry, "hash": entry_hash(entry)})

    async def history(self, entity: str, limit: int) -> Sequence[Recorded]:
        """What the audit log says of an entity, the newest first."""
        names = ("at", "seat", "acting", "kind", "data")
        rows = await self.connection.execute(
            select(*(audit.c[name] for name in names))
            .where(audit.c.entity == entity)
            .order_by(audit.c.id.desc())
            .limit(limit)
        )
        return [Recorded(row.at, row.seat, row.acting, row.kind, json.loads(row.data)) for row in rows]

    async def broken_audit_entry(self) -> int | None:
        """The id of the first audit entry that does not follow from the one before; None when all do."""
        previous = FIRST_HASH
        async for row in await self.connection.stream(select(audit).order_by(audit.c.id)):
            entry = dict(row._mapping)
            if entry["previous_hash"] != previous or entry["hash"] != entry_hash(entry):
                return int(entry["id"])
            previous = entry["hash"]
        return None

    # Updates

    async def take_update(self, update_id: int) -> bool:
        """Note an update as processed; False when it was before (Bot API, getUpdates)."""
        values = {"update_id": update_id, "processed_at": self.clock.now()}
        result = await self.connection.execute(_TAKE[self.connection.dialect.name], values)
        return result.rowcount > 0

    async def failed_update(self, update_id: int, failure: str) -> int:
        """Count one more failure of an update; how many there were, restarts or not."""
        statement = upsert(self.connection, poison_updates).values(update_id=update_id, failure=failure)
        counted = statement.on_conflict_do_update(
            index_elements=["update_id"], set_={"failure": failure, "tries": poison_updates.c.tries + 1}
        )
        result = await self.connection.execute(counted.returning(poison_updates.c.tries))
        return int(result.scalar_one())

    async def set_aside(self, update_id: int) -> None:
        """The update has failed too often: it is not tried again."""
        await self.connection.execute(
            update(poison_updates)
            .where(poison_updates.c.update_id == update_id)
            .values(set_aside_at=self.clock.now())
        )
        await self.take_update(update_id)

    async def alone(self, lock: int) -> None:
        """Wait until no other replica is in a transaction under this lock; released with this one."""
        if self.connection.dialect.name == "postgresql":
            await self.connection.execute(select(func.pg_advisory_xact_lock(lock)))

    async def forget_updates(self, before: datetime) -> int:
        """Forget updates that were processed before this; how many."""
        result = await self.connection.execute(
            delete(processed_updates).where(processed_updates.c.processed_at < before)
        )
        return result.rowcount

    # What a person's next words mean

    async def expect(self, user_id: int, expectation: Expectation | None) -> None:
        """What this person's next words mean; None: nothing in particular."""
        if expectation is None:
            await self.connection.execute(delete(expectations).where(expectations.c.user_id == user_id))
            return
        values = {
            "kind": expectation.kind,
            "content": dict(expectation.content),
            "since": self.clock.now(),
        }
        statement = upsert(self.connection, expectations).values(user_id=user_id, **values)
        await self.connection.execute(
            statement.on_conflict_do_update(index_elements=["user_id"], set_=values)
        )

    async def expected(self, user_id: int) -> Expectation | None:
        """What was expected of this person."""
        row = (
            await self.connection.execute(select(expectations).where(expectations.c.user_id == user_id))
        ).first()
        return Expectation(row.kind, row.content) if row else None

    # Documents

    async def add_document(self, entity: str, kind: str, file_name: str, content: bytes) -> int:
        """Keep a document's bytes; a document of the same entity and kind is replaced. Its id."""
        values = {
            "file_name": file_name,
            "sha256": hashlib.sha256(content).hexdigest(),
            "content": content,
            "made_at": self.clock.now(),
        }
        statement = upsert(self.connection, documents).values(entity=entity, kind=kind, **values)
        result = await self.connection.execute(
            statement.on_conflict_do_update(index_elements=["entity", "kind"], set_=values).returning(
                documents.c.id
            )
        )
        return int(result.scalar_one())

    async def document(self, entity: str, kind: str) -> StoredDocument | None:
        """The stored document of an entity."""
        return await self._document((documents.c.entity == entity) & (documents.c.kind == kind))

    async def document_by_hash(self, sha256: str) -> StoredDocument | None:
        """The stored document with this SHA-256 of its file."""
        return await self._document(documents.c.sha256 == sha256)

    async def signature_files(self, entity: str) -> list[datetime]:
        """When each detached signature was attached to a paper, in order."""
        statement = (
            select(documents.c.made_at)
            .where(documents.c.entity == entity, documents.c.kind.like("sig_"))
            .order_by(documents.c.id)
        )
        return list((await self.connection.execute(statement)).scalars())

    async def document_content(self, document_id: int) -> tuple[str, bytes]:
        """File name and bytes of a document."""
        row = (
            await self.connection.execute(
                select(documents.c.file_name, documents.c.content).where(documents.c.id == document_id)
            )
        ).one()
        return row.file_name, row.content

    async def _document(self, condition: object) -> StoredDocument | None:
        columns = (
            documents.c.id,
            documents.c.entity,
            documents.c.kind,
            documents.c.file_name,
            documents.c.sha256,
        )
        row = (
            await self.connection.execute(select(*columns).where(condition).order_by(documents.c.id))  # type: ignore[arg-type]
        ).first()
        return StoredDocument(*row) if row else None

    # The profile

    async def keep_profile(self, fingerprint: str, content: str) -> bool:
        """Store the profile's text with its decree's number and date; False when it is there already."""
        statement = upsert(self.connection, profiles).values(
            fingerprint=fingerprint,
            decree_number=self.profile.decree.number,
            decree_date=self.profile.decree.date,
            content=content,
            stored_at=self.clock.now(),
        )
        result = await self.connection.execute(statement.on_conflict_do_nothing())
        return result.rowcount > 0


def entry_hash(entry: dict[str, object]) -> str:
    """The hash of an audit entry over its fields and the hash before it."""
    at = entry["at"]
    assert isinstance(at, datetime)
    fields = [
        at.isoformat(),
        *(entry[name] for name in ("user_id", "seat", "acting", "kind", "entity", "data", "previous_hash")),
    ]
    return hashlib.sha256(json.dumps(fields, ensure_ascii=False).encode()).hexdigest()
