"""Information for citizens: drafted from figures, edited, approved by the head, posted (п. 2.2.3).

A post holds no personal data: numbers, topics and settlements, never what a citizen wrote or who did.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from domain.figures.figures import Dimension, Figures, Tally
from domain.figures.period import Period
from domain.office.act import Act, text_hash
from domain.office.refusal import Refusal
from domain.people.roster import Duties

TEXT_LIMIT = 1000
"""Characters under a picture, in UTF-16 units: the messenger takes 1024, the mark of a repeat needs room."""

_CHANNEL_NUMBER = re.compile(r"-100[0-9]{1,16}")
_CHANNEL_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{3,31}")


class PublicationState(StrEnum):
    """Where a post stands; `SENT` is given over for sending, what came of it the outbox knows."""

    DRAFT = "draft"
    WAITING = "waiting"
    APPROVED = "approved"
    SENT = "sent"
    CANCELLED = "cancelled"


_UNDECIDED = (PublicationState.DRAFT, PublicationState.WAITING)


@dataclass(slots=True)
class Publication:
    """A post of one period, by the seat that drafted it; `attempt` counts the times it was approved."""

    id: int
    seat: int
    chat_id: int
    period: Period
    text: str
    state: PublicationState = PublicationState.DRAFT
    attempt: int = 0

    @property
    def entity(self) -> str:
        """The post's name in the audit log."""
        return f"publication:{self.id}"

    @property
    def key(self) -> str:
        """What makes its sending unique."""
        return f"{self.entity}:{self.attempt}"

    def rewrite(self, text: str) -> Act:
        """Another text, as it will stand under the picture."""
        self._expect_undecided()
        length = len(text.encode("utf-16-le")) // 2
        if not text.strip():
            raise Refusal("empty-words")
        if length > TEXT_LIMIT:
            raise Refusal("post-too-long", limit=TEXT_LIMIT, length=length)
        self.text = text
        return Act("post-written", self.entity, {"text": text_hash(text), "period": str(self.period)})

    def submit(self) -> Act:
        """It waits for the head's word."""
        self._expect_undecided()
        self.state = PublicationState.WAITING
        return Act("post-submitted", self.entity, {"seat": self.seat, "text": text_hash(self.text)})

    def approve(self, duties: Duties) -> Act:
        """Whoever performs the head's duties lets it be posted (п. 2.2.3, 3.2)."""
        self._expect_undecided()
        return self._send(duties, "post-approved")

    def again(self, duties: Duties) -> Act:
        """It could not be sent and is sent once more."""
        if self.state is not PublicationState.SENT:
            raise Refusal(f"post-is-{self.state.value}")
        return self._send(duties, "post-repeated")

    def cancel(self) -> Act:
        """It will not be posted."""
        self._expect_undecided()
        self.state = PublicationState.CANCELLED
        return Act("post-cancelled", self.entity)

    def _send(self, duties: Duties, kind: str) -> Act:
        self.state = PublicationState.APPROVED
        self.attempt += 1
        return Act(kind, self.entity, {"seat": duties.seat, "text": text_hash(self.text)})

    def _expect_undecided(self) -> None:
        if self.state not in _UNDECIDED:
            raise Refusal(f"post-is-{self.state.value}")


class ChannelState(StrEnum):
    """Whether the office's public channel is bound."""

    ASKED = "asked"
    BOUND = "bound"
    REFUSED = "refused"
    FORMER = "former"


@dataclass(frozen=True, slots=True)
class PublicChannel:
    """A channel as someone named it; its own id and title are known once the messenger was asked."""

    id: int
    named: str
    asked_by: int
    state: ChannelState
    chat_id: int | None = None
    title: str = ""
    username: str = ""


def channel_name(text: str) -> str:
    """«@name» or a channel's number as the messenger takes it, also from a link. Raises Refusal."""
    name = text.strip().removeprefix("https://").removeprefix("http://").removeprefix("t.me/").strip("/")
    if _CHANNEL_NUMBER.fullmatch(name):
        return name
    bare = name.removeprefix("@")
    if _CHANNEL_NAME.fullmatch(bare):
        return f"@{bare}"
    raise Refusal("channel-unreadable")


MOST = 5
LEAST = 3
"""What fewer people than this wrote of could tell who they are: it is left out."""


def most_written(figures: Figures, dimension: Dimension) -> list[tuple[str, Tally]]:
    """What citizens wrote of most; nothing of so few that one could know them."""
    ranked = [(key, tally) for key, tally in figures.now.ranked(dimension) if key]
    return [(key, tally) for key, tally in ranked if tally.received >= LEAST][:MOST]
