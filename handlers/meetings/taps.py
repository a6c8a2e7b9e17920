"""What the buttons of meetings carry."""

from __future__ import annotations

from typing import Annotated, Literal

from domain.meetings.meeting import Meeting
from domain.meetings.preparation import Form
from domain.meetings.voting import Choice
from handlers.chat.taps import Day, Id, Key, Moment, Month, Number, Tap, dashed


class DraftTap(Tap, prefix="draft"):
    """The wizard of a meeting: what is done with the whole of it."""

    act: str
    meeting: Id
    value: Literal[""] = ""


class DraftPageTap(Tap, prefix="draft"):
    """Another page of the wizard: «item-3» of a question, «executors-3-8» from where its list begins."""

    act: str
    meeting: Id
    value: Annotated[tuple[Key | Number, ...], dashed(3)]


class DraftAskTap(Tap, prefix="draft"):
    """What is to be said: «place», «speaker-3» of a question, «time-2026-11-25» of a day."""

    act: str
    meeting: Id
    value: Annotated[tuple[Key | Number | Day, ...], dashed(2)]


class DraftNumberTap(Tap, prefix="draft"):
    """A seat that takes part, a question, a proposal."""

    act: str
    meeting: Id
    value: Id


class DraftGuestTap(Tap, prefix="draft"):
    """A guest's account; or a link for one more."""

    act: str
    meeting: Id
    value: Literal["invite"] | Id


class DraftFormTap(Tap, prefix="draft"):
    """In which form it is held."""

    act: str
    meeting: Id
    value: Form


class DraftDayTap(Tap, prefix="draft"):
    """On which day it is held, or another month of the calendar."""

    act: str
    meeting: Id
    value: Day | Month


class DraftTimeTap(Tap, prefix="draft"):
    """When it begins."""

    act: str
    meeting: Id
    value: Moment


class DraftItemTap(Tap, prefix="draft"):
    """Of a question, its speaker's seat (0 nobody) or one of its files."""

    act: str
    meeting: Id
    value: Annotated[tuple[Number, Id], dashed(2)]


class DraftExecutorTap(Tap, prefix="draft"):
    """Who executes a question's decision: a seat or a unit."""

    act: str
    meeting: Id
    value: Annotated[tuple[Number, Number | Key], dashed(2)]


class DraftDueTap(Tap, prefix="draft"):
    """By when a question's decision is executed, or another month of the calendar."""

    act: str
    meeting: Id
    value: Annotated[tuple[Number, Literal["none"] | Day | Month], dashed(2)]


class RegularTap(Tap, prefix="reg"):
    """An act on a regular meeting; `value` how often it is held."""

    act: str
    regular: Id
    value: Literal[""] | Key = ""


class RegularDayTap(Tap, prefix="reg"):
    """Since which day it is held, or another month of the calendar."""

    act: str
    regular: Id
    value: Day | Month


class RegularTimeTap(Tap, prefix="reg"):
    """At what time it begins: 930 is 9:30."""

    act: str
    regular: Id
    value: Number


class PastTap(Tap, prefix="past"):
    """Past meetings: `value` a page's beginning or a meeting."""

    act: str
    value: Id = 0


class StatisticsTap(Tap, prefix="stat"):
    """Figures of participation: `kind` of the period, a `day` in it, the first member shown."""

    act: str
    kind: Literal["month", "quarter", "year"]
    day: Day
    offset: Number = 0


class MeetingTap(Tap, prefix="meet"):
    """An act in a meeting; `value` an item or a seat where the act needs one."""

    act: str
    meeting: Id
    value: Id = 0


def tap(meeting: Meeting, act: str, value: int = 0) -> str:
    """What a button of a meeting's card carries."""
    return MeetingTap(act=act, meeting=meeting.id, value=value).pack()


class FloorPageTap(Tap, prefix="floor"):
    """A page of the chair's panel about one question, and from where its list begins."""

    meeting: Id
    item: Number
    page: Literal["executors", "due"]
    start: Number = 0


class ItemExecutorTap(Tap, prefix="exec"):
    """Who is to execute a question's decision, as the chair sets it in the room: a seat or a unit."""

    meeting: Id
    item: Number
    who: Number | Key


class ItemDueTap(Tap, prefix="due"):
    """By when it is to be executed, or another month of the calendar."""

    meeting: Id
    item: Number
    day: Literal["none"] | Day | Month


class AdjournTap(Tap, prefix="adj"):
    """When a meeting that is interrupted goes on."""

    meeting: Id
    until: Moment


class VoteTap(Tap, prefix="vote"):
    """A member's vote; `turn` is the number of the item's voting, so that an old card is known as old."""

    meeting: Id
    item: Number
    turn: Number
    choice: Choice


class AloudTap(Tap, prefix="aloud"):
    """The vote that a member said aloud, as the chair records it."""

    meeting: Id
    item: Number
    seat: Number
    choice: Choice


class ActTap(Tap, prefix="act"):
    """«Акт»: the paper of a meeting that was not held once more, in this chat."""

    meeting: Id


class PaperTap(Tap, prefix="prot"):
    """«Протокол»: the paper of a meeting once more, in this chat."""

    act: str
    protocol: Id
    value: Id = 0
