"""A report on its way: the period is chosen, the files are made, the person gets them (п. 2.2.1, 3.2)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.figures.period import Period, checked
from domain.office.act import Act
from domain.office.refusal import Refusal
from domain.people.roster import Actor, Roster, member_seat


class ReportKind(StrEnum):
    """The whole report with its files, or the chart of a summary alone."""

    WHOLE = "whole"
    CHART = "chart"


class ReportState(StrEnum):
    """Where a report stands."""

    CHOOSING = "choosing"
    ASKED = "asked"
    READY = "ready"
    CANCELLED = "cancelled"
    FAILED = "failed"


class ReportStep(StrEnum):
    """What is being made, in the order in which it is."""

    COUNTING = "counting"
    TABLE = "table"
    PRINT = "print"
    CHART = "chart"


@dataclass(slots=True)
class Report:
    """A report for one chat, of the messages that this seat answers for; no period until it is chosen."""

    id: int
    kind: ReportKind
    chat_id: int
    seat: int
    state: ReportState
    period: Period | None = None
    step: ReportStep = ReportStep.COUNTING

    @property
    def entity(self) -> str:
        """The report's name in the audit log."""
        return f"report:{self.id}"

    def choose(self, period: Period) -> Act:
        """The period is chosen: the report is to be made."""
        if self.state is not ReportState.CHOOSING:
            raise Refusal(f"report-is-{self.state.value}")
        self.period, self.state = checked(period), ReportState.ASKED
        return Act("report-asked", self.entity, {"seat": self.seat, "period": str(period)})

    def cancel(self) -> Act:
        """It is wanted no more."""
        if self.state not in (ReportState.CHOOSING, ReportState.ASKED):
            raise Refusal(f"report-is-{self.state.value}")
        self.state = ReportState.CANCELLED
        return Act("report-cancelled", self.entity)

    def fail(self) -> Act:
        """It could not be made; the log says why."""
        self.state = ReportState.FAILED
        return Act("report-failed", self.entity)

    def finish(self) -> Act:
        """The files are there."""
        self.state = ReportState.READY
        return Act("report-made", self.entity, {"seat": self.seat, "period": str(self.period)})


def reporting_seat(roster: Roster, actor: Actor) -> int:
    """The seat whose messages the actor reports on: the head's for whoever performs the head's duties.

    Raises Refusal for anyone but them and the officers (п. 2.2.1, 3.2, 3.4).
    """
    seat = member_seat(actor)
    if not roster.may_import(actor):
        raise Refusal("only-officers-report")
    duties = roster.duties()
    return roster.profile.head_seat if duties is not None and duties.seat == seat else seat
