"""The tables. Moments are stored in UTC; a meeting and a protocol are kept whole, as one document each."""

from bot.storage.tables.audit import audit
from bot.storage.tables.base import Identifier, Moment, metadata
from bot.storage.tables.delivery import (
    expectations,
    outbox,
    poison_updates,
    processed_updates,
    unreachable_chats,
)
from bot.storage.tables.digests import digests, exports, muted_digests
from bot.storage.tables.history import meeting_words, participation_exports, participations
from bot.storage.tables.materials import material_requests
from bot.storage.tables.meetings import meetings
from bot.storage.tables.messages import (
    extensions,
    import_rows,
    imports,
    messages,
    recount_moves,
    recounts,
    topic_choices,
)
from bot.storage.tables.people import absences, bindings, holders, invitations, office_chats, profiles
from bot.storage.tables.proposals import attachments, proposals
from bot.storage.tables.protocols import (
    corrections,
    dispatches,
    documents,
    former_records,
    protocols,
    received_files,
)
from bot.storage.tables.publishing import public_channels, publications
from bot.storage.tables.registers import centre_requests, recommendations
from bot.storage.tables.reports import reports
from bot.storage.tables.settings import quiet_hours
from bot.storage.tables.tasks import tasks

__all__ = [
    "Identifier",
    "Moment",
    "absences",
    "attachments",
    "audit",
    "bindings",
    "centre_requests",
    "corrections",
    "digests",
    "dispatches",
    "documents",
    "expectations",
    "exports",
    "extensions",
    "former_records",
    "holders",
    "import_rows",
    "imports",
    "invitations",
    "material_requests",
    "meeting_words",
    "meetings",
    "messages",
    "metadata",
    "muted_digests",
    "office_chats",
    "outbox",
    "participation_exports",
    "participations",
    "poison_updates",
    "processed_updates",
    "profiles",
    "proposals",
    "protocols",
    "public_channels",
    "publications",
    "quiet_hours",
    "received_files",
    "recommendations",
    "recount_moves",
    "recounts",
    "reports",
    "tasks",
    "topic_choices",
    "unreachable_chats",
]
