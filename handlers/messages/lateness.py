"""How late a message is, in words."""

from __future__ import annotations

from dataclasses import replace

from domain.messages import terms
from domain.messages.deadline import Urgency, overdue_by, urgency
from domain.messages.message import KnownMessage
from domain.office.profile import DeadlineRule, TermUnit
from handlers.chat.view import View


def rule_of(view: View, message: KnownMessage) -> DeadlineRule:
    """The rule that gave the message its deadline."""
    return terms.rule_of(view.office.profile, message)


def urgency_of(view: View, message: KnownMessage) -> Urgency:
    """How the message stands now."""
    profile = view.office.profile
    return urgency(
        message.deadline_at,
        message.answered_at,
        view.now,
        profile.due_soon_days,
        view.office.calendar,
        profile.time_zone,
    )


def lateness(view: View, message: KnownMessage) -> str:
    """«11 раб. дней», «3 раб. часа»: in the unit of its channel's rule."""
    return _late_by(view, message, rule_of(view, message))


def listed_lateness(view: View, message: KnownMessage) -> str:
    """«11 раб. дней», «меньше раб. дня»: in a list all are late in one unit."""
    return _late_by(view, message, replace(rule_of(view, message), unit=TermUnit.WORKING_DAYS))


def _late_by(view: View, message: KnownMessage, rule: DeadlineRule) -> str:
    profile = view.office.profile
    late = overdue_by(
        rule,
        message.deadline_at,
        message.answered_at or view.now,
        view.office.calendar,
        profile.working_time,
        profile.time_zone,
    )
    return view.texts("lateness", unit=rule.unit.value, count=late)


def status_line(view: View, message: KnownMessage) -> str:
    """How the message stands, as its card begins: overdue, due, answered, sent on, out of control."""
    standing = urgency_of(view, message)
    if message.outside:
        return view.texts(f"message-outside-{message.outside.replace('_', '-')}")
    if message.forwarded_to:
        return view.texts(
            "message-forwarded",
            moment=message.answered_at or view.now,
            whither=message.forwarded_to,
            late="yes" if standing is Urgency.ANSWERED_LATE else "no",
            by=lateness(view, message),
            source=rule_of(view, message).source,
        )
    if standing in (Urgency.OVERDUE, Urgency.ANSWERED_LATE):
        return view.texts(
            f"message-{standing.value.replace('_', '-')}",
            late=lateness(view, message),
            moment=message.answered_at or view.now,
        )
    return view.texts(f"message-{standing.value}", moment=message.answered_at or message.deadline_at)
