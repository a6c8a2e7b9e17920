"""The shape of a profile's file: pydantic names every field that is missing, unknown or of a wrong kind."""

from __future__ import annotations

from datetime import date, time
from fractions import Fraction
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PositiveInt
from pydantic_core import PydanticCustomError

from domain.office.profile import CountsFrom, DayOff, Role, TermUnit


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise PydanticCustomError("unknown-zone", "unknown time zone", {"value": name}) from None
    return name


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
Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,19}$")]


class Shape(BaseModel):
    """Unknown keys are mistakes: a misspelt rule must not pass for a missing one."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class DecreeShape(Shape):
    number: Title
    date: date
    title: Title


class QuorumShape(Shape):
    share: Annotated[Fraction, BeforeValidator(_share)]
    of: Literal["established"]


class MajorityShape(Shape):
    of: Literal["present"]


class TieShape(Shape):
    decided_by: Literal["chair"]


class WorkingTimeShape(Shape):
    opens: time
    closes: time
    lunch_from: time
    lunch_to: time
    short_day_hours: Annotated[int, Field(ge=0, le=4)] = 1


class CalendarShape(Shape):
    days_off: frozenset[date] = frozenset()
    working_days: frozenset[date] = frozenset()


class KeepingShape(Shape):
    reveal_to: tuple[int, ...] = ()
    blank_after_years: PositiveInt | None = None


class FiguresShape(Shape):
    repeat_days: Annotated[int, Field(ge=1, le=366)] = 30


class SeatShape(Shape):
    number: PositiveInt
    position: Title
    role: Role
    duty: Title
    block: str | None = None
    channels: Strings = ()


class ExtensionShape(Shape):
    amount: PositiveInt
    times: PositiveInt
    tell_citizen: bool = False
    source: str = ""


class DeadlineShape(Shape):
    amount: PositiveInt
    unit: TermUnit
    counts_from: CountsFrom
    day_off: DayOff = DayOff.NEXT
    extension: ExtensionShape | None = None
    source: str = ""
    confirm: str | None = None


class RegistryShape(Shape):
    headers: dict[str, Strings]
    signature: Strings = ()
    date_formats: Strings = ()
    answered: Strings = ()
    open: Strings = ()


class ChannelShape(Shape):
    key: Key
    title: Title
    short_title: Title
    aliases: Strings = ()
    deadline: DeadlineShape
    topic_deadlines: dict[str, DeadlineShape] = {}
    appeal_deadline: DeadlineShape | None = None
    forwarding: DeadlineShape | None = None
    registration: DeadlineShape | None = None
    registry: RegistryShape | None = None


class UnitShape(Shape):
    title: Title
    block: str
    aliases: Strings = ()


class ProfileShape(Shape):
    key: Key
    name: Title
    short_name: Title
    city: Title
    time_zone: Annotated[str, AfterValidator(_zone)]
    locale: Literal["ru", "en"]
    acting_seat: int
    digest_at: time
    due_soon_days: Annotated[int, Field(ge=0, le=30)]
    receipt_days: Annotated[int, Field(ge=1, le=30)] = 2
    protocol_template: Annotated[str, Field(max_length=200)] = ""
    escalate_after: Annotated[int, Field(ge=1, le=60)] = 5
    check_in_minutes: Annotated[int, Field(ge=0, le=24 * 60)]
    opinion_hours: Annotated[int, Field(ge=1, le=30 * 24)] = 24
    decree: DecreeShape
    quorum: QuorumShape
    majority: MajorityShape
    tie: TieShape
    working_time: WorkingTimeShape
    calendar: CalendarShape = CalendarShape()
    keeping: KeepingShape = KeepingShape()
    figures: FiguresShape = FiguresShape()
    blocks: dict[Key, Title]
    seats: Annotated[tuple[SeatShape, ...], Field(min_length=1)]
    channels: Annotated[tuple[ChannelShape, ...], Field(min_length=1)]
    units: dict[Key, UnitShape]
    topics: dict[str, Strings]
    generic_registry: RegistryShape
