"""What every part needs: time, words, and one office at run time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Protocol, TypeVar


class Clock(Protocol):
    """Where time comes from."""

    def now(self) -> datetime:
        """The moment, aware, UTC."""


class Links(Protocol):
    """Links into the messenger that the office lives in."""

    def to_bot(self, payload: str) -> str:
        """Opens the bot, which is given this."""

    def command(self, name: str) -> str:
        """A command as it is typed in a group where there are other bots."""

    def to_group(self, payload: str) -> str:
        """Opens the choice of a group to add the bot to, with this payload; empty where there is none."""

    def to_share(self, link: str, words: str) -> str:
        """Opens the choice of a chat that gets the link with these words; empty where there is none."""

    def to_post(self, channel: str, number: int) -> str:
        """Opens a post of a public channel, which is named without «@»."""

    def channel_in(self, text: str) -> str:
        """The channel's name in a link to it; anything else as it is."""


class Texts(Protocol):
    """The locale."""

    def __call__(self, key: str, **arguments: Any) -> str:
        """The sentence with this key; arguments are escaped for Telegram HTML unless `literal`."""


class Entity(Protocol):
    """A dataclass that is kept under an id; `entity` is its name in the audit log."""

    __dataclass_fields__: ClassVar[dict[str, Any]]
    id: int

    @property
    def entity(self) -> str:
        """Its kind and its id."""


Kept = TypeVar("Kept", bound=Entity)


class Keeps(Protocol[Kept]):
    """Keeps things of one kind."""

    async def get(self, number: int, /) -> Kept | None:
        """The thing with this id, locked until the transaction ends when it writes."""

    async def add(self, thing: Kept, /) -> int:
        """Keep a new one; its id, set on it as well."""

    async def save(self, thing: Kept, /) -> None:
        """Keep its new state."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a person's next words in their private chat mean."""

    kind: str
    content: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document kept as it was sent; `sha256` is of the file."""

    id: int
    entity: str
    kind: str
    file_name: str
    sha256: str


class DocumentStore(Protocol):
    """Documents, each kept as it was sent."""

    async def add(self, entity: str, kind: str, file_name: str, content: bytes) -> int:
        """Keep a document's bytes; a document of the same entity and kind is replaced. Its id."""

    async def get(self, entity: str, kind: str) -> StoredDocument | None:
        """The stored document of an entity."""

    async def by_hash(self, sha256: str) -> StoredDocument | None:
        """The stored document whose file has this SHA-256, or begins so (at least 16 digits)."""

    async def signatures(self, entity: str) -> Mapping[int, datetime]:
        """When each detached signature was attached to a paper, by its number."""

    async def take_off(self, entity: str, number: int) -> bool:
        """A detached signature belongs to its paper no more, and is kept; False when there is none."""

    async def forget_lists(self, before: datetime) -> int:
        """Forget tables of citizens' messages that were made before this; how many."""


class UpdateStore(Protocol):
    """What became of the messenger's updates."""

    async def forget(self, before: datetime) -> int:
        """Forget updates that were processed before this; how many."""
