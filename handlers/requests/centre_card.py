"""Requests between the office and ЦУР: the register, and one request with its answer (п. 3.2)."""

from __future__ import annotations

from domain.office.outbox import Button, Screen
from domain.office.wording import clipped
from domain.requests.centre import CentreRequest
from handlers.chat.parts import Rows, button, paging
from handlers.chat.view import View
from handlers.requests.taps import CentreTap

PAGE = 5


async def render_list(view: View) -> Screen | None:
    """The register; only whoever performs the head's duties sees it."""
    if not view.chairs:
        return None
    count = await view.uow.centre_requests.count()
    offset = int(view.card.content.get("offset", 0))
    offset = offset if offset < count else 0
    found = await view.uow.centre_requests.page(PAGE, offset)
    lines = [view.texts("centre-heading", count=count)]
    lines += [
        f"{number}. {_line(view, one)}\n   {view.texts('request-text', text=clipped(one.text, 90))}"
        for number, one in enumerate(found, start=offset + 1)
    ]
    opens = tuple(
        Button(str(number), _tap("open", one)) for number, one in enumerate(found, start=offset + 1)
    )
    rows: Rows = [opens] if opens else []
    rows += paging(offset, PAGE, count, lambda start: CentreTap(act="list", request=0, value=start).pack())
    return Screen("\n".join(lines), tuple(rows))


async def render(view: View) -> Screen | None:
    """One request with its answer."""
    found = await view.uow.centre_requests.get(int(view.card.key))
    if found is None or not view.chairs:
        return None
    own = list(await view.uow.attachments.of(found.entity))
    answered = list(await view.uow.attachments.of(found.answer_files))
    if view.card.content.get("page") == "answer" and found.answered_on is None:
        note = str(view.card.content.get("note", ""))
        lines = [_line(view, found), "", view.texts("request-ask-reply")]
        if note:
            lines += ["", view.texts("task-note", text=clipped(note, 1000))]
        lines += [view.texts("task-attached", name=clipped(file.file_name, 80)) for file in answered]
        done = (
            button(view, "request-done", _tap("done", found)),
            button(view, "cancel", _tap("leave", found)),
        )
        return Screen("\n".join(lines), (done,))
    lines = [
        _line(view, found),
        "",
        view.texts("request-text", text=clipped(found.text, 1000)),
        *(view.texts("task-attached", name=clipped(file.file_name, 80)) for file in own),
    ]
    if found.answered_on is not None:
        lines += ["", view.texts("centre-answer", day=found.answered_on)]
        lines += [view.texts("task-note", text=clipped(found.answer, 1000))] if found.answer else []
        lines += [view.texts("task-attached", name=clipped(file.file_name, 80)) for file in answered]
    elif not own:
        lines += ["", view.texts("centre-files-may-follow")]
    rows: Rows = []
    if found.answered_on is None:
        key = "centre-answer-came" if found.outgoing else "centre-answer-given"
        rows.append((button(view, key, _tap("answer", found)),))
    if own or answered:
        caption = view.texts("button-task-files", count=len(own) + len(answered))
        rows.append((Button(caption, _tap("files", found)),))
    return Screen("\n".join(lines), tuple(rows))


def _tap(act: str, found: CentreRequest) -> str:
    return CentreTap(act=act, request=found.id).pack()


def _line(view: View, found: CentreRequest) -> str:
    today = view.now.date()
    late = found.answered_on is None and found.due is not None and found.due < today
    return view.texts(
        "centre-line",
        outgoing="yes" if found.outgoing else "no",
        number=found.number,
        day=found.day,
        standing="answered" if found.answered_on else "late" if late else "dated" if found.due else "open",
        due=found.due or today,
    )
