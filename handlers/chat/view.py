"""What a view is rendered from: the state now, and who looks."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from domain.office.outbox import Card, Screen
from domain.office.ports import Texts
from domain.people.names import surnames
from domain.people.roster import Actor, Duties, Roster
from domain.unit_of_work import Office, UnitOfWork
from handlers.chat.wording import called


@dataclass(frozen=True, slots=True)
class View:
    """The state a card is rendered from, and whose chat it stands in; `turns` are moments that change it."""

    office: Office
    uow: UnitOfWork
    roster: Roster
    now: datetime
    card: Card
    turns: set[datetime] = field(default_factory=set)

    def until(self, *moments: datetime | None) -> None:
        """What the card offers depends on whether these moments have come."""
        self.turns.update(moment for moment in moments if moment is not None and moment > self.now)

    @property
    def today(self) -> date:
        """The day, where what the card offers depends on it."""
        day = self.now.date()
        self.until(datetime.combine(day + timedelta(days=1), time(), self.now.tzinfo))
        return day

    @property
    def texts(self) -> Texts:
        """The language of the chat: in private the one that the person chose."""
        bound = self.roster.binding_of(self.card.chat_id)
        return self.office.texts_in(bound.language) if bound else self.office.texts

    @property
    def in_group(self) -> bool:
        """Whether everyone in the office's group sees it."""
        return self.card.chat_id < 0

    @property
    def actor(self) -> Actor | None:
        """The person whose private chat this is, in their capacity; None where nobody is bound."""
        bound = self.roster.binding_of(self.card.chat_id)
        return bound.actor() if bound else None

    @property
    def seat(self) -> int | None:
        """The seat of the person whose private chat this is."""
        binding = self.roster.binding_of(self.card.chat_id)
        return binding.seat if binding else None

    def called(self, seat: int) -> str:
        """How the seat's holder is called in a list: initials and surname; a vacant seat by its number."""
        return called(self.texts, self.roster, seat)

    def did(self, seat: int, at: datetime) -> str:
        """How who did it for the seat is called; by its number where another person holds it now."""
        same = self.roster.held_by_same(seat, at)
        return self.called(seat) if same else self.texts("seat-name", seat=seat)

    def surnames(self, seats: Iterable[int], people: Mapping[int, str] | None = None) -> str:
        """Who holds these seats, by surname: «Старцев, Чудинов»; `people` are those who held them then."""
        then = people or {}
        return ", ".join(surnames(then.get(seat) or self._held_by(seat) for seat in sorted(seats)))

    def _held_by(self, seat: int) -> str:
        holder = self.roster.holder(seat)
        return holder.name if holder else self.texts("seat-name", seat=seat)

    @property
    def duties(self) -> Duties | None:
        """Who performs the head's duties now."""
        return self.roster.duties()

    @property
    def chairs(self) -> bool:
        """Whether the one who looks performs the head's duties now."""
        duties = self.duties
        return duties is not None and duties.seat == self.seat


Renderer = Callable[[View], Awaitable[Screen | None]]
