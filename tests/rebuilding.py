"""A meeting rebuilt from the audit log alone: who was there, who voted how, what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from domain.meetings.meeting import Meeting


@dataclass(slots=True)
class Round:
    """One voting as the log tells it; `ballots` are seat → (choice, aloud)."""

    ballots: dict[int, tuple[str, bool]] = field(default_factory=dict)
    present: list[int] = field(default_factory=list)
    chair: int | None = None
    outcome: str | None = None


@dataclass(slots=True)
class Rebuilt:
    """Stays are (came, left or None, remote, marked by the chair)."""

    established: int = 0
    stays: dict[int, list[tuple[datetime, datetime | None, bool, bool]]] = field(default_factory=dict)
    rounds: dict[int, list[Round]] = field(default_factory=dict)
    chairs: list[tuple[int, bool]] = field(default_factory=list)

    def here(self) -> list[int]:
        """Seats checked in and not out."""
        return sorted(seat for seat, stays in self.stays.items() if stays and stays[-1][1] is None)

    def going_on(self) -> Round | None:
        """The voting that is not closed yet."""
        last = [rounds[-1] for rounds in self.rounds.values() if rounds[-1].outcome is None]
        return last[0] if last else None


def rebuild(entries: Iterable[tuple[str, Mapping[str, Any]]]) -> Rebuilt:
    """Read the kinds and data of one meeting's entries in their order; results are counted anew."""
    told, sits = Rebuilt(), False
    for kind, data in entries:
        what = kind.removeprefix("meeting-")
        sits = what in ("opened", "went-on") or (sits and what not in ("adjourned", "left-open"))
        if what == "convened":
            told.established = data["established"]
        elif what == "postponed":
            told.stays = {}
        elif what == "checked-in":
            stay = (datetime.fromisoformat(data["at"]), None, data["remote"], data["marked"])
            told.stays.setdefault(data["seat"], []).append(stay)
        elif what == "checked-out":
            came, _, remote, marked = told.stays[data["seat"]][-1]
            told.stays[data["seat"]][-1] = (came, datetime.fromisoformat(data["at"]), remote, marked)
            voting = told.going_on()
            taken = voting is not None and voting.ballots.pop(data["seat"], None) is not None
            assert taken == data["vote_taken_back"]
        elif what in ("opened", "chair-changed"):
            told.chairs.append((data["chair"], data["acting"]))
        elif what == "handed-over" and sits and told.chairs[-1] != (data["chair"], True):
            told.chairs.append((data["chair"], True))
        elif what == "taken-back" and sits and told.chairs[-1] != (data["chair"], False):
            told.chairs.append((data["chair"], False))
        elif what == "vote-opened":
            told.rounds.setdefault(data["item"], []).append(Round())
            assert len(told.rounds[data["item"]]) == data["round"]
        elif what == "vote-cast":
            ballots = told.rounds[data["item"]][data["round"] - 1].ballots
            assert ballots.get(data["seat"], (None, False))[0] == data["before"]
            ballots[data["seat"]] = (data["choice"], data["aloud"])
        elif what == "vote-closed":
            voting = told.rounds[data["item"]][data["round"] - 1]
            voting.present, voting.chair = told.here(), data["chair"]
            voting.outcome = _counted(voting, told.established)
            assert voting.outcome == data["outcome"] and voting.present == data["present"]
    return told


def _counted(voting: Round, established: int) -> str:
    if 2 * len(voting.present) < established:
        return "void"
    said = [voting.ballots[seat][0] for seat in voting.present if seat in voting.ballots]
    ayes, noes = said.count("for"), said.count("against")
    chair = voting.ballots.get(voting.chair or 0, ("", False))[0]
    tie = ayes == noes and ayes > 0 and chair == "for"
    return "adopted" if 2 * ayes > len(voting.present) or tie else "not_adopted"


def agrees(told: Rebuilt, meeting: Meeting) -> None:
    """The log tells the same attendance, votes and results as the meeting itself."""
    assert told.stays == {
        seat: [(stay.came_at, stay.left_at, stay.remote, stay.marked) for stay in stays]
        for seat, stays in meeting.attendance.stays.items()
    }
    assert told.chairs == [(one.duties.seat, one.duties.acting) for one in meeting.chairing.chairs]
    rounds = {
        item.number: [
            (
                {seat: (ballot.choice.value, ballot.aloud) for seat, ballot in vote.ballots.items()},
                vote.result.outcome.value if vote.result else None,
            )
            for vote in item.votes
        ]
        for item in meeting.agenda
        if item.votes
    }
    assert {n: [(one.ballots, one.outcome) for one in told.rounds[n]] for n in told.rounds} == rounds
