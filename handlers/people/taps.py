"""What the buttons of people carry."""

from __future__ import annotations

from handlers.chat.taps import Account, Id, Number, Tap


class SeatTap(Tap, prefix="seat"):
    """Something about a seat."""

    act: str
    seat: Number


class InviteTap(Tap, prefix="invite"):
    """Whom to invite: `kind` seat, unit or guest; `key` which one."""

    kind: str
    key: str


class ContactTap(Tap, prefix="contact"):
    """A unit's contact or a guest: `act` list, ask or unbind; `user` whom, for a list where it begins."""

    act: str
    user: Account = 0


class ClaimTap(Tap, prefix="claim"):
    """The head's word on a newcomer."""

    act: str
    invitation: Id


class AbsenceTap(Tap, prefix="away"):
    """Absence dates: `act` first, last, month, withdraw; `value` a day, a month or an id."""

    act: str
    value: str


class SettingsTap(Tap, prefix="set"):
    """Quiet hours: `act` preset, own, off or back; `value` which of the usual ones. Or `act` language."""

    act: str
    value: Number = 0


class AssistantTap(Tap, prefix="assist"):
    """Naming and removing assistants; `user` the account."""

    act: str
    user: Account = 0
