"""The part of a message's card that speaks of its answer: what it was, when, how good."""

from __future__ import annotations

from datetime import timedelta

from domain.messages.message import AnswerQuality, AnswerResult, KnownMessage
from domain.office.outbox import Button
from handlers.chat.view import View
from handlers.messages.taps import AnswerDayTap, AnswerTap, MessageTap

Rows = list[tuple[Button, ...]]

_LATELY = 6


def rows(view: View, message: KnownMessage) -> Rows:
    """Under an answered message: its result, another date and back to work if by hand."""
    found: Rows = []
    if message.has_our_answer and not message.result:
        found.append(_results(view, message))
    if message.answered_by_hand:
        reopen = Button(view.texts("button-reopen"), MessageTap(act="reopen", message=message.id).pack())
        if message.forwarded_to:
            return [*found, (reopen,)]
        days = Button(view.texts("button-answer-date"), _data(message, "days", ""))
        found.append((days, reopen))
    if message.has_our_answer and message.result:
        other = MessageTap(act="page", message=message.id, value="results").pack()
        found.append((Button(view.texts("button-other-result"), other),))
    return found


def results(view: View, message: KnownMessage) -> Rows:
    """What else the citizen may have been answered."""
    return [_results(view, message), (_back(view, message),)]


def _results(view: View, message: KnownMessage) -> tuple[Button, ...]:
    others = [one.value for one in AnswerResult if one.value != message.result]
    return tuple(_button(view, message, "result", one) for one in others)


def days(view: View, message: KnownMessage) -> Rows:
    """The days before today, as far back as the message came; another moment is typed."""
    zone, today = view.office.profile.time_zone, view.today
    came = message.received_at.astimezone(zone).date()
    lately = [day for day in (today - timedelta(days=back) for back in range(1, _LATELY + 1)) if day >= came]
    buttons = [
        Button(
            view.texts("button-day", day=day), AnswerDayTap(act="day", message=message.id, value=day).pack()
        )
        for day in lately
    ]
    found: Rows = [tuple(buttons[start : start + 3]) for start in range(0, len(buttons), 3)]
    own = Button(view.texts("button-own-date"), _data(message, "own", ""))
    return [*found, (own,), (_back(view, message),)]


def qualities(view: View, message: KnownMessage) -> Rows:
    """What may be wrong with the answer."""
    choices = [quality.value for quality in AnswerQuality if quality.value != message.quality]
    if message.quality:
        choices.append("none")
    return [*((_button(view, message, "quality", one),) for one in choices), (_back(view, message),)]


def _button(view: View, message: KnownMessage, act: str, value: str) -> Button:
    return Button(view.texts(f"button-{act}-{value.replace('_', '-')}"), _data(message, act, value))


def _back(view: View, message: KnownMessage) -> Button:
    return Button(view.texts("button-back"), MessageTap(act="page", message=message.id).pack())


def _data(message: KnownMessage, act: str, value: str) -> str:
    return AnswerTap(act=act, message=message.id, value=value).pack()
