"""What the buttons of meetings carry."""

from __future__ import annotations

from domain.meetings.voting import Choice
from handlers.chat.taps import Id, Number, Tap


class DraftTap(Tap, prefix="draft"):
    """The wizard of a meeting: `act` what, `value` which."""

    act: str
    meeting: Id
    value: str = ""


class PastTap(Tap, prefix="past"):
    """Past meetings: `value` a page's beginning or a meeting."""

    act: str
    value: Id = 0


class StatisticsTap(Tap, prefix="stat"):
    """Figures of participation: `kind` of the period, a `day` in it, the first member shown."""

    act: str
    kind: str
    day: str
    offset: Number = 0


class MeetingTap(Tap, prefix="meet"):
    """An act in a meeting; `value` an item or a seat where the act needs one."""

    act: str
    meeting: Id
    value: Id = 0


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


class PaperTap(Tap, prefix="prot"):
    """«Протокол»: the paper of a meeting once more, in this chat."""

    act: str
    protocol: Id
    value: Id = 0
