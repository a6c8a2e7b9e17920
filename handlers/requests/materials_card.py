"""A request for materials: the head's draft, then who has answered; the card of those asked (п. 3.3)."""

from __future__ import annotations

from domain.office.outbox import Button, Screen
from domain.office.wording import clipped
from domain.requests.materials import MaterialRequest, RequestState, asked_seats
from handlers.chat.calendar_grid import month_of, month_rows
from handlers.chat.parts import Rows, button, seat_rows
from handlers.chat.view import View
from handlers.requests.taps import MaterialDayTap, MaterialSeatTap, MaterialTap

_NOTE = 300


async def render(view: View) -> Screen | None:
    """The card for the one who looks: the head or a seat that is asked."""
    asked = await view.uow.materials.get(int(view.card.key))
    if asked is None:
        return None
    if asked.state is RequestState.DISCARDED:
        return Screen(view.texts("request-discarded"))
    page = str(view.card.content.get("page", ""))
    if asked.state is RequestState.DRAFT:
        return _draft(view, asked, page)
    seat = view.seat
    if page == "reply" and seat in asked.seats and asked.state is RequestState.SENT:
        return await _reply(view, asked, seat)
    lines = [_heading(view, asked), "", view.texts("request-text", text=clipped(asked.text, 1000))]
    if asked.state is RequestState.WITHDRAWN:
        lines += ["", view.texts("request-withdrawn", reason=asked.reason)]
    rows: Rows = []
    if view.chairs and asked.state is RequestState.SENT and page in ("rewrite", "move", "withdraw"):
        return _change(view, asked, page)
    if view.chairs:
        lines += ["", *_answers(view, asked)]
        rows += _head_rows(view, asked, page)
        if page == "close":
            lines += ["", view.texts("request-confirm-close", count=len(asked.waiting))]
            return Screen("\n".join(lines), tuple(rows))
    if seat in asked.seats and asked.state is RequestState.SENT:
        answered = seat in asked.replies
        if answered and not view.chairs:
            reply = asked.replies[seat]
            lines += ["", view.texts("request-you-answered", at=reply.at, files=reply.files)]
        key = "request-add" if answered else "request-reply"
        rows.append((button(view, key, _tap(asked, "reply")),))
    return Screen("\n".join(lines), tuple(rows))


def _tap(asked: MaterialRequest, act: str, value: str = "") -> str:
    return MaterialTap(act=act, request=asked.id, value=value).pack()


def _heading(view: View, asked: MaterialRequest) -> str:
    today = view.now.date()
    return view.texts(
        "request-heading",
        id=asked.id,
        due=asked.due or today,
        answered=len(asked.replies),
        count=len(asked.seats),
        standing=asked.state.value
        if asked.state is not RequestState.SENT
        else "late"
        if asked.due is not None and asked.due < today and asked.waiting
        else "sent",
    )


def _draft(view: View, asked: MaterialRequest, page: str) -> Screen:
    heading = view.texts("request-draft-heading")
    back = (button(view, "back", _tap(asked, "page", "main")),)
    if page == "text":
        rows: Rows = [back] if asked.text else [(button(view, "cancel", _tap(asked, "discard")),)]
        return Screen(f"{heading}\n\n{view.texts('request-ask-text')}", tuple(rows))
    if page == "due":
        return Screen(f"{heading}\n\n{view.texts('request-ask-due')}", (*_days(view, asked, "due"), back))
    if page == "discard":
        confirm = (button(view, "confirm", _tap(asked, "discard")), back[0])
        return Screen(f"{heading}\n\n{view.texts('request-confirm-discard')}", (confirm,))
    lines = [
        heading,
        "",
        view.texts("request-text", text=clipped(asked.text, 1000) or "—"),
        "",
        view.texts("request-due", due=asked.due) if asked.due else view.texts("request-no-due"),
        view.texts("request-choose", count=len(asked.seats)),
    ]
    allowed = asked_seats(view.office.profile)
    ticks = seat_rows(
        view, lambda seat: MaterialSeatTap(act="seat", request=asked.id, value=seat).pack(), set(asked.seats)
    )
    rows = [row for seat, row in zip(view.office.profile.seats, ticks, strict=True) if seat.number in allowed]
    rows.append(
        (
            button(view, "request-text", _tap(asked, "page", "text")),
            button(view, "request-due", _tap(asked, "page", "due")),
        )
    )
    if asked.text and asked.due and asked.seats:
        rows.append((button(view, "send-out", _tap(asked, "send")),))
    rows.append((button(view, "cancel", _tap(asked, "page", "discard")),))
    return Screen("\n".join(lines), tuple(rows))


def _days(view: View, asked: MaterialRequest, act: str) -> tuple[tuple[Button, ...], ...]:
    today = view.today
    return month_rows(
        view.texts,
        month_of(str(view.card.content.get("month", "")), today),
        today,
        lambda day: MaterialDayTap(act=act, request=asked.id, value=day).pack(),
        view.office.calendar,
        asked.due if act == "move" else None,
    )


def _change(view: View, asked: MaterialRequest, page: str) -> Screen:
    """What was sent, and what is asked for to change it."""
    lines = [_heading(view, asked), "", view.texts("request-text", text=clipped(asked.text, 1000)), ""]
    lines.append(view.texts(f"request-ask-{page}"))
    days = _days(view, asked, "move") if page == "move" else ()
    return Screen("\n".join(lines), (*days, (button(view, "back", _tap(asked, "page", "main")),)))


def _answers(view: View, asked: MaterialRequest) -> list[str]:
    lines = []
    for seat in asked.seats:
        reply = asked.replies.get(seat)
        if reply is None:
            unreached = asked.state is RequestState.SENT and view.roster.binding(seat) is None
            reached = "no" if unreached else "yes"
            awaited = "yes" if asked.state is RequestState.SENT else "no"
            lines.append(
                view.texts("request-silent", name=view.called(seat), reached=reached, awaited=awaited)
            )
        else:
            lines.append(
                view.texts(
                    "request-answered",
                    name=view.called(seat),
                    at=reply.at,
                    files=reply.files,
                    told="yes" if reply.note else "no",
                    note=clipped(reply.note, _NOTE),
                )
            )
    return lines


def _head_rows(view: View, asked: MaterialRequest, page: str) -> Rows:
    if page == "close" and asked.state is RequestState.SENT:
        return [
            (
                button(view, "confirm", _tap(asked, "close")),
                button(view, "cancel", _tap(asked, "page", "main")),
            )
        ]
    rows: Rows = []
    if asked.replies:
        rows.append((button(view, "request-archive", _tap(asked, "archive")),))
    if asked.state is RequestState.SENT:
        rows.append((button(view, "request-close", _tap(asked, "page", "close")),))
        rows.append(
            (
                button(view, "request-rewrite", _tap(asked, "change", "rewrite")),
                button(view, "request-move", _tap(asked, "change", "move")),
                button(view, "request-withdraw", _tap(asked, "change", "withdraw")),
            )
        )
    return rows


async def _reply(view: View, asked: MaterialRequest, seat: int | None) -> Screen:
    assert seat is not None  # one of those asked
    note = str(view.card.content.get("note", ""))
    lines = [_heading(view, asked), "", view.texts("request-ask-reply")]
    if note:
        lines += ["", view.texts("task-note", text=clipped(note, 1000))]
    files = await view.uow.attachments.of(asked.files_of(seat))
    lines += [view.texts("task-attached", name=clipped(file.file_name, 80)) for file in files]
    done = (button(view, "request-done", _tap(asked, "done")),) if note or files else ()
    return Screen("\n".join(lines), ((*done, button(view, "cancel", _tap(asked, "leave"))),))
