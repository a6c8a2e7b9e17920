"""What the buttons of citizens' messages carry."""

from __future__ import annotations

from handlers.chat.taps import Id, Tap


class MessageTap(Tap, prefix="msg"):
    """An act on a citizen's message."""

    act: str
    message: Id
    value: str = ""


class RegistryTap(Tap, prefix="reg"):
    """Moving through the registry of messages: `act` page, menu, a filter's name, open…; `value` which."""

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


class AddTap(Tap, prefix="add"):
    """A step in bringing a message in by hand."""

    act: str
    value: str = ""
