"""Stages of a message's term: raised importance, an interim answer, a refutation by the citizen (profile)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Protocol

from domain.messages.acts import require_open
from domain.messages.deadline import deadline_for
from domain.messages.message import KnownMessage, RegistryRow
from domain.office.act import Act
from domain.office.calendar import WorkCalendar
from domain.office.profile import Channel, DeadlineRule, OfficeProfile
from domain.office.refusal import Refusal


class Staged(Protocol):
    """What tells the stage: a row of a registry or a message."""

    @property
    def topic(self) -> str:
        """What it is about."""

    @property
    def important(self) -> bool:
        """Whether its importance is raised."""

    @property
    def interim_at(self) -> datetime | None:
        """When an interim answer was given."""

    @property
    def refuted_at(self) -> datetime | None:
        """When the citizen refuted the answer."""


@dataclass(frozen=True, slots=True)
class Stages:
    """Of some messages: of raised importance, with an interim answer, refuted by the citizen."""

    important: int = 0
    interim: int = 0
    refuted: int = 0


@dataclass(frozen=True, slots=True)
class Stage:
    """The rule that counts now, and since when; None where it counts from the message's own day 0."""

    rule: DeadlineRule
    since: datetime | None = None


def stage_of(channel: Channel, said: Staged) -> Stage:
    """The last stage that the channel's rules know: rework, then the final answer, then the first one."""
    if said.refuted_at is not None and channel.rework is not None:
        return Stage(channel.rework, said.refuted_at)
    if said.interim_at is not None and channel.final is not None:
        return Stage(channel.final, said.interim_at)
    if said.important and channel.important is not None:
        return Stage(channel.important)
    return Stage(channel.rule_for(said.topic))


def stages_of(message: KnownMessage) -> list[str]:
    """Which stages there have been: «important», «interim», «refuted»."""
    there = {"important": message.important, "interim": message.interim_at, "refuted": message.refuted_at}
    return [name for name, said in there.items() if said]


def deadline_of_row(profile: OfficeProfile, calendar: WorkCalendar, row: RegistryRow) -> datetime:
    """When the term of a row ends that nobody here has decided anything about."""
    stage = stage_of(profile.channel(row.channel), row)
    return deadline_for(
        stage.rule,
        stage.since or row.received_at,
        row.registered_at if stage.since is None else None,
        calendar,
        profile.working_time,
        profile.time_zone,
    )


def mark_important(profile: OfficeProfile, message: KnownMessage) -> tuple[KnownMessage, Act]:
    """The message with raised importance, or without it again."""
    require_open(message, "term-answered")
    channel = profile.channel(message.channel)
    if channel.important is None:
        raise Refusal("stage-unknown", channel=channel.short_title)
    changed = replace(message, important=not message.important)
    return changed, Act("importance-marked", message.entity, {"important": changed.important})


def give_interim(profile: OfficeProfile, message: KnownMessage, now: datetime) -> tuple[KnownMessage, Act]:
    """The citizen has an interim answer: the final one is due by the channel's rule, counted from it."""
    require_open(message, "term-answered")
    channel = profile.channel(message.channel)
    if channel.final is None:
        raise Refusal("stage-unknown", channel=channel.short_title)
    if message.interim_at is not None:
        raise Refusal("stage-interim-before", moment=message.interim_at)
    changed = replace(message, interim_at=now)
    return changed, Act("interim-answered", message.entity, {"at": now.isoformat()})


def refutable_until(profile: OfficeProfile, message: KnownMessage) -> datetime | None:
    """Until when the citizen may say that the answer is not so, the last day whole; None where never."""
    channel = profile.channel(message.channel)
    if channel.rework is None or message.answered_at is None or message.outside or message.forwarded_to:
        return None
    answered, days = (
        message.answered_at.astimezone(profile.time_zone),
        channel.refutable_days_for(message.topic),
    )
    return datetime.combine(answered.date() + timedelta(days=days + 1), time(), profile.time_zone)


def may_be_refuted(profile: OfficeProfile, message: KnownMessage, now: datetime) -> bool:
    """Whether the citizen may say yet that the answer is not so."""
    until = refutable_until(profile, message)
    return until is not None and now < until


def refute(profile: OfficeProfile, message: KnownMessage, now: datetime) -> tuple[KnownMessage, Act]:
    """The citizen has refuted the answer: it comes back for rework with a term of its own."""
    channel = profile.channel(message.channel)
    if message.answered_at is None:
        raise Refusal("not-answered")
    if channel.rework is None:
        raise Refusal("stage-unknown", channel=channel.short_title)
    if not may_be_refuted(profile, message, now):
        days = channel.refutable_days_for(message.topic)
        raise Refusal("stage-refuted-late", days=days, source=channel.rework.source)
    changed = replace(message, refuted_at=now, answered_at=None, answered_by_hand=False)
    return changed, Act("answer-refuted", message.entity, {"answered": message.answered_at.isoformat()})
