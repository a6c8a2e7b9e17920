"""What handlers and jobs need of the outside, as protocols that `bot/` fills."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from domain.act import Act
from domain.calendar import WorkCalendar
from domain.digest import Breakdown, DigestCounts, MessageFilter, Section
from domain.meeting import Meeting
from domain.message import ImportRecord, KnownMessage
from domain.profile import OfficeProfile
from domain.protocol import ProtocolRecord, Signature
from domain.roster import Actor, Binding, Roster, Standing


class Clock(Protocol):
    """Where time comes from."""

    def now(self) -> datetime:
        """The moment, aware, UTC."""


class Texts(Protocol):
    """The locale."""

    def __call__(self, key: str, **arguments: Any) -> str:
        """The sentence with this key; arguments are escaped for Telegram HTML unless they are `Markup`."""


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a screen: callback `data` of at most 64 bytes, or a `url`."""

    text: str
    data: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Screen:
    """What a chat shows: Telegram HTML and rows of buttons."""

    text: str
    rows: tuple[tuple[Button, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A live message: what it shows is rendered anew whenever its subject is touched.

    `content` is the view's own state (page, what is asked); `message_id` is None until it was sent.
    """

    id: int
    chat_id: int
    kind: str
    subject: str
    content: Mapping[str, Any] = field(default_factory=dict)
    message_id: int | None = None

    @property
    def key(self) -> str:
        """What the subject names after its colon: an id, a seat."""
        return self.subject.partition(":")[2]


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document kept as it was sent; `sha256` is of the file."""

    id: int
    entity: str
    kind: str
    file_name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class StoredProtocol:
    """A protocol with its fixed record; `sha256` is of the record's canonical content."""

    id: int
    meeting_id: int
    number: int
    year: int
    record: ProtocolRecord
    sha256: str
    signature: Signature | None


@dataclass(frozen=True, slots=True)
class Invitation:
    """A one-time invitation; the token itself is kept nowhere."""

    id: int
    standing: Standing
    state: str
    expires_at: datetime
    seat: int | None = None
    unit: str | None = None
    meeting_id: int | None = None
    invited_by: int | None = None
    user_id: int | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a person's next words in their private chat mean."""

    kind: str
    content: Mapping[str, Any]


class RosterStore(Protocol):
    """Holders, accounts, absences, invitations."""

    async def load(self) -> Roster:
        """The composition today."""

    async def identify(self, user_id: int) -> Binding | None:
        """The binding of an account; one query."""

    async def seat_holder(self, seat: int, name: str, since: date) -> int:
        """Seat a new holder from this day, ending the previous one; the holder's id."""

    async def vacate(self, seat: int, day: date) -> None:
        """End the holder's term the day before and unbind the account."""

    async def bind(self, binding: Binding, holder_id: int | None = None) -> None:
        """Bind an account; a former account of the same seat is unbound."""

    async def unbind(self, user_id: int) -> None:
        """The account is known no more."""

    async def add_absence(self, seat: int, first: date, last: date) -> int:
        """Record the holder's absence; its id."""

    async def withdraw_absence(self, absence_id: int) -> None:
        """The absence did not come to be, or ended early."""

    async def add_invitation(self, token_hash: str, invitation: Invitation) -> int:
        """Keep an invitation by its token's hash; its id."""

    async def invitation_by_token(self, token_hash: str) -> Invitation | None:
        """The invitation with this token."""

    async def invitation(self, invitation_id: int) -> Invitation | None:
        """The invitation with this id."""

    async def update_invitation(
        self, invitation_id: int, state: str, *, user_id: int | None = None, name: str | None = None
    ) -> None:
        """Move an invitation on."""

    async def office_chat(self) -> int | None:
        """The office's group, if one is bound."""

    async def bind_office_chat(self, chat_id: int, title: str) -> None:
        """Make this group the office's chat; a former one is left."""


class MeetingStore(Protocol):
    """Meetings and protocols."""

    async def get(self, meeting_id: int) -> Meeting | None:
        """The meeting, locked until the transaction ends when it writes."""

    async def add(self, meeting: Meeting) -> int:
        """Keep a new meeting; its id."""

    async def save(self, meeting: Meeting) -> None:
        """Keep the meeting's new state."""

    async def next_number(self, year: int) -> int:
        """The next number of a meeting in this year, from 1."""

    async def nearest(self) -> Meeting | None:
        """The meeting that goes on, else the nearest convened one."""

    async def current(self) -> Sequence[Meeting]:
        """Every meeting convened or open, by time."""

    async def past(self, limit: int, offset: int = 0) -> Sequence[Meeting]:
        """Closed and not held meetings, newest first."""

    async def draft_of(self, chat_id: int) -> Meeting | None:
        """The draft whose card is open in this chat, if any."""

    async def add_protocol(self, meeting_id: int, record: ProtocolRecord, year: int) -> StoredProtocol:
        """Fix the record of a meeting."""

    async def next_protocol_number(self, year: int) -> int:
        """The next number of a protocol in this year, from 1 (rules, section 5)."""

    async def protocol(self, protocol_id: int) -> StoredProtocol | None:
        """The protocol with this id."""

    async def protocol_of(self, meeting_id: int) -> StoredProtocol | None:
        """The meeting's protocol, once drawn up."""

    async def protocol_by_hash(self, sha256: str) -> StoredProtocol | None:
        """The protocol whose record has this SHA-256, or begins so (at least 16 digits)."""

    async def sign(self, protocol_id: int, signature: Signature) -> None:
        """Keep the signature; a signed protocol never changes."""

    async def unsigned(self) -> Sequence[StoredProtocol]:
        """Protocols that wait for a signature."""

    async def confirm_receipt(self, protocol_id: int, unit: str, user_id: int) -> bool:
        """Record a unit's receipt; False when it was recorded before."""

    async def receipts(self, protocol_id: int) -> Mapping[str, datetime]:
        """Units that confirmed, and when."""


class MessageStore(Protocol):
    """Citizens' messages."""

    async def get(self, message_id: int) -> KnownMessage | None:
        """The message with this id."""

    async def counts(self, chosen: MessageFilter, day_before: datetime) -> DigestCounts:
        """Overdue, due today, due soon, without a block; and overdue as it stood at `day_before`."""

    async def page(
        self, chosen: MessageFilter, section: Section, limit: int, offset: int
    ) -> Sequence[KnownMessage]:
        """Messages of a section, those with the oldest deadline first."""

    async def breakdown(self, chosen: MessageFilter) -> Breakdown:
        """Overdue, due today and soon by blocks and by channels."""

    async def answer(self, message_id: int, at: datetime | None) -> None:
        """Record by hand that the citizen was answered; None takes it back."""

    async def assign_block(self, message_id: int, block: str) -> None:
        """Assign the message to a block by hand; an import never undoes it."""

    async def remember_topic(self, topic: str, block: str, user_id: int) -> int:
        """Messages with this topic belong to the block from now on; how many moved."""

    async def give_reason(self, message_id: int, reason: str) -> None:
        """Why the answer is late."""


class ImportStore(Protocol):
    """Registry files on their way in."""

    async def add(self, record: ImportRecord) -> int:
        """Keep a new import; its id."""

    async def get(self, import_id: int) -> ImportRecord | None:
        """The import with this id."""

    async def move(self, import_id: int, state: str, *, channel: str | None = None) -> None:
        """Set the import's state, and its channel where a person chose it."""

    async def unreadable(self, import_id: int) -> bytes | None:
        """The table of rows that could not be read."""


class Outbox(Protocol):
    """All that goes out to chats: kept in the transaction, sent after it."""

    async def text(self, chat_id: int, screen: Screen, *, key: str | None = None) -> None:
        """Send a text that will not change; the same `key` is sent once."""

    async def card(
        self,
        chat_id: int,
        kind: str,
        subject: str,
        content: Mapping[str, Any] | None = None,
        *,
        key: str | None = None,
    ) -> int:
        """Send a live card; its id. A second card with the same `key` is the first."""

    async def document(
        self,
        chat_id: int,
        document_id: int,
        caption: str,
        *,
        screen: Screen | None = None,
        key: str | None = None,
    ) -> None:
        """Send a stored document."""

    async def menu(self, chat_id: int, menu: str) -> None:
        """Set the chat's menu of commands; the latest wins."""

    async def known(self, key: str) -> bool:
        """Whether something with this key was put in before."""

    async def find(self, chat_id: int, message_id: int) -> Card | None:
        """The card that stands behind a message."""

    async def of_subject(self, chat_id: int, kind: str, subject: str) -> Card | None:
        """The newest live card of this kind and subject in a chat."""

    async def turn(self, card: Card, content: Mapping[str, Any]) -> None:
        """Change the view's own state of a card; it is shown anew."""

    async def touch(self, *subjects: str) -> None:
        """These subjects changed: every live card of theirs is shown anew."""

    async def retire(self, card: Card) -> None:
        """The card stays in the chat as it is and is live no more."""

    async def retire_kind(self, chat_id: int, kind: str) -> None:
        """Every card of this kind in the chat is live no more."""


class UnitOfWork(Protocol):
    """One transaction."""

    @property
    def roster(self) -> RosterStore:
        """Holders, accounts, absences, invitations."""

    @property
    def meetings(self) -> MeetingStore:
        """Meetings and protocols."""

    @property
    def messages(self) -> MessageStore:
        """Citizens' messages."""

    @property
    def imports(self) -> ImportStore:
        """Registry files on their way in."""

    @property
    def outbox(self) -> Outbox:
        """What goes out to chats."""

    def now(self) -> datetime:
        """The moment by the office's clock."""

    async def office_since(self) -> datetime | None:
        """When this office first started."""

    async def record(self, actor: Actor | None, act: Act, *, acting: bool = False) -> None:
        """Append to the audit log, chained to the entry before."""

    async def expect(self, user_id: int, expectation: Expectation | None) -> None:
        """What this person's next words mean; None: nothing in particular."""

    async def expected(self, user_id: int) -> Expectation | None:
        """What was expected of this person."""

    async def add_document(self, entity: str, kind: str, file_name: str, content: bytes) -> int:
        """Keep a document's bytes; a document of the same entity and kind is replaced. Its id."""

    async def document(self, entity: str, kind: str) -> StoredDocument | None:
        """The stored document of an entity."""

    async def document_by_hash(self, sha256: str) -> StoredDocument | None:
        """The stored document with this SHA-256 of its file."""


@dataclass(frozen=True, slots=True)
class Office:
    """What every conversation of one office shares."""

    profile: OfficeProfile
    texts: Texts
    calendar: WorkCalendar
    bot_name: str
    admins: frozenset[int] = frozenset()
