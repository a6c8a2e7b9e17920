"""A message in words for a proposal: what it is about and the figures of its topic, no personal data."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from domain.messages.deadline import overdue_by
from domain.messages.message import KnownMessage
from domain.messages.sections import Section, seat_filter
from domain.messages.terms import rule_of
from domain.office.wording import literal
from domain.unit_of_work import Office, UnitOfWork

_TOPIC = 200
_MOST = 10_000


async def proposal_wording(
    office: Office, uow: UnitOfWork, message: KnownMessage, now: datetime
) -> tuple[str, str]:
    """The question and its ground as plain text: how late the message is, how many of its topic wait."""
    profile, texts = office.profile, office.texts
    topic = message.topic.strip()[:_TOPIC]
    channel = profile.channel(message.channel).short_title
    whole = seat_filter(profile, office.calendar, now, profile.seat(profile.head_seat))
    alike = replace(whole, topic=message.topic)
    rule = rule_of(profile, message)
    late = overdue_by(
        rule,
        message.deadline_at,
        message.answered_at or now,
        office.calendar,
        profile.working_time,
        profile.time_zone,
    )
    number, named = literal(message.number), literal(topic or texts("topic-none"))
    question = texts("proposal-of-message", topic=named, channel=literal(channel), code=number)
    ground = texts(
        "proposal-ground-of-message",
        channel=literal(channel),
        code=number,
        received=message.received_at,
        late=texts("lateness", unit=rule.unit.value, count=late) if late else "",
        in_time="no" if late else "yes",
        known="yes" if topic else "no",
        waiting=await uow.messages.count(alike, Section.OPEN, _MOST),
        overdue=await uow.messages.count(alike, Section.OVERDUE, _MOST),
    )
    return question, ground
