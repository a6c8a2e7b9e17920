"""A message that a person brings in by hand: from a call, a visit, a post in a social network."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from domain.messages.message import KnownMessage, RegistryRow
from domain.office.act import Act
from domain.office.profile import OfficeProfile
from domain.office.refusal import Refusal
from domain.people.roster import Actor, Roster, member_seat

_OWN = re.compile(r"В-\d{4}-\d{4,}")
LIMITS = {"number": 80, "topic": 400, "text": 8000, "place": 300}


@dataclass(frozen=True, slots=True)
class HandDraft:
    """What is known of it so far; `received_at` aware, `files` the name under which its files are kept."""

    files: str
    channel: str = ""
    number: str = ""
    topic: str = ""
    text: str = ""
    place: str = ""
    author: str = ""
    url: str = ""
    received_at: datetime | None = None

    def with_words(self, field: str, words: str) -> HandDraft:
        """The draft with these words in a field of `LIMITS`."""
        kept = self.content()
        kept[field] = words
        return HandDraft.of_content(kept)

    def content(self) -> dict[str, Any]:
        """The draft as a card keeps it."""
        kept = asdict(self)
        kept["received_at"] = self.received_at.isoformat() if self.received_at else None
        return kept

    @classmethod
    def of_content(cls, content: dict[str, Any]) -> HandDraft:
        """The draft that `content` kept; a refusal where a card keeps none."""
        try:
            kept = {name: content[name] for name in cls.__dataclass_fields__}
        except KeyError:
            raise Refusal("card-outdated") from None
        if kept["received_at"]:
            kept["received_at"] = datetime.fromisoformat(kept["received_at"])
        return cls(**kept)


def own_numbers(year: int) -> str:
    """How numbers begin that the office gives a message which has none: «В-2026-0001»."""
    return f"В-{year}-"


def is_own_number(number: str) -> bool:
    """Whether the office gave this number itself."""
    return _OWN.fullmatch(number) is not None


def number(message: KnownMessage, words: str) -> Act:
    """The number under which the message is registered, in place of the office's own."""
    if not is_own_number(message.number):
        raise Refusal("number-from-registry", number=message.number)
    require_fitting("number", words)
    return Act("message-numbered", message.entity, {"before": message.number})


def may_add(roster: Roster, actor: Actor) -> bool:
    """Officers, and whoever performs the head's duties (п. 3.4, 3.2); their assistants only prepare."""
    return actor.seat is not None and roster.may_import(actor)


def require_add(roster: Roster, actor: Actor) -> None:
    """A refusal for those who bring no messages in."""
    member_seat(actor)
    if not may_add(roster, actor):
        raise Refusal("only-officers-add")


def require_fitting(field: str, words: str) -> str:
    """The words for a field; a refusal when there are none or too many."""
    limit = LIMITS[field]
    if not 0 < len(words) <= limit:
        raise Refusal("too-long", limit=limit)
    return words


def row_of(draft: HandDraft, profile: OfficeProfile, number: str, now: datetime) -> RegistryRow:
    """The message as a registry would give it; a refusal where something without which none is kept lacks."""
    if draft.channel not in [channel.key for channel in profile.channels]:
        raise Refusal("add-no-channel")
    if not draft.text and not draft.topic:
        raise Refusal("add-no-words")
    received_at = draft.received_at or now
    if received_at > now:
        raise Refusal("add-day-to-come", moment=received_at)
    # An appeal without a number is yet to be registered (59-ФЗ, ст. 8 ч. 2).
    awaits_number = not draft.number and profile.channel(draft.channel).registration is not None
    return RegistryRow(
        channel=draft.channel,
        number=number,
        received_at=received_at,
        registered_at=None if awaits_number else received_at,
        topic=draft.topic,
        text=draft.text,
        author=draft.author,
        place=draft.place,
        url=draft.url,
    )
