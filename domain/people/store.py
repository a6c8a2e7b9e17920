"""What is kept of people: holders, accounts, absences, invitations, reach, quiet hours, ways to the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from domain.people.quiet import QuietHours
from domain.people.roster import Absence, Binding, Roster, Standing


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
class Session:
    """Somebody's visit to the office's own page; `seen_at` is when it was last used."""

    user_id: int
    seen_at: datetime


class RosterStore(Protocol):
    """Holders, accounts, absences, invitations."""

    async def load(self) -> Roster:
        """The composition today; read once a transaction, and anew after a change to it."""

    async def identify(self, user_id: int) -> Binding | None:
        """The binding of an account; one query."""

    async def seat_holder(self, seat: int, name: str, since: date) -> int:
        """Seat a new holder from this day, ending the previous one's term; the holder's id."""

    async def names(self) -> dict[int, str]:
        """Everyone who has ever held a seat, by the holder's id."""

    async def vacate(self, seat: int, day: date) -> None:
        """End the holder's term at this moment, or the day before an earlier day, and unbind the account."""

    async def bind(self, binding: Binding, holder_id: int | None = None) -> None:
        """Bind an account; a former account of the same seat is unbound, with whoever assisted it."""

    async def speak(self, user_id: int, language: str) -> None:
        """Keep the language that the person chose for their own chat."""

    async def unbind(self, user_id: int) -> None:
        """The account is known no more; neither are the assistants of its holder."""

    async def add_absence(self, seat: int, first: date, last: date) -> int:
        """Record the holder's absence; its id."""

    async def end_absence(self, absence: Absence) -> None:
        """The holder is back: the absence ended with yesterday, or never came to be."""

    async def withdraw_absence(self, absence_id: int) -> None:
        """The absence did not come to be, or ended early."""

    async def add_invitation(self, token_hash: str, invitation: Invitation) -> int:
        """Keep an invitation by its token's hash; its id."""

    async def invitation_by_token(self, token_hash: str) -> Invitation | None:
        """The invitation with this token."""

    async def invitation(self, invitation_id: int) -> Invitation | None:
        """The invitation with this id."""

    async def pending(self) -> Sequence[Invitation]:
        """Invitations that nobody took yet and claims that wait for a word, the oldest first."""

    async def end_links(self, seat: int) -> None:
        """Open links to this seat are good no more; a claim keeps waiting."""

    async def update_invitation(
        self, invitation_id: int, state: str, *, user_id: int | None = None, name: str | None = None
    ) -> None:
        """Move an invitation on."""

    async def office_chat(self) -> int | None:
        """The office's group, if one is bound."""

    async def move_office_chat(self, old: int, new: int) -> None:
        """The office's group has another id."""

    async def office_topic(self) -> int | None:
        """The topic of the office's group that is meant, if one is (Bot API, Message.message_thread_id)."""

    async def bind_office_chat(self, chat_id: int, title: str, topic: int | None = None) -> None:
        """Make this group, or this topic of it, the office's chat; a former one is left."""


@dataclass(frozen=True, slots=True)
class Unreachable:
    """A chat that takes no messages: a person who blocked the bot, a group that put it out."""

    chat_id: int
    reason: str
    since: datetime


class ReachStore(Protocol):
    """Who cannot be reached now; what is due to them waits."""

    async def lost(self, chat_id: int, reason: str) -> None:
        """The chat takes no messages; it is tried again in an hour, or when it is back."""

    async def back(self, chat_id: int) -> bool:
        """The chat takes messages again; False when it always did."""

    async def of(self, chat_id: int) -> Unreachable | None:
        """Since when and why this chat cannot be reached; None when it can."""

    async def waiting_for(self, chat_id: int) -> int:
        """How many messages and cards wait for this chat."""


class QuietHoursStore(Protocol):
    """When each person is not to be disturbed."""

    async def of(self, user_id: int) -> QuietHours | None:
        """The person's quiet hours, if they have set any."""

    async def set(self, user_id: int, hours: QuietHours | None) -> None:
        """Keep the person's quiet hours; None: they have none."""


class EntryStore(Protocol):
    """Ways to the office's own page: one-time links, and sessions. Of each token only the hash is known."""

    async def add_link(self, token_hash: str, user_id: int, expires_at: datetime) -> None:
        """Keep a one-time link for this account."""

    async def take_link(self, token_hash: str) -> int | None:
        """The account whose link this is, once; None for one that was taken, is too old, or never was."""

    async def spend(self, token_hash: str, user_id: int, expires_at: datetime) -> bool:
        """Keep a link as taken at once; False where it was kept before."""

    async def begin(self, token_hash: str, user_id: int) -> None:
        """A session of this account begins."""

    async def session(self, token_hash: str, seen_since: datetime) -> Session | None:
        """The session that goes on and was used at this moment or later."""

    async def seen(self, token_hash: str) -> None:
        """The session is used now."""

    async def end(self, token_hash: str) -> None:
        """The session ends."""
