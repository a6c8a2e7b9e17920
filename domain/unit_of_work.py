"""One transaction, and what every conversation of one office shares."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from domain.digests.store import DigestStore
from domain.figures.store import FigureStore, PackedMonthStore, ReportStore
from domain.imports.store import BeforeStore, ConflictStore, ImportStore, RowStore, UnderstandingStore
from domain.incidents.incident import IncidentStore
from domain.meetings.meeting import Meeting
from domain.meetings.store import MeetingStore, PastMeetingStore, RegularMeetingStore
from domain.messages.several import SeveralStore
from domain.messages.store import MessageStore
from domain.messages.templates import TemplateStore
from domain.office.act import Act, Recorded
from domain.office.calendar import WorkCalendar
from domain.office.outbox import Outbox
from domain.office.ports import DocumentStore, Expectation, Links, Texts, UpdateStore
from domain.office.profile import OfficeProfile
from domain.people.roster import Actor
from domain.people.store import EntryStore, QuietHoursStore, ReachStore, RosterStore
from domain.posts.store import PublicationStore
from domain.proposals.store import AttachmentStore, ProposalStore
from domain.protocols.store import ActStore, CorrectionStore, DispatchStore, ProtocolStore, ReceivedFileStore
from domain.requests.store import CentreStore, MaterialStore, RecommendationStore
from domain.tasks.store import TaskStore


class UnitOfWork(Protocol):
    """One transaction."""

    @property
    def roster(self) -> RosterStore:
        """Holders, accounts, absences, invitations."""

    @property
    def meetings(self) -> MeetingStore:
        """Meetings."""

    @property
    def regulars(self) -> RegularMeetingStore:
        """Regular meetings."""

    @property
    def past(self) -> PastMeetingStore:
        """Meetings that are over."""

    @property
    def protocols(self) -> ProtocolStore:
        """Protocols of meetings."""

    @property
    def messages(self) -> MessageStore:
        """Citizens' messages."""

    @property
    def incidents(self) -> IncidentStore:
        """Incidents of many messages."""

    @property
    def templates(self) -> TemplateStore:
        """Answer templates."""

    @property
    def several(self) -> SeveralStore:
        """Messages that are dealt with at once."""

    @property
    def figures(self) -> FigureStore:
        """Figures of periods."""

    @property
    def packed_months(self) -> PackedMonthStore:
        """Months of figures that are counted once."""

    @property
    def publications(self) -> PublicationStore:
        """Posts for citizens, and the channel they go to."""

    @property
    def reports(self) -> ReportStore:
        """Reports on their way."""

    @property
    def digests(self) -> DigestStore:
        """Digests that were made, and lists asked for."""

    @property
    def imports(self) -> ImportStore:
        """Registry files on their way in."""

    @property
    def rows(self) -> RowStore:
        """Rows of registry files."""

    @property
    def understandings(self) -> UnderstandingStore:
        """What people said of a channel's files."""

    @property
    def before(self) -> BeforeStore:
        """Messages as they were before a file."""

    @property
    def conflicts(self) -> ConflictStore:
        """Where registry files say other than people did."""

    @property
    def proposals(self) -> ProposalStore:
        """Proposals for the agenda."""

    @property
    def attachments(self) -> AttachmentStore:
        """Files that people gave the bot."""

    @property
    def corrections(self) -> CorrectionStore:
        """Corrections of signed protocols."""

    @property
    def acts(self) -> ActStore:
        """Acts of meetings that were not held."""

    @property
    def dispatches(self) -> DispatchStore:
        """Signed papers on their way to units."""

    @property
    def received_files(self) -> ReceivedFileStore:
        """Files sent to be looked into."""

    @property
    def tasks(self) -> TaskStore:
        """Tasks that decisions gave."""

    @property
    def reach(self) -> ReachStore:
        """Chats that cannot be reached."""

    @property
    def quiet(self) -> QuietHoursStore:
        """When people are not to be disturbed."""

    @property
    def entries(self) -> EntryStore:
        """Ways to the office's own page."""

    @property
    def materials(self) -> MaterialStore:
        """Requests for materials."""

    @property
    def recommendations(self) -> RecommendationStore:
        """The register of recommendations."""

    @property
    def centre_requests(self) -> CentreStore:
        """Requests to ЦУР and from it."""

    @property
    def documents(self) -> DocumentStore:
        """Documents as they were sent."""

    @property
    def updates(self) -> UpdateStore:
        """Updates of the messenger."""

    @property
    def outbox(self) -> Outbox:
        """What goes out to chats."""

    def now(self) -> datetime:
        """The moment by the office's clock."""

    async def office_since(self) -> datetime | None:
        """When this office first started."""

    async def record(self, actor: Actor | None, act: Act, *, acting: bool = False) -> None:
        """Append to the audit log, chained to the entry before."""

    async def history(self, entity: str, limit: int) -> Sequence[Recorded]:
        """What the audit log says of an entity, the newest first."""

    async def expect(self, user_id: int, expectation: Expectation | None) -> None:
        """What this person's next words mean; None: nothing in particular."""

    async def expected(self, user_id: int) -> Expectation | None:
        """What was expected of this person."""


class CalendarFile(Protocol):
    """Makes a meeting a file that calendars read."""

    def __call__(self, meeting: Meeting, title: str, description: str) -> bytes:
        """The file's bytes, as the meeting stands now."""


@dataclass(frozen=True, slots=True)
class Office:
    """What every conversation of one office shares.

    `texts` are in the office's language: what is kept, and what goes to others; `languages` are those that a
    person may choose for their own chat; `masked` is a text without citizens' personal data; `page` is the
    address of the office's own page, `invitations` that of its invitations, each empty where there is none.
    """

    profile: OfficeProfile
    texts: Texts
    calendar: WorkCalendar
    calendar_file: CalendarFile
    links: Links
    masked: Callable[[str], Awaitable[str]]
    admins: frozenset[int] = frozenset()
    page: str = ""
    invitations: str = ""
    languages: Mapping[str, Texts] = field(default_factory=dict)

    def texts_in(self, language: str) -> Texts:
        """The sentences in this language; in the office's own where it is empty or unknown."""
        return self.languages.get(language, self.texts)
