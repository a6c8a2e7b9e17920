"""How a message stands, in words and as a mark."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.page.visit import Visit
from domain.messages.deadline import Urgency, overdue_by, urgency
from domain.messages.message import KnownMessage
from domain.messages.terms import rule_of
from domain.office.profile import TermUnit

_MARKS = {
    Urgency.OVERDUE: "bad",
    Urgency.TODAY: "warn",
    Urgency.SOON: "warn",
    Urgency.ANSWERED: "good",
    Urgency.ANSWERED_LATE: "warn",
    Urgency.LATER: "",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """`mark` names how it is coloured; the words say the same to whoever sees no colours."""

    mark: str
    words: str


def standing_of(visit: Visit, message: KnownMessage, *, listed: bool = False) -> Standing:
    """How the message stands now; in a list (`listed`) all are late in one unit, working days."""
    profile, calendar = visit.runtime.profile, visit.runtime.calendar
    if message.outside:
        return Standing("", visit.say("outside-word", state=message.outside))
    stands = urgency(
        message.deadline_at,
        message.answered_at,
        visit.now,
        profile.due_soon_days,
        calendar,
        profile.time_zone,
    )
    late = ""
    if stands in (Urgency.OVERDUE, Urgency.ANSWERED_LATE):
        rule, until = rule_of(profile, message), message.answered_at or visit.now
        if listed:
            rule = replace(rule, unit=TermUnit.WORKING_DAYS)
        count = overdue_by(
            rule, message.deadline_at, until, calendar, profile.working_time, profile.time_zone
        )
        late = visit.say("lateness", unit=rule.unit.value, count=count)
    words = visit.say(f"page-stands-{stands.value.replace('_', '-')}", late=late)
    return Standing(_MARKS[stands], words)
