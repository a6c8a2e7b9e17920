"""What goes out to chats: screens, live cards, notices."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol

from domain.office.attachment import Attachment


class Tone(StrEnum):
    """What a button says by its colour, where the messenger has colours."""

    USUAL = ""
    GOOD = "good"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a screen: callback `data` of at most 64 bytes, or a `url`.

    An `idle` one has neither: it shows what was chosen and does nothing.
    """

    text: str
    data: str = ""
    url: str = ""
    tone: Tone = Tone.USUAL
    idle: bool = False


@dataclass(frozen=True, slots=True)
class Screen:
    """What a chat shows: Telegram HTML and rows of buttons.

    A card is another one from `until` on, though nothing but time has passed: it is shown anew then.
    """

    text: str
    rows: tuple[tuple[Button, ...], ...] = ()
    until: datetime | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Card:
    """A live message: what it shows is rendered anew whenever its subject is touched.

    `content` is the view's own state (page, what is asked); `message_id` is None until it was sent; `topic`
    is where in its group it stands (Bot API, Message.message_thread_id); an `urgent` one sounds at any hour.
    """

    id: int
    chat_id: int
    kind: str
    subject: str
    content: Mapping[str, Any] = field(default_factory=dict)
    message_id: int | None = None
    topic: int | None = None
    urgent: bool = False

    @property
    def key(self) -> str:
        """What the subject names after its colon: an id, a seat."""
        return self.subject.partition(":")[2]


@dataclass(frozen=True, slots=True)
class Fate:
    """What came of something that was sent: its number in the chat, or why it could not be; else it waits."""

    message_id: int | None
    failure: str | None


class Outbox(Protocol):
    """All that goes out to chats: kept in the transaction, sent after it."""

    async def text(
        self,
        chat_id: int,
        screen: Screen,
        *,
        key: str | None = None,
        urgent: bool = False,
        aside_to: int | None = None,
    ) -> None:
        """Send a text that will not change; the same `key` is sent once, an `urgent` one at any hour.

        In a group one `aside_to` an account is seen by it alone, where the messenger can do that.
        """

    async def card(
        self,
        chat_id: int,
        kind: str,
        subject: str,
        content: Mapping[str, Any] | None = None,
        *,
        key: str | None = None,
        urgent: bool = False,
    ) -> int:
        """Send a live card; its id. A second card with the same `key` is the first.

        An `urgent` one disturbs at any hour; all else comes without a sound while the office rests.
        """

    async def card_anew(
        self,
        chat_id: int,
        kind: str,
        subject: str,
        content: Mapping[str, Any] | None = None,
        *,
        key: str | None = None,
    ) -> int:
        """Send a card below; the one above goes, as `remove_subject` says."""

    async def pinned_card(
        self,
        chat_id: int,
        kind: str,
        subject: str,
        content: Mapping[str, Any] | None = None,
        *,
        key: str | None = None,
    ) -> None:
        """Send a card below at any hour and pin it; the one above goes, as `remove_subject` says."""

    async def noted(self, chat_id: int, message_id: int, screen: Screen) -> None:
        """A person's message is taken note of: by a mark on it, by these words where no marks are known."""

    async def tag(self, chat_id: int, tags: Mapping[int, str], day: date) -> bool:
        """Accounts bear these tags in a group, whoever else had one bears none; whether any is to be set.

        A tag is set anew each `day`: its bearer may have come to the group since.
        """

    async def remove_subject(self, chat_id: int, kind: str, subject: str) -> None:
        """Every such card leaves the chat; one too old for that stays without its buttons."""

    async def remove_kind(self, chat_id: int, kind: str) -> None:
        """Every card of this kind leaves the chat, as `remove_subject` says."""

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

    async def without_button(self, chat_id: int, data: str) -> None:
        """Stored documents that were sent lose the button that carries this: what it was for is done."""

    async def picture(
        self,
        chat_id: int,
        document_id: int,
        caption: str,
        *,
        key: str | None = None,
        subject: str = "",
    ) -> None:
        """Send a stored PNG so that the chat shows it; sent or given up, it touches the subject."""

    async def file(self, chat_id: int, attachment: Attachment, caption: str) -> None:
        """Send a file that a person gave the bot, or that the bot made."""

    async def menu(self, chat_id: int, menu: str, language: str = "") -> None:
        """Set the chat's menu of commands; the latest wins."""

    async def shown_menu(self, chat_id: int) -> str | None:
        """The menu that was set last in the chat, if any was."""

    async def released(self) -> bool:
        """Whether something that was held back may go out now; then it does."""

    async def renewed(self) -> bool:
        """Whether the time of any live card is up (`Screen.until`); each is shown anew."""

    async def known(self, key: str) -> bool:
        """Whether something with this key was put in before."""

    async def fate(self, key: str) -> Fate | None:
        """What came of the row with this key; None when there is none."""

    async def find(self, chat_id: int, message_id: int) -> Card | None:
        """The card that stands behind a message."""

    async def of_subject(self, chat_id: int, kind: str, subject: str) -> Card | None:
        """The newest live card of this kind and subject in a chat."""

    async def turn(self, card: Card, content: Mapping[str, Any]) -> None:
        """Change the view's own state of a card; it is shown anew."""

    async def touch(self, *subjects: str) -> None:
        """Every live card of these subjects is shown anew, though neither the database nor time says so.

        What changes in the database needs no such word: the store that writes it gives it. What the clock
        changes the card says itself (`Screen.until`).
        """

    async def retire(self, card: Card) -> None:
        """The card stays in the chat as it is and is live no more."""

    async def retire_subject(self, chat_id: int, kind: str, subject: str) -> None:
        """Every card of this kind and subject in the chat is live no more."""

    async def revive(self, chat_id: int, message_id: int, kind: str) -> bool:
        """A card of this kind that is live no more is shown anew and lives again; whether there was one."""

    async def retire_kind(self, chat_id: int, kind: str) -> None:
        """Every card of this kind in the chat is live no more."""

    async def retire_chat(self, chat_id: int) -> None:
        """Every card in the chat is live no more, and what waits for it is never sent."""

    async def blank(self, chat_id: int, kinds: Collection[str], screen: Screen) -> None:
        """Cards of these kinds that stand in the chat, live or not, show the screen from now on."""

    async def move_chat(self, old: int, new: int) -> None:
        """The chat has another id now: live cards and what waits go there."""
