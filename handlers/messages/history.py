"""A message's history by the audit log: when, who, what."""

from __future__ import annotations

from datetime import date, datetime

from domain.messages.message import KnownMessage
from domain.office.act import Recorded
from domain.office.wording import literal
from handlers.chat.view import View

_LATEST = 20
# Kinds of acts that have a sentence of their own, `history-<kind>`.
_TOLD = frozenset(
    {
        "answer-judged",
        "answer-result",
        "applicant-looked-at",
        "delay-explained",
        "answer-refuted",
        "handled-as-appeal",
        "importance-marked",
        "interim-answered",
        "incident-joined",
        "incident-left",
        "message-answered",
        "message-assigned",
        "message-forwarded",
        "message-numbered",
        "message-proposed",
        "message-registered",
        "message-reopened",
        "message-unit",
        "template-kept",
        "term-extended",
        "topic-remembered",
    }
)


async def history_lines(view: View, message: KnownMessage) -> list[str]:
    """The latest acts, the newest first; last of all how the message came."""
    acts = await view.uow.history(message.entity, _LATEST)
    lines = [_line(view, act) for act in acts]
    return [*lines, view.texts("history-received", moment=message.received_at)]


def _line(view: View, act: Recorded) -> str:
    kind = act.kind if act.kind in _TOLD else "other"
    named = _what(view, act)
    what = view.texts(f"history-{kind}", what=literal(named), named="yes" if named else "no")
    by = "bot" if act.seat is None else "acting" if act.acting else "seat"
    name = "" if act.seat is None else view.did(act.seat, act.at)
    return view.texts("history-line", moment=act.at, by=by, name=name, what=literal(what))


def _what(view: View, act: Recorded) -> str:
    """What the sentence names: a title, a word of a list, a number; empty where it names nothing."""
    profile, data = view.office.profile, act.data
    if data.get("block"):
        return profile.block(data["block"]).title
    if data.get("unit"):
        return profile.unit(data["unit"]).title
    if data.get("result"):
        return view.texts(f"button-result-{data['result']}").lower()
    if data.get("quality"):
        return view.texts(f"button-quality-{data['quality'].replace('_', '-')}").lower()
    if "before" in data and act.kind == "message-numbered":
        return str(data["before"])
    if "day" in data:
        return view.texts("history-day", day=date.fromisoformat(data["day"]))
    if "at" in data:
        return view.texts("history-moment", moment=datetime.fromisoformat(data["at"]))
    if "proposal" in data:
        return str(data["proposal"])
    return ""
