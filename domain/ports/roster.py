"""Holders, accounts, absences and invitations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from domain.roster import Binding, Roster, Standing


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
        """Bind an account; a former account of the same seat is unbound, with whoever assisted it."""

    async def speak(self, user_id: int, language: str) -> None:
        """Keep the language that the person chose for their own chat."""

    async def unbind(self, user_id: int) -> None:
        """The account is known no more; neither are the assistants of its holder."""

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

    async def move_office_chat(self, old: int, new: int) -> None:
        """The office's group has another id."""

    async def bind_office_chat(self, chat_id: int, title: str) -> None:
        """Make this group the office's chat; a former one is left."""
