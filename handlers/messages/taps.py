"""What the buttons of citizens' messages carry."""

from __future__ import annotations

from typing import Literal

from handlers.chat.taps import Day, Id, Month, Number, Tap


class MessageTap(Tap, prefix="msg"):
    """An act on a citizen's message."""

    act: str
    message: Id
    value: str = ""


class ListTap(Tap, prefix="reg"):
    """The list of messages: `act` menu, a filter's name, find…; `value` which."""

    act: str
    value: str = ""


class AnswerTap(Tap, prefix="ans"):
    """What is said of a message's answer: `act` days, day, own, result, quality."""

    act: str
    message: Id
    value: str = ""


class TermTap(Tap, prefix="term"):
    """A step in deciding about a message's term."""

    act: str
    message: Id
    value: str = ""


class SeveralTap(Tap, prefix="many"):
    """A step in dealing with many messages at once: `act` do, value, confirm, cancel; `value` what."""

    act: str
    several: Id
    value: str = ""


class AddTap(Tap, prefix="add"):
    """A step in bringing a message in by hand."""

    act: str
    value: str = ""


class ListPageTap(Tap, prefix="reg"):
    """Another page of the list of messages."""

    act: str
    value: Number


class ListNumberTap(Tap, prefix="reg"):
    """A message of the list, to be opened."""

    act: str
    value: Id


class AnswerDayTap(Tap, prefix="ans"):
    """On which day a message was answered."""

    act: str
    message: Id
    value: Day


class TermNumberTap(Tap, prefix="term"):
    """By how much a term is extended, in the unit of its rule."""

    act: str
    message: Id
    value: Number


class TermDayTap(Tap, prefix="term"):
    """A day of a message's term, near or of the calendar; or a month to turn to."""

    act: str
    message: Id
    value: Literal["today", "yesterday", "month"] | Day | Month


class ListTopicTap(Tap, prefix="reg"):
    """A topic of the list's menu by its place there; none takes the filter away."""

    act: str
    value: Number | None = None
