"""What one office is: the decree's composition and rules as data (Office profile in the rules).

Another municipality adopts the bot by writing another profile; nothing here is a constant of one office.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from fractions import Fraction
from typing import Literal
from zoneinfo import ZoneInfo


class Role(StrEnum):
    """A seat's role in the office (the decree, Состав)."""

    HEAD = "head"
    BLOCK_HEAD = "block_head"
    OFFICER = "officer"


class TermUnit(StrEnum):
    """What a deadline's amount is counted in."""

    HOURS = "hours"
    WORKING_HOURS = "working_hours"
    WORKING_DAYS = "working_days"
    CALENDAR_DAYS = "calendar_days"


class CountsFrom(StrEnum):
    """Which moment of a message is day 0 of its term."""

    RECEIVED = "received"
    REGISTERED = "registered"


class DayOff(StrEnum):
    """What becomes of a term that ends on a day off."""

    PREVIOUS = "previous"
    NEXT = "next"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Decree:
    """The act the office stands on."""

    number: str
    date: date
    title: str


@dataclass(frozen=True, slots=True)
class Block:
    """A functional block (функционально-целевой блок)."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class Seat:
    """A place established by the decree: it stays when its holder leaves (п. 3.1, Состав).

    A `key` stays when seats are numbered anew; without one a seat is known by its number. The `tag` stands
    beside its holder's name in the office's group.
    """

    number: int
    position: str
    role: Role
    duty: str
    block: str | None = None
    channels: tuple[str, ...] = ()
    key: str = ""
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A Подразделение: carries out decisions, answers messages."""

    key: str
    title: str
    block: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extension:
    """How a term may be made longer: by at most `amount` of the rule's unit, `times` times.

    `source` is the clause that allows it.
    """

    amount: int
    times: int
    tell_citizen: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """How long a message may wait for its answer.

    `amount` is in `unit`. `source` is where the number is from; `confirm` is a note for `check` when the
    office has yet to confirm it.
    """

    amount: int
    unit: TermUnit
    counts_from: CountsFrom
    day_off: DayOff = DayOff.NEXT
    extension: Extension | None = None
    source: str = ""
    confirm: str | None = None


@dataclass(frozen=True, slots=True)
class RegistryMapping:
    """How a channel's export reads: header synonyms → our fields, formats, statuses.

    `headers` maps a field of `domain.message.RegistryRow` to the headers it may stand under (compared
    without case, punctuation and repeated spaces; «ё» equals «е»). `signature` are headers that together
    give the export away. `answered`, `open` and the rest list the words of the status column; `refuted` are
    those of an answer that the citizen does not accept, `important` those of a column of importance and
    `ordinary` those of it that say nothing. `in_order` are fields of which the export has several columns,
    one for where the other is empty.
    """

    headers: Mapping[str, tuple[str, ...]]
    signature: tuple[str, ...] = ()
    date_formats: tuple[str, ...] = ()
    answered: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    not_ours: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    important: tuple[str, ...] = ()
    ordinary: tuple[str, ...] = ()
    refuted: tuple[str, ...] = ()
    in_order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel of citizens' messages (п. 1.2.8).

    `as_appeal` is the rule for a message that the office handles as an appeal, `forwarding` the term for
    sending one on to whoever is competent (59-ФЗ, ст. 8 ч. 3), `registration` the term for registering one
    since it came (59-ФЗ, ст. 8 ч. 2); `important` the rule of raised importance, `final` the term of a final
    answer since an interim one, `rework` that of an answer anew since the citizen refuted one, which may be
    within `refutable_days` of it, or of the topic's own; None where the channel knows no such thing.
    """

    key: str
    title: str
    short_title: str
    rule: DeadlineRule
    topic_rules: Mapping[str, DeadlineRule] = field(default_factory=dict)
    registry: RegistryMapping | None = None
    aliases: tuple[str, ...] = ()
    as_appeal: DeadlineRule | None = None
    forwarding: DeadlineRule | None = None
    registration: DeadlineRule | None = None
    important: DeadlineRule | None = None
    final: DeadlineRule | None = None
    rework: DeadlineRule | None = None
    refutable_days: int = 0
    topic_refutable_days: Mapping[str, int] = field(default_factory=dict)

    def rule_for(self, topic: str | None) -> DeadlineRule:
        """The rule of this topic where the profile has one, else the channel's own."""
        return self.topic_rules.get((topic or "").strip().casefold(), self.rule)

    def refutable_days_for(self, topic: str | None) -> int:
        """Days within which an answer on this topic may be refuted."""
        return self.topic_refutable_days.get((topic or "").strip().casefold(), self.refutable_days)


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """Working hours of a working day, local time; `short_day_hours` fewer before a holiday."""

    opens: time
    closes: time
    lunch_from: time
    lunch_to: time
    short_day_hours: int = 1


@dataclass(frozen=True, slots=True)
class Quorum:
    """Competence of a meeting (п. 4.3.1): present ≥ share × what it is counted of."""

    share: Fraction
    of: Literal["established"] = "established"


@dataclass(frozen=True, slots=True)
class Majority:
    """What a majority of votes is counted of (п. 4.6)."""

    of: Literal["present"]


@dataclass(frozen=True, slots=True)
class Tie:
    """Whose vote decides when votes are equal (п. 4.6)."""

    decided_by: Literal["chair"]


@dataclass(frozen=True, slots=True)
class ExtraDays:
    """Days that the production calendar does not know of yet."""

    days_off: frozenset[date] = frozenset()
    working_days: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class FigureRules:
    """A house that writes of the same topic again within `repeat_days` has written repeatedly."""

    repeat_days: int = 30


@dataclass(frozen=True, slots=True)
class IncidentRules:
    """How many open messages of one topic within `days` are an incident: of a street, of a settlement."""

    least: int = 10
    least_in_settlement: int = 30
    days: int = 2


@dataclass(frozen=True, slots=True)
class MessageKeeping:
    """Citizens' personal data: seats whose holders may look at them (each look is recorded), and until when.

    `reveal_to` in a chat, `on_page` on the office's own page; None there: the same as in a chat. `in_chat`:
    what a chat carries of a message's text. `registries_in_chat`: whether files are taken in a chat at all;
    `registries_deleted`: whether the bot deletes one from the chat once it was read.
    `blank_after_years` after the answer texts, names and addresses are blanked; None keeps them.
    """

    reveal_to: tuple[int, ...] = ()
    blank_after_years: int | None = None
    on_page: tuple[int, ...] | None = None
    in_chat: Literal["masked", "nothing"] = "masked"
    registries_in_chat: bool = True
    registries_deleted: bool = False


@dataclass(frozen=True, slots=True)
class Secretary:
    """Who keeps the protocol (п. 4.7): the holder of a `seat`, or a person who is no member, by name.

    Such a person writes from the account of an assistant of this name.
    """

    seat: int | None = None
    name: str = ""
    position: str = ""


@dataclass(frozen=True, slots=True)
class Former:
    """What earlier profiles of the office had and this one has not: the past refers to it for ever."""

    seats: tuple[Seat, ...] = ()
    blocks: tuple[Block, ...] = ()
    channels: tuple[Channel, ...] = ()
    units: tuple[Unit, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficeProfile:
    """One office: everything that is a rule here and a constant nowhere."""

    key: str
    name: str
    short_name: str
    city: str
    time_zone: ZoneInfo
    locale: str
    decree: Decree
    seats: tuple[Seat, ...]
    acting_seat: int
    quorum: Quorum
    majority: Majority
    tie: Tie
    blocks: tuple[Block, ...]
    channels: tuple[Channel, ...]
    units: tuple[Unit, ...]
    topics: Mapping[str, str]
    working_time: WorkingTime
    digest_at: time
    due_soon_days: int
    check_in_minutes: int
    generic_registry: RegistryMapping
    receipt_days: int = 2
    escalate_after: int = 5
    opinion_hours: int = 24
    calendar: ExtraDays = field(default_factory=ExtraDays)
    keeping: MessageKeeping = field(default_factory=MessageKeeping)
    figures: FigureRules = field(default_factory=FigureRules)
    incidents: IncidentRules = field(default_factory=IncidentRules)
    topic_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    classifier: Mapping[str, str] = field(default_factory=dict)
    protocol_template: str = ""
    body: str = ""
    secretary: Secretary | None = None
    captions: Mapping[str, str] = field(default_factory=dict)
    former: Former = field(default_factory=Former, compare=False)

    @property
    def established(self) -> int:
        """The established number of members (п. 4.3.1): seats, whoever holds them."""
        return len(self.seats)

    @property
    def block_keys(self) -> list[str]:
        """Keys of the blocks that the office has today."""
        return [one.key for one in self.blocks]

    @property
    def unit_keys(self) -> list[str]:
        """Keys of the units that the office has today."""
        return [one.key for one in self.units]

    @property
    def head_seat(self) -> int:
        """Number of the head's seat."""
        return next(seat.number for seat in self.seats if seat.role is Role.HEAD)

    def seat(self, number: int) -> Seat:
        """The seat with this number: this profile's, else a former one, else one known by its number alone.

        Such a one has no rights but those of a block that is nobody's.
        """
        known = (one for one in (*self.seats, *self.former.seats) if one.number == number)
        return next(known, None) or Seat(number, f"№ {number}", Role.BLOCK_HEAD, "", block="")

    def block(self, key: str) -> Block:
        """The block with this key: this profile's, else a former one, else one known by its key alone."""
        known = (one for one in (*self.blocks, *self.former.blocks) if one.key == key)
        return next(known, None) or Block(key, key)

    def caption(self, named: Block | Unit) -> str:
        """What a button says of it: its title, or fewer words where that is too long for a phone."""
        return self.captions.get(named.key, named.title)

    def channel(self, key: str) -> Channel:
        """The channel with this key: this profile's, else a former one, else one known by its key alone."""
        known = (one for one in (*self.channels, *self.former.channels) if one.key == key)
        return next(known, None) or Channel(key, key, key, self.channels[0].rule)

    def unit(self, key: str) -> Unit:
        """The unit with this key: this profile's, else a former one, else one known by its key alone."""
        known = (one for one in (*self.units, *self.former.units) if one.key == key)
        return next(known, None) or Unit(key, key, "")
