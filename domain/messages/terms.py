"""What the office decides about a message's term: registered, extended, handled as an appeal, sent on.

The law speaks of the day on which the citizen was told, so what was done in time may be recorded later.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.messages.acts import require_open
from domain.messages.deadline import deadline_for, end_of_day
from domain.messages.message import KnownMessage
from domain.messages.stages import stage_of
from domain.office.act import Act, text_hash
from domain.office.calendar import WorkCalendar
from domain.office.profile import DeadlineRule, OfficeProfile
from domain.office.refusal import Refusal

REASON_LIMIT = 300


@dataclass(frozen=True, slots=True)
class Extended:
    """One extension: `amount` in the rule's unit; `told_on` is when the citizen was told of it."""

    amount: int
    reason: str
    told_on: date | None
    seat: int


def base_rule(profile: OfficeProfile, message: KnownMessage) -> DeadlineRule:
    """The rule of the message before any extension."""
    channel = profile.channel(message.channel)
    if message.forwarded_to and channel.forwarding is not None:
        return channel.forwarding
    if message.as_appeal and channel.as_appeal is not None:
        return channel.as_appeal
    return stage_of(channel, message).rule


def rule_of(profile: OfficeProfile, message: KnownMessage) -> DeadlineRule:
    """The rule that gives the message its deadline: with what it was extended by."""
    rule = base_rule(profile, message)
    return rule if message.forwarded_to else replace(rule, amount=rule.amount + message.extended_by)


def deadline_of(profile: OfficeProfile, calendar: WorkCalendar, message: KnownMessage) -> datetime:
    """The message's deadline by the profile as it is now."""
    by_law = message.forwarded_to or message.as_appeal
    since = None if by_law else stage_of(profile.channel(message.channel), message).since
    return deadline_for(
        rule_of(profile, message),
        since or message.received_at,
        message.registered_at if since is None else None,
        calendar,
        profile.working_time,
        profile.time_zone,
    )


def require_extendable(profile: OfficeProfile, message: KnownMessage, times: int) -> DeadlineRule:
    """The rule by which this message may be extended once more; `times` it was before."""
    require_open(message, "term-answered")
    rule, channel = base_rule(profile, message), profile.channel(message.channel)
    if rule.extension is None:
        appeal = "yes" if channel.as_appeal is not None else "no"
        raise Refusal("term-not-extended", channel=channel.short_title, source=rule.source, appeal=appeal)
    if times >= rule.extension.times:
        raise Refusal("term-extended-before", times=times, source=rule.extension.source)
    return rule


def extend(
    profile: OfficeProfile, message: KnownMessage, times: int, extended: Extended, today: date
) -> tuple[KnownMessage, Act]:
    """The message with a longer term (59-ФЗ, ст. 12 ч. 2), as far as its channel's rule allows."""
    rule = require_extendable(profile, message, times)
    allowed = rule.extension
    assert allowed is not None  # it is extendable
    if not 0 < extended.amount <= allowed.amount:
        raise Refusal("term-too-long", most=allowed.amount, unit=rule.unit.value, source=allowed.source)
    if not 0 < len(extended.reason) <= REASON_LIMIT:
        raise Refusal("too-long", limit=REASON_LIMIT)
    told = extended.told_on
    if allowed.tell_citizen:
        if told is None:
            raise Refusal("term-citizen-not-told", source=allowed.source)
        require_told_in_time(profile, message, told, today)
    changed = replace(message, extended_by=message.extended_by + extended.amount)
    data = {
        "amount": extended.amount,
        "told_on": told.isoformat() if told else None,
        "reason": text_hash(extended.reason),
    }
    return changed, Act("term-extended", message.entity, data)


def require_told_in_time(profile: OfficeProfile, message: KnownMessage, told: date, today: date) -> None:
    """A refusal where the citizen was told of the extension after the term had ended."""
    require_past_day(told, message, today, profile.time_zone)
    allowed = base_rule(profile, message).extension
    if allowed is not None and end_of_day(told, profile.time_zone) > message.deadline_at:
        raise Refusal("term-told-late", day=told, deadline=message.deadline_at, source=allowed.source)


def handle_as_appeal(profile: OfficeProfile, message: KnownMessage) -> tuple[KnownMessage, Act]:
    """The message under the rule for appeals, or under its channel's own again; extensions end with it."""
    require_open(message, "term-answered")
    channel = profile.channel(message.channel)
    if channel.as_appeal is None:
        raise Refusal("term-no-appeal", channel=channel.short_title)
    if message.extended_by:
        raise Refusal("term-extended-as-appeal")
    changed = replace(message, as_appeal=not message.as_appeal)
    return changed, Act("handled-as-appeal", message.entity, {"appeal": changed.as_appeal})


def require_forwardable(profile: OfficeProfile, message: KnownMessage) -> DeadlineRule:
    """The rule for sending this message on; a refusal where the law knows no such thing."""
    require_open(message, "term-answered")
    channel = profile.channel(message.channel)
    if channel.forwarding is None or (channel.as_appeal is not None and not message.as_appeal):
        appeal = "yes" if channel.as_appeal is not None else "no"
        raise Refusal("term-not-forwarded", channel=channel.short_title, appeal=appeal)
    return channel.forwarding


def forward(
    profile: OfficeProfile, message: KnownMessage, whither: str, day: date, now: datetime
) -> tuple[KnownMessage, Act]:
    """The message sent on to whoever is competent (59-ФЗ, ст. 8 ч. 3).

    It waits for no answer of ours any more; sent later than allowed, it is recorded as late.
    """
    require_forwardable(profile, message)
    if not 0 < len(whither) <= REASON_LIMIT:
        raise Refusal("too-long", limit=REASON_LIMIT)
    local = now.astimezone(profile.time_zone)
    require_past_day(day, message, local.date(), profile.time_zone)
    at = now if day == local.date() else end_of_day(day, profile.time_zone).replace(microsecond=0)
    changed = replace(message, forwarded_to=whither, answered_at=at, answered_by_hand=True)
    return changed, Act(
        "message-forwarded", message.entity, {"day": day.isoformat(), "whither": text_hash(whither)}
    )


def registration_due(
    profile: OfficeProfile, calendar: WorkCalendar, message: KnownMessage
) -> tuple[DeadlineRule, datetime] | None:
    """By when the message must be registered and the rule that says so; None when it is, or need not be."""
    rule = profile.channel(message.channel).registration
    if rule is None or message.registered_at is not None or message.answered_at is not None:
        return None
    end = deadline_for(rule, message.received_at, None, calendar, profile.working_time, profile.time_zone)
    return rule, end


def require_registrable(profile: OfficeProfile, message: KnownMessage) -> DeadlineRule:
    """The rule for registering; a refusal where there is none, or where the registry says when it was."""
    require_open(message, "term-answered")
    rule = profile.channel(message.channel).registration
    if rule is None:
        raise Refusal("term-not-registered", channel=profile.channel(message.channel).short_title)
    if message.registered_at is not None and not message.registered_by_hand:
        raise Refusal("term-registered-before", day=message.registered_at)
    return rule


def register(
    profile: OfficeProfile, message: KnownMessage, day: date, now: datetime
) -> tuple[KnownMessage, Act]:
    """The message was registered on this day (59-ФЗ, ст. 8 ч. 2): its term counts from there.

    Registered later than allowed, it is recorded all the same; a slip is mended by another day.
    """
    require_registrable(profile, message)
    zone = profile.time_zone
    today = now.astimezone(zone).date()
    require_past_day(day, message, today, zone)
    at = now if day == today else end_of_day(day, zone).replace(microsecond=0)
    changed = replace(message, registered_at=at, registered_by_hand=True)
    return changed, Act("message-registered", message.entity, {"day": day.isoformat()})


def call_back(message: KnownMessage) -> KnownMessage:
    """The message waits for an answer again."""
    return replace(message, forwarded_to="", answered_at=None, answered_by_hand=False)


def require_past_day(day: date, message: KnownMessage, today: date, zone: ZoneInfo) -> None:
    """A refusal for a day to come, and for one before the message came."""
    if day > today:
        raise Refusal("term-day-to-come", day=day)
    if day < message.received_at.astimezone(zone).date():
        raise Refusal("term-day-too-early", day=day, received=message.received_at)
