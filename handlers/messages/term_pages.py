"""The part of a message's card that speaks of its term: what was decided, and the pages that ask."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from domain.messages.message import KnownMessage
from domain.messages.terms import base_rule, registration_due
from domain.office.outbox import Button
from domain.office.profile import DeadlineRule
from handlers.chat.calendar_grid import month_rows
from handlers.chat.view import View
from handlers.messages.extensions import REASONS
from handlers.messages.line import within_line
from handlers.messages.taps import MessageTap, TermDayTap, TermNumberTap, TermTap

Rows = list[tuple[Button, ...]]

_SHARES = (3, 2, 1)  # a third, a half and all of what the rule allows


async def lines(view: View, message: KnownMessage) -> list[str]:
    """What was decided about the term."""
    said = []
    waiting = registration_due(view.office.profile, view.office.calendar, message)
    if waiting is not None:
        rule, end = waiting
        late = "yes" if end < view.now else "no"
        said.append(view.texts("term-unregistered", day=end, late=late, source=rule.source))
    if message.as_appeal:
        said.append(view.texts("term-as-appeal", source=_appeal_rule(view, message).source))
    if message.extended_by:
        rule = base_rule(view.office.profile, message)
        ready = [view.texts(f"extension-reason-{key}") for key in REASONS]
        for one in await view.uow.messages.extensions(message.id):
            said.append(
                view.texts(
                    "term-extended",
                    amount=amount(view, rule, one.amount),
                    reason=within_line(one.reason, ready),
                    told="yes" if one.told_on else "no",
                    day=one.told_on or view.now,
                    source=rule.extension.source if rule.extension else rule.source,
                )
            )
    return said


async def buttons(view: View, message: KnownMessage) -> Rows:
    """What may be decided, where the channel's rules know of it: first the extension, which may be empty."""
    channel = view.office.profile.channel(message.channel)
    extension = base_rule(view.office.profile, message).extension
    extended = len(await view.uow.messages.extensions(message.id)) if message.extended_by else 0
    more = extension is not None and extended < extension.times
    first = [_button(view, "extend", message, "extend")] if more else []
    second: list[Button] = []
    if channel.as_appeal is not None:
        second.append(_button(view, "as-own" if message.as_appeal else "as-appeal", message, "appeal"))
    if channel.forwarding is not None and (channel.as_appeal is None or message.as_appeal):
        second.append(_button(view, "forward", message, "forward"))
    return [tuple(first), *([tuple(second)] if second else []), *_registration(view, message)]


def _registration(view: View, message: KnownMessage) -> Rows:
    """To register the message, or to mend the day that a person gave."""
    channel = view.office.profile.channel(message.channel)
    if channel.registration is None or (message.registered_at is not None and not message.registered_by_hand):
        return []
    key = "registered" if message.registered_at is None else "registered-otherwise"
    return [(_button(view, key, message, "register"),)]


def amount(view: View, rule: DeadlineRule, count: int) -> str:
    """«30 дней» in the rule's unit."""
    return view.texts("term-amount", unit=rule.unit.value, count=count)


def _appeal_rule(view: View, message: KnownMessage) -> DeadlineRule:
    channel = view.office.profile.channel(message.channel)
    return channel.as_appeal or channel.rule


def _amounts(view: View, message: KnownMessage) -> Rows:
    extension = base_rule(view.office.profile, message).extension
    most = extension.amount if extension else 1
    rule = base_rule(view.office.profile, message)
    choices = dict.fromkeys(max(most // share, 1) for share in _SHARES)
    return [
        tuple(
            Button(amount(view, rule, one), TermNumberTap(act="amount", message=message.id, value=one).pack())
            for one in choices
        )
    ]


def _told(view: View, message: KnownMessage) -> Rows:
    return _days(view, message, "told")


def _sent(view: View, message: KnownMessage) -> Rows:
    return _days(view, message, "sent")


def _registered(view: View, message: KnownMessage) -> Rows:
    return _days(view, message, "registered")


def _days(view: View, message: KnownMessage, act: str) -> Rows:
    month = str(view.card.content.get("month") or "")
    if month:
        zone = view.office.profile.time_zone
        return list(
            month_rows(
                view.texts,
                date.fromisoformat(f"{month}-01"),
                message.received_at.astimezone(zone).date(),
                lambda day: TermDayTap(act=act, message=message.id, value=day).pack(),
                view.office.calendar,
            )
        )
    near = tuple(_button(view, f"day-{name}", message, act, name) for name in ("today", "yesterday"))
    return [near, (_button(view, "day-other", message, act, "month"),)]


def _reasons(view: View, message: KnownMessage) -> Rows:
    rows: Rows = [
        (Button(view.texts(f"extension-reason-{key}"), _data(message, "reason", key)),) for key in REASONS
    ]
    return [*rows, (_button(view, "own-reason", message, "reason", "own"),)]


def _only_words(_: View, __: KnownMessage) -> Rows:
    return []


def page(view: View, message: KnownMessage, name: str) -> tuple[str, Rows]:
    """The question of a page and its buttons."""
    rule = base_rule(view.office.profile, message)
    question = view.texts(
        f"term-ask-{name}",
        amount=amount(view, rule, rule.extension.amount if rule.extension else 0),
        source=rule.extension.source if rule.extension else "",
    )
    back = Button(view.texts("button-back"), MessageTap(act="page", message=message.id).pack())
    return question, [*PAGES[name](view, message), (back,)]


def _button(view: View, key: str, message: KnownMessage, act: str, value: str = "") -> Button:
    return Button(view.texts(f"button-{key}"), _data(message, act, value))


def _data(message: KnownMessage, act: str, value: str) -> str:
    return TermTap(act=act, message=message.id, value=value).pack()


PAGES: dict[str, Callable[[View, KnownMessage], Rows]] = {
    "extend-amount": _amounts,
    "extend-told": _told,
    "extend-reason": _reasons,
    "extend-own-reason": _only_words,
    "register-day": _registered,
    "forward-day": _sent,
    "forward-whither": _only_words,
}
