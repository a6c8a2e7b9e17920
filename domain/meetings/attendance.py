"""Who is at a meeting, from when to when: п. 4.3.1 of the Положение."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from domain.office.refusal import Refusal


@dataclass(slots=True)
class Stay:
    """A member's presence from check-in to check-out; `marked` when the chair recorded the coming.

    `holder` is the id of the person who came; None in what was written before persons were kept.
    """

    came_at: datetime
    left_at: datetime | None = None
    remote: bool = False
    marked: bool = False
    holder: int | None = None


@dataclass(frozen=True, slots=True)
class Visitor:
    """A guest without an account (п. 4.5), as the chair named them; `key` is good within its meeting."""

    key: int
    name: str
    position: str
    came: bool = False


@dataclass(slots=True)
class Attendance:
    """Everyone's stays, by seat, in order."""

    stays: dict[int, list[Stay]] = field(default_factory=dict)

    def present(self) -> list[int]:
        """Seats of the members present now, ascending."""
        return sorted(seat for seat in self.stays if self.is_present(seat))

    def is_present(self, seat: int) -> bool:
        """Whether the seat's holder is checked in."""
        stays = self.stays.get(seat, [])
        return bool(stays) and stays[-1].left_at is None

    def who(self, seat: int) -> int | None:
        """The id of the person who is or was there last for the seat."""
        stays = self.stays.get(seat)
        return stays[-1].holder if stays else None

    def during(self, seat: int, opened: datetime) -> list[Stay]:
        """The seat's stays in a meeting opened at this moment, without those that were over before it."""
        stays = self.stays.get(seat, [])
        return [stay for stay in stays if stay.left_at is None or stay.left_at >= opened]

    def between(self, seat: int, since: datetime, until: datetime | None) -> list[Stay]:
        """The seat's stays that were in a stretch of time, which None leaves open."""
        return [stay for stay in self.during(seat, since) if until is None or stay.came_at <= until]

    def come(
        self, seat: int, now: datetime, *, remote: bool, marked: bool, holder: int | None = None
    ) -> None:
        """The seat's holder is present from now."""
        if self.is_present(seat):
            raise Refusal("seat-already-present" if marked else "already-present", seat=seat)
        self.stays.setdefault(seat, []).append(Stay(now, remote=remote, marked=marked, holder=holder))

    def leave(self, seat: int, now: datetime, *, marked: bool) -> None:
        """The seat's holder is present no more."""
        if not self.is_present(seat):
            raise Refusal("seat-not-present" if marked else "not-present-to-leave", seat=seat)
        self.stays[seat][-1].left_at = now
