"""Seats, holders, accounts and absences; who performs the head's duties (п. 3.1, 4.3)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from domain.office.profile import OfficeProfile, Role
from domain.office.refusal import Refusal
from domain.people.names import same_name


@dataclass(frozen=True, slots=True)
class Holder:
    """The person who occupies a seat from one date to another (both inclusive).

    A term may end in the middle of a day, so on that day the seat may have had two: `after` is the moment
    at which the one before them ended, None where they ended with a day.
    """

    id: int
    seat: int
    name: str
    since: date
    until: date | None = None
    after: datetime | None = None


class Standing(StrEnum):
    """In what capacity a chat account is known to the office."""

    MEMBER = "member"
    UNIT = "unit"
    GUEST = "guest"
    ASSISTANT = "assistant"
    ADMIN = "admin"
    STRANGER = "stranger"


@dataclass(frozen=True, slots=True)
class Binding:
    """A chat account bound to a holder, to a unit, to a guest, or to an assistant of the seat `assists`.

    `language` is what the person chose for their own chat; empty: the office's.
    """

    user_id: int
    standing: Standing
    name: str
    seat: int | None = None
    unit: str | None = None
    position: str = ""
    assists: int | None = None
    language: str = ""

    def actor(self, *, admin: bool = False) -> Actor:
        """Who acts by this account."""
        return Actor(
            self.user_id, self.standing, self.name, self.seat, self.unit, admin, self.assists, self.language
        )


@dataclass(frozen=True, slots=True)
class Absence:
    """A holder's absence in whole days, first and last inclusive."""

    id: int
    seat: int
    first: date
    last: date

    def covers(self, day: date) -> bool:
        """Whether this day is within the absence."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does an act: an account in its capacity. An administrator may be a member as well.

    An assistant has no seat: `assists` is the one for whose holder they prepare.
    """

    user_id: int
    standing: Standing
    name: str = ""
    seat: int | None = None
    unit: str | None = None
    admin: bool = False
    assists: int | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Duties:
    """Who performs the head's duties now; `acting` means «и.о. руководителя» (п. 4.3).

    `holder` is the id of the person; None in what was written before persons were kept.
    """

    seat: int
    acting: bool
    holder: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Roster:
    """The office's composition as it stands on a day."""

    profile: OfficeProfile
    day: date
    holders: tuple[Holder, ...]
    bindings: tuple[Binding, ...]
    absences: tuple[Absence, ...]

    def holder(self, seat: int) -> Holder | None:
        """Who holds the seat; None when it is vacant."""
        return next((holder for holder in self.holders if holder.seat == seat), None)

    def held_by_same(self, seat: int, moment: datetime) -> bool:
        """Whether whoever holds the seat held it at a moment that has passed."""
        holder = self.holder(seat)
        if holder is None or holder.since > moment.astimezone(self.profile.time_zone).date():
            return False
        return holder.after is None or holder.after <= moment

    def binding(self, seat: int) -> Binding | None:
        """The account bound to the seat's holder, if any."""
        return next((binding for binding in self.bindings if binding.seat == seat), None)

    def binding_of(self, user_id: int) -> Binding | None:
        """The binding of this account, if any."""
        return next((binding for binding in self.bindings if binding.user_id == user_id), None)

    def contacts(self, unit: str) -> tuple[Binding, ...]:
        """Accounts bound to a unit."""
        return tuple(binding for binding in self.bindings if binding.unit == unit)

    def guests(self) -> tuple[Binding, ...]:
        """Accounts of guests known to the office (п. 4.5)."""
        return tuple(binding for binding in self.bindings if binding.standing is Standing.GUEST)

    def outside(self) -> tuple[Binding, ...]:
        """Accounts of those who hold no seat and assist nobody: units' contacts, then guests."""
        contacts = tuple(binding for binding in self.bindings if binding.standing is Standing.UNIT)
        return contacts + self.guests()

    def assistants(self, seat: int) -> tuple[Binding, ...]:
        """Accounts of those who prepare for the seat's holder."""
        return tuple(binding for binding in self.bindings if binding.assists == seat)

    def absence(self, seat: int, day: date | None = None) -> Absence | None:
        """The seat holder's absence that covers a day, else the roster's; the longest where several do."""
        on = day or self.day
        covering = [absence for absence in self.absences if absence.seat == seat and absence.covers(on)]
        return max(covering, key=lambda absence: absence.last, default=None)

    def available(self, seat: int) -> bool:
        """Whether the seat has a holder who is not absent; an unbound account is no absence."""
        return self.holder(seat) is not None and self.absence(seat) is None

    def duties(self, *, handed_over: bool = False) -> Duties | None:
        """Who performs the head's duties: the head, else the acting seat, else nobody (п. 4.3).

        `handed_over`: the head is absent from the meeting in question, having handed it over.
        """
        if self.available(self.profile.head_seat) and not handed_over:
            return self._duties(self.profile.head_seat, acting=False)
        if self.available(self.profile.acting_seat):
            return self._duties(self.profile.acting_seat, acting=True)
        return None

    def _duties(self, seat: int, *, acting: bool) -> Duties:
        return Duties(seat, acting, holder_id(self, seat))

    def require_duties(self, actor: Actor, act: str, *, handed_over: bool = False) -> Duties:
        """The duties this actor performs now; a refusal with the clause for anyone else (п. 3.2, 4.3).

        `act` names what was tried, in the locale's `act-<act>`. A stranger learns nothing of the office.
        """
        if actor.standing is Standing.STRANGER:
            raise Refusal("stranger")
        if actor.assists is not None:
            raise Refusal("assistant-prepares", seat=actor.assists)
        duties = self.duties(handed_over=handed_over)
        if duties is None:
            raise Refusal("nobody-heads", act=act)
        if actor.seat == duties.seat:
            return duties
        if actor.seat == self.profile.head_seat:
            absence = self.absence(self.profile.head_seat)
            if absence is None:
                raise Refusal("head-handed-over", seat=duties.seat)
            raise Refusal("head-is-away", act=act, seat=duties.seat, until=absence.last)
        raise Refusal("head-only", act=act, seat=duties.seat)

    def require_preparing(self, actor: Actor, act: str) -> Duties:
        """The duties that this actor prepares for: their own, or those of the holder they assist (п. 3.2).

        Whoever keeps the protocol prepares for whoever performs the duties.
        """
        keeps = self.keeps_protocol(actor)
        if actor.assists is None and not keeps:
            return self.require_duties(actor, act)
        duties = self.duties()
        if duties is None:
            raise Refusal("nobody-heads", act=act)
        if duties.seat != actor.assists and not keeps:
            raise Refusal("head-only", act=act, seat=duties.seat)
        return duties

    def secretary_account(self) -> Binding | None:
        """The account of whoever keeps the protocol, where the profile names one."""
        named = self.profile.secretary
        if named is None:
            return None
        if named.seat is not None:
            return self.binding(named.seat)
        assistants = (one for one in self.bindings if one.assists is not None)
        return next((one for one in assistants if same_name(one.name, named.name)), None)

    def keeps_protocol(self, actor: Actor) -> bool:
        """Whether this actor keeps the office's protocols."""
        account = self.secretary_account()
        return account is not None and account.user_id == actor.user_id

    def capacity(self, seat: int) -> Role:
        """The role in which the seat acts now: whoever performs the head's duties acts as the head."""
        duties = self.duties()
        return Role.HEAD if duties is not None and duties.seat == seat else self.profile.seat(seat).role

    def stands_aside(self, seat: int) -> bool:
        """Whether this is the head's seat while the head is away: the duties are another's, or nobody's."""
        duties = self.duties()
        return seat == self.profile.head_seat and (duties is None or duties.seat != seat)

    def officers_of(self, channel: str | None) -> tuple[int, ...]:
        """Seats that answer for the channel; all officers where it is not known, or nobody's."""
        officers = [seat for seat in self.profile.seats if seat.role is Role.OFFICER]
        theirs = [seat for seat in officers if channel in seat.channels]
        return tuple(seat.number for seat in theirs or officers)

    def may_import(self, actor: Actor) -> bool:
        """Whether the actor brings registries in: officers, whoever performs the head's duties, and those
        who assist them."""
        seat = actor.seat if actor.seat is not None else actor.assists
        if seat is None:
            return False
        duties = self.duties()
        role = self.profile.seat(seat).role
        return role in (Role.OFFICER, Role.HEAD) or (duties is not None and duties.seat == seat)


def member_seat(actor: Actor) -> int:
    """The number of the actor's seat; a refusal for those who hold none (п. 4.4, 4.5)."""
    if actor.seat is not None:
        return actor.seat
    if actor.standing is Standing.GUEST:
        raise Refusal("guest-only-sees")
    if actor.assists is not None:
        raise Refusal("assistant-prepares", seat=actor.assists)
    raise Refusal("stranger" if actor.standing is Standing.STRANGER else "members-only")


def prepared_seat(actor: Actor) -> int:
    """The seat for which the actor prepares: their own, or that of the holder they assist."""
    return actor.assists if actor.assists is not None else member_seat(actor)


def holder_id(roster: Roster, seat: int) -> int | None:
    """The id of whoever holds the seat; None when it is vacant."""
    holder = roster.holder(seat)
    return holder.id if holder else None
