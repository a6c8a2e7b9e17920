"""What the buttons of people carry."""

from __future__ import annotations

from typing import Literal

from handlers.chat.taps import Account, Day, Id, Key, Month, Number, Tap


class SeatTap(Tap, prefix="seat"):
    """Something about a seat."""

    act: str
    seat: Number


class InviteTap(Tap, prefix="invite"):
    """Whom to invite: a guest, or a unit which is then chosen."""

    kind: str
    key: Literal["0"] = "0"


class InviteSeatTap(Tap, prefix="invite"):
    """Whom to invite: who is to hold a seat."""

    kind: str
    key: Number


class InviteUnitTap(Tap, prefix="invite"):
    """Whom to invite: a unit's contact."""

    kind: str
    key: Key


class ContactTap(Tap, prefix="contact"):
    """A unit's contact or a guest: `act` list, ask or unbind; `user` whom, for a list where it begins."""

    act: str
    user: Account = 0


class ClaimTap(Tap, prefix="claim"):
    """The head's word on a newcomer."""

    act: str
    invitation: Id


class AbsenceTap(Tap, prefix="away"):
    """Absences: `act` withdraw one by its id, or back to the list."""

    act: str
    value: Id = 0


class AbsenceDayTap(Tap, prefix="away"):
    """The first or the last day of a new absence, or another month of the calendar."""

    act: str
    value: Literal["new"] | Day | Month


class SettingsTap(Tap, prefix="set"):
    """Quiet hours: `act` preset, own, off or back; `value` which of the usual ones. Or `act` language."""

    act: str
    value: Number = 0


class AssistantTap(Tap, prefix="assist"):
    """Naming and removing assistants; `user` the account."""

    act: str
    user: Account = 0
