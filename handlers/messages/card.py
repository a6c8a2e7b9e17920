"""A message's card: what, where, when, whose, how late, and what to do about it."""

from __future__ import annotations

from domain.messages.acts import may_act
from domain.messages.by_hand import is_own_number
from domain.messages.deadline import Urgency
from domain.messages.dealing import REASONS
from domain.messages.message import KnownMessage
from domain.messages.privacy import may_look, may_reveal
from domain.messages.routing import Router
from domain.office.outbox import Button, Screen
from domain.office.profile import CountsFrom
from domain.office.wording import clipped, literal
from handlers.chat.view import View
from handlers.messages import answering, stages, templates, term_pages
from handlers.messages.history import history_lines
from handlers.messages.lateness import rule_of, status_line, urgency_of
from handlers.messages.line import delay_reason
from handlers.messages.taps import MessageTap
from handlers.messages.wording import proposal_wording

Rows = list[tuple[Button, ...]]

_TEXT_LIMIT = 1500
_CAPTION = 60
_ASKING = (
    "blocks",
    "units",
    "reasons",
    "own-reason",
    "remember",
    "quality",
    "answer-days",
    "answer-own",
    "results",
    "number",
)

_OF_OPEN = {*term_pages.PAGES, "blocks", "units", "reasons", "own-reason", "pass"}


async def render(view: View) -> Screen | None:
    """The card, or one of its pages."""
    message = await view.uow.messages.get(int(view.card.key))
    if message is None:
        return None
    page = str(view.card.content.get("page", ""))
    if message.answered_at is not None and page in _OF_OPEN:
        page = ""  # what was asked has been decided meanwhile, here or elsewhere
    if page == "closed":
        return Screen(_line(view, message), ((_button(view, "open-again", message, "page"),),))
    lines = _lines(view, message, await term_pages.lines(view, message), revealed=page == "revealed")
    if page in term_pages.PAGES:
        question, rows = term_pages.page(view, message, page)
        return Screen("\n".join([*lines, "", question]), tuple(rows))
    if page == "history":
        lines = [_line(view, message), "", *await history_lines(view, message)]
        return Screen("\n".join(lines), (_back(view, message),))
    if page == "raise":
        question, ground = await proposal_wording(view.office, view.uow, message, view.now)
        lines = [view.texts("message-ask-raise", question=question, ground=ground)]
    if view.seat is None or not may_act(view.roster, view.seat, message):
        close = (_button(view, "back", message, "close"),)
        known = "yes" if message.block else "no"
        whose = view.texts("message-not-yours", title=_whose(view, message), known=known)
        return Screen("\n".join([*lines, "", whose]), (close,))
    if page in ("template", "template-own"):
        said, template_rows = await templates.page(view, message)
        return Screen("\n".join([_line(view, message), "", *said]), tuple(template_rows))
    if page == "pass":
        title = view.office.profile.block(str(view.card.content["block"])).title
        lines += ["", view.texts("message-ask-pass", title=title)]
    rows = _PAGES[page](view, message) if page in _PAGES else await _main(view, message)
    if page not in _PAGES and _doubted(view, message):
        lines += ["", view.texts("message-doubt")]
    if page == "more" and await view.uow.attachments.of(message.entity):
        rows.insert(0, (_button(view, "message-files", message, "files"),))
    if page in _ASKING:
        lines += ["", view.texts(f"message-ask-{page}", topic=message.topic)]
    return Screen("\n".join(lines), tuple(rows))


def _whose(view: View, message: KnownMessage) -> str:
    return view.office.profile.block(message.block).title if message.block else view.texts("block-none")


def _line(view: View, message: KnownMessage) -> str:
    return view.texts(
        "message-line",
        channel=view.office.profile.channel(message.channel).short_title,
        code=message.number,
        topic=message.topic[:120] or view.texts("topic-none"),
    )


def _lines(view: View, message: KnownMessage, decided: list[str], *, revealed: bool) -> list[str]:
    profile, rule = view.office.profile, rule_of(view, message)
    block = profile.block(message.block).title if message.block else view.texts("block-none")
    executor = message.whole_executor or message.executor if revealed else message.executor
    unit = profile.unit(message.unit).title if message.unit else executor
    lines = [
        status_line(view, message),
        _line(view, message),
        view.texts(
            "message-place", block=block, unit=unit or "—", presumed="yes" if message.block_presumed else "no"
        ),
        "",
        view.texts(
            "message-term",
            received=message.received_at,
            registered=message.registered_at or message.received_at,
            apart="yes" if _registered_later(view, message) else "no",
            deadline=message.deadline_at,
            hourly="yes" if rule.unit.value.endswith("hours") else "no",
            count=rule.amount,
            unit=rule.unit.value,
        ),
        *stages.lines(view, message),
        *decided,
    ]
    text = message.whole_text or message.text if revealed else message.text
    if text and profile.keeping.in_chat == "nothing":
        lines += ["", view.texts("message-text-on-page")]
    elif text:
        shown = text if len(text) <= _TEXT_LIMIT else f"{text[:_TEXT_LIMIT]}…"
        lines += ["", view.texts("message-text", text=shown)]
    if revealed:
        if message.whole_topic:
            lines.append(view.texts("message-whole-topic", topic=message.whole_topic))
        lines.append(view.texts("message-applicant", name=message.author or "—", place=message.place or "—"))
    elif message.hides:
        lines.append(view.texts("message-applicant-hidden"))
    if urgency_of(view, message) is Urgency.OVERDUE and not message.delay_reason:
        lines += ["", view.texts("message-no-reason")]
    elif message.delay_reason:
        lines += ["", view.texts("message-reason", reason=delay_reason(view, message.delay_reason))]
    if message.said_status and message.answered_at is None:
        lines += ["", view.texts("message-said-status", status=message.said_status)]
    lines += [view.texts(f"message-{said}") for said in _said_of_answer(message)]
    if message.incident_id is not None:
        lines += ["", view.texts("message-of-incident")]
    return lines


def _registered_later(view: View, message: KnownMessage) -> bool:
    """Whether the term counts from another day than the message came."""
    if message.registered_at is None or rule_of(view, message).counts_from is not CountsFrom.REGISTERED:
        return False
    zone = view.office.profile.time_zone
    return message.registered_at.astimezone(zone).date() != message.received_at.astimezone(zone).date()


def _said_of_answer(message: KnownMessage) -> list[str]:
    said = []
    if message.has_our_answer:
        said = [f"result-{message.result or 'unsaid'}"]
    return [*said, f"quality-{message.quality.replace('_', '-')}"] if message.quality else said


def _doubted(view: View, message: KnownMessage) -> Rows:
    """The likeliest blocks of a message that is nobody's, each a button."""
    if message.block is not None:
        return []
    guess = Router(view.office.profile).guess(message.topic, "", message.text)
    return [_to_block(view, message, block) for block in (guess.among or (guess.block,)) if block]


def _to_block(view: View, message: KnownMessage, block: str) -> tuple[Button, ...]:
    title = view.office.profile.caption(view.office.profile.block(block))
    tap = MessageTap(act="block", message=message.id, value=block)
    return (Button(literal(clipped(title, _CAPTION)), tap.pack()),)


async def _main(view: View, message: KnownMessage) -> Rows:
    rows: Rows = _doubted(view, message)
    if message.answered_at is None:
        term, *decisions = await term_pages.buttons(view, message)
        rows.append((_button(view, "answered", message, "done"), *term))
        if message.block_presumed:
            rows.append((_button(view, "block-is-right", message, "block", message.block or ""),))
        rows += [*decisions, *stages.buttons(view, message)]
        rows.append(
            (
                _button(view, "delay-reason", message, "page", "reasons"),
                _button(view, "other-block", message, "page", "blocks"),
            ),
        )
        rows.append(
            (
                _button(view, "other-unit", message, "page", "units"),
                _button(view, "raise", message, "page", "raise"),
            )
        )
        if message.topic.strip():
            rows.append((_button(view, "template", message, "template"),))
    else:
        rows += [*answering.rows(view, message), *stages.buttons(view, message)]
    last = (_button(view, "more", message, "page", "more"), _button(view, "back", message, "close"))
    return [*rows, last]


def _more(view: View, message: KnownMessage) -> Rows:
    rows: Rows = [(_button(view, "history", message, "page", "history"),)]
    if message.incident_id is not None:
        leave = _button(view, "incident-leave", message, "apart")
        rows.append((_button(view, "incident", message, "incident"), leave))
    if is_own_number(message.number):
        rows.append((_button(view, "message-number", message, "number"),))
    if message.answered_at is not None:
        rows.append((_button(view, "quality", message, "page", "quality"),))
        rows.append((_button(view, "raise", message, "page", "raise"),))
    profile = view.office.profile
    there = may_reveal(profile, view.seat) or (view.office.page and may_look(profile, view.seat))
    if there and message.hides:
        rows.append((_button(view, "reveal", message, "reveal"),))
    return [*rows, _back(view, message)]


def _units(view: View, message: KnownMessage) -> Rows:
    """Units of the message's block; of every block while it has none."""
    rows: Rows = [
        (
            Button(
                literal(clipped(view.office.profile.caption(unit), _CAPTION)),
                MessageTap(act="unit", message=message.id, value=unit.key).pack(),
            ),
        )
        for unit in view.office.profile.units
        if unit.key != message.unit and message.block in (None, unit.block)
    ]
    return [*rows, _back(view, message)]


def _raise(view: View, message: KnownMessage) -> Rows:
    return [(_button(view, "confirm", message, "raise"),), _back(view, message)]


def _blocks(view: View, message: KnownMessage) -> Rows:
    blocks = view.office.profile.blocks
    rows = [_to_block(view, message, block.key) for block in blocks if block.key != message.block]
    return [*rows, _back(view, message)]


def _reasons(view: View, message: KnownMessage) -> Rows:
    rows: Rows = [
        (Button(view.texts(f"reason-{key}"), MessageTap(act="reason", message=message.id, value=key).pack()),)
        for key in REASONS
    ]
    rows.append((_button(view, "own-reason", message, "reason", "own"),))
    if message.delay_reason:
        rows.append((_button(view, "no-reason", message, "reason", "none"),))
    return [*rows, _back(view, message)]


def _pass(view: View, message: KnownMessage) -> Rows:
    block = str(view.card.content["block"])
    return [(_button(view, "confirm", message, "pass", block),), _back(view, message)]


def _remember(view: View, message: KnownMessage) -> Rows:
    return [(_button(view, "remember-topic", message, "keep"),), _back(view, message)]


def _only_back(view: View, message: KnownMessage) -> Rows:
    return [_back(view, message)]


def _back(view: View, message: KnownMessage) -> tuple[Button, ...]:
    return (_button(view, "back", message, "page"),)


def _button(view: View, key: str, message: KnownMessage, act: str, value: str = "") -> Button:
    return Button(view.texts(f"button-{key}"), MessageTap(act=act, message=message.id, value=value).pack())


_PAGES = {
    "blocks": _blocks,
    "units": _units,
    "raise": _raise,
    "more": _more,
    "quality": answering.qualities,
    "answer-days": answering.days,
    "results": answering.results,
    "pass": _pass,
    "answer-own": _only_back,
    "reasons": _reasons,
    "own-reason": _only_back,
    "number": _only_back,
    "remember": _remember,
    "revealed": _only_back,
}
