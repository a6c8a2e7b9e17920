"""A message as a line of a list: how late or due when, its number, its topic, and whose it is."""

from __future__ import annotations

from collections.abc import Iterable

from domain.messages.deadline import Urgency
from domain.messages.dealing import REASONS
from domain.messages.message import KnownMessage
from domain.messages.terms import registration_due
from domain.office.wording import clipped
from handlers.chat.view import View
from handlers.messages.lateness import listed_lateness, rule_of, urgency_of
from handlers.messages.stages import marks

_LONGEST = 60


def item_line(view: View, number: int, message: KnownMessage) -> str:
    """How late or due when, the channel and the number, the topic."""
    standing = urgency_of(view, message)
    return view.texts(
        "digest-item",
        number=number,
        mark="yes" if standing is Urgency.OVERDUE else "no",
        when=when(view, message, standing),
        channel=view.office.profile.channel(message.channel).short_title,
        code=clipped(message.number, _LONGEST),
        topic=clipped(message.topic or view.texts("topic-none"), _LONGEST),
    )


def item_lines(view: View, number: int, message: KnownMessage, *, block_shown: bool = False) -> list[str]:
    """One or two lines; with `block_shown` the second says the block and what its head has to say."""
    profile, standing = view.office.profile, urgency_of(view, message)
    lines = [item_line(view, number, message)]
    about = [*marks(view, message), *([view.texts("digest-presumed")] if message.block_presumed else [])]
    if block_shown:
        title = profile.block(message.block).title if message.block else view.texts("block-none")
        about.append(clipped(title, _LONGEST))
    elif message.executor or message.unit:
        about.append(clipped(_executor(view, message), _LONGEST))
    if message.delay_reason and message.answered_at is None:
        about.append(clipped(delay_reason(view, message.delay_reason), _LONGEST))
    elif standing is Urgency.OVERDUE:
        about.append(view.texts("digest-no-reason"))
    waiting = registration_due(profile, view.office.calendar, message)
    if waiting is not None:
        late = "yes" if waiting[1] < view.now else "no"
        about.append(view.texts("digest-register-by", day=waiting[1], late=late))
    if about:
        lines.append(view.texts("digest-about", text=" · ".join(about)))
    return lines


def when(view: View, message: KnownMessage, standing: Urgency) -> str:
    """How late it is, by when it is due, when it was answered, or why nobody has to answer it."""
    if message.outside:
        return view.texts("outside-word", state=message.outside)
    if message.answered_at is not None:
        return view.texts("digest-answered", moment=message.answered_at)
    if standing is Urgency.OVERDUE:
        return listed_lateness(view, message)
    hourly = "yes" if rule_of(view, message).unit.value.endswith("hours") else "no"
    return view.texts("digest-until", moment=message.deadline_at, hourly=hourly)


def delay_reason(view: View, reason: str) -> str:
    """Why an answer is late, in the middle of a line."""
    return within_line(reason, (view.texts(f"reason-{key}") for key in REASONS))


def within_line(reason: str, ready: Iterable[str]) -> str:
    """One of the ready reasons without its capital; own words, which may begin with a name, as written."""
    return reason[:1].lower() + reason[1:] if reason in ready else reason


def _executor(view: View, message: KnownMessage) -> str:
    return view.office.profile.unit(message.unit).title if message.unit else message.executor
