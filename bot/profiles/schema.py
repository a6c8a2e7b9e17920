"""The domain's own classes as a profile's file must give them: what pydantic asks of each value, and no more.

A field stands here only where its type alone says too little, or where the file calls it otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Day
from fractions import Fraction
from typing import Annotated, Any, ClassVar, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, PositiveInt, ValidateAs
from pydantic_core import PydanticCustomError

from domain.office import profile


def _zone(name: object) -> ZoneInfo:
    try:
        return ZoneInfo(str(name))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise PydanticCustomError("unknown-zone", "unknown time zone", {"value": str(name)}) from None


def _share(value: object) -> Fraction:
    try:
        share = Fraction(str(value))
    except (ValueError, ZeroDivisionError):
        share = Fraction(0)
    if not 0 < share <= 1:
        raise PydanticCustomError("bad-share", "not a share", {"value": str(value)})
    return share


Strings = tuple[str, ...]
Title = Annotated[str, Field(min_length=1, max_length=400)]
CODE, KEY = r"^\d{4}(\.\d{4}){0,4}$", r"^[a-z][a-z0-9_]{0,19}$"
Code = Annotated[str, Field(pattern=CODE)]
Key = Annotated[str, Field(pattern=KEY)]
Tag = Annotated[str, Field(max_length=16)]
"""Bot API, setChatMemberTag."""


@dataclass(frozen=True, slots=True)
class Decree(profile.Decree):
    number: Title
    date: Day
    title: Title


@dataclass(frozen=True, slots=True)
class Quorum(profile.Quorum):
    share: Annotated[Fraction, BeforeValidator(_share)]


@dataclass(frozen=True, slots=True)
class WorkingTime(profile.WorkingTime):
    short_day_hours: Annotated[int, Field(ge=0, le=4)] = 1


@dataclass(frozen=True, slots=True)
class MessageKeeping(profile.MessageKeeping):
    blank_after_years: PositiveInt | None = None


@dataclass(frozen=True, slots=True)
class FigureRules(profile.FigureRules):
    repeat_days: Annotated[int, Field(ge=1, le=366)] = 30


@dataclass(frozen=True, slots=True)
class IncidentRules(profile.IncidentRules):
    least: Annotated[int, Field(ge=3, le=1000)] = 10
    least_in_settlement: Annotated[int, Field(ge=3, le=10_000)] = 30
    days: Annotated[int, Field(ge=1, le=14)] = 2


@dataclass(frozen=True, slots=True)
class Secretary(profile.Secretary):
    seat: PositiveInt | None = None
    name: Annotated[str, Field(max_length=200)] = ""
    position: Annotated[str, Field(max_length=400)] = ""


@dataclass(frozen=True, slots=True)
class Seat(profile.Seat):
    number: PositiveInt
    position: Title
    duty: Title
    key: Key = ""
    tag: Tag = ""


@dataclass(frozen=True, slots=True)
class Extension(profile.Extension):
    amount: PositiveInt
    times: PositiveInt


@dataclass(frozen=True, slots=True)
class DeadlineRule(profile.DeadlineRule):
    amount: PositiveInt
    extension: Extension | None = None


RefutableDays = Annotated[int, Field(ge=0, le=366)]


def _by_topic(named: Mapping[str, Any]) -> Mapping[str, Any]:
    """By topics as they are compared."""
    return {topic.strip().casefold(): value for topic, value in named.items()}


@dataclass(frozen=True, slots=True)
class Channel(profile.Channel):
    key: Key
    title: Title
    short_title: Title
    rule: Annotated[DeadlineRule, Field(validation_alias="deadline")]
    topic_rules: Annotated[
        Mapping[str, DeadlineRule],
        AfterValidator(_by_topic),
        Field(validation_alias="topic_deadlines"),
    ] = field(default_factory=dict)
    as_appeal: Annotated[DeadlineRule | None, Field(validation_alias="appeal_deadline")] = None
    forwarding: DeadlineRule | None = None
    registration: DeadlineRule | None = None
    important: Annotated[DeadlineRule | None, Field(validation_alias="important_deadline")] = None
    final: Annotated[DeadlineRule | None, Field(validation_alias="final_deadline")] = None
    rework: Annotated[DeadlineRule | None, Field(validation_alias="rework_deadline")] = None
    refutable_days: RefutableDays = 0
    topic_refutable_days: Annotated[Mapping[str, RefutableDays], AfterValidator(_by_topic)] = field(
        default_factory=dict
    )


@dataclass(frozen=True, slots=True)
class KeptUnit:
    """A unit as it stands under its key."""

    title: Title
    block: str
    aliases: Strings = ()


Blocks = ValidateAs(
    dict[Key, Title], lambda blocks: tuple(profile.Block(key, title) for key, title in blocks.items())
)
Units = ValidateAs(
    dict[Key, KeptUnit],
    lambda units: tuple(
        profile.Unit(key, unit.title, unit.block, unit.aliases) for key, unit in units.items()
    ),
)
Topics = ValidateAs(
    dict[str, Strings], lambda blocks: {topic: block for block, topics in blocks.items() for topic in topics}
)


@dataclass(frozen=True, slots=True)
class OfficeProfile(profile.OfficeProfile):
    # Unknown keys are mistakes, here and below: a misspelt rule must not pass for a missing one.
    __pydantic_config__: ClassVar = ConfigDict(extra="forbid")

    key: Key
    name: Title
    short_name: Title
    city: Title
    time_zone: Annotated[ZoneInfo, BeforeValidator(_zone)]
    locale: Literal["ru", "en"]
    decree: Decree
    quorum: Quorum
    blocks: Annotated[tuple[profile.Block, ...], Blocks]
    seats: Annotated[
        tuple[Seat, ...],
        Field(min_length=1),
        AfterValidator(lambda seats: tuple(sorted(seats, key=lambda seat: seat.number))),
    ]
    channels: Annotated[tuple[Channel, ...], Field(min_length=1)]
    units: Annotated[tuple[profile.Unit, ...], Units]
    topics: Annotated[Mapping[str, str], Topics]
    working_time: WorkingTime
    due_soon_days: Annotated[int, Field(ge=0, le=30)]
    topic_words: Mapping[str, Strings] = field(default_factory=dict)
    classifier: Mapping[Code, str] = field(default_factory=dict)
    receipt_days: Annotated[int, Field(ge=1, le=30)] = 2
    escalate_after: Annotated[int, Field(ge=1, le=60)] = 5
    check_in_minutes: Annotated[int, Field(ge=0, le=24 * 60)]
    opinion_hours: Annotated[int, Field(ge=1, le=30 * 24)] = 24
    keeping: MessageKeeping = field(default_factory=MessageKeeping)
    figures: FigureRules = field(default_factory=FigureRules)
    incidents: IncidentRules = field(default_factory=IncidentRules)
    protocol_template: Annotated[str, Field(max_length=200)] = ""
    body: Annotated[str, Field(max_length=200)] = ""
    secretary: Secretary | None = None
    captions: Mapping[str, Title] = field(default_factory=dict)
