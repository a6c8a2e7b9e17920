"""Requests between the office and ЦУР: the register, and one request with its answer (п. 3.2)."""

from __future__ import annotations

from domain.office.attachment import Attachment
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
    page = view.card.content.get("page")
    if page in ("change", "withdraw") and found.open:
        return _change(view, found, str(page))
    if page == "answer" and found.open:
        return _answer(view, found, answered)
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
    elif found.withdrawn_on is not None:
        lines += ["", view.texts("centre-withdrawn", day=found.withdrawn_on, reason=found.reason)]
    elif not own and view.card.content.get("asks") == "files" and not view.card.content.get("paused"):
        lines += ["", view.texts("centre-files-may-follow")]
    rows: Rows = []
    if found.open:
        key = "centre-answer-came" if found.outgoing else "centre-answer-given"
        rows.append((button(view, key, _tap("answer", found)),))
        rows.append(
            (
                button(view, "centre-change", _tap("change", found)),
                button(view, "centre-withdraw", _tap("withdraw", found)),
            )
        )
    if own or answered:
        caption = view.texts("button-task-files", count=len(own) + len(answered))
        rows.append((Button(caption, _tap("files", found)),))
    return Screen("\n".join(lines), tuple(rows))


def _answer(view: View, found: CentreRequest, files: list[Attachment]) -> Screen:
    """What was said and attached so far of the answer that is being registered."""
    note = str(view.card.content.get("note", ""))
    lines = [_line(view, found), "", view.texts("request-ask-reply")]
    if note:
        lines += ["", view.texts("task-note", text=clipped(note, 1000))]
    lines += [view.texts("task-attached", name=clipped(file.file_name, 80)) for file in files]
    done = (button(view, "request-done", _tap("done", found)),) if note or files else ()
    return Screen("\n".join(lines), ((*done, button(view, "cancel", _tap("leave", found))),))


def _change(view: View, found: CentreRequest, page: str) -> Screen:
    """The line as it was registered, to be sent again with changes; or why it is withdrawn."""
    if page == "withdraw":
        asks = view.texts("centre-ask-withdraw")
    else:
        day, due = (f"{one:%d.%m.%Y}" if one else "" for one in (found.day, found.due))
        asks = view.texts("centre-ask-change", line=" | ".join((found.number, day, due, found.text)))
    return Screen(f"{_line(view, found)}\n\n{asks}", ((button(view, "back", _tap("leave", found)),),))


def _tap(act: str, found: CentreRequest) -> str:
    return CentreTap(act=act, request=found.id).pack()


def _line(view: View, found: CentreRequest) -> str:
    today = view.now.date()
    late = found.open and found.due is not None and found.due < today
    over = "answered" if found.answered_on else "withdrawn" if found.withdrawn_on else ""
    return view.texts(
        "centre-line",
        outgoing="yes" if found.outgoing else "no",
        number=found.number,
        day=found.day,
        standing=over or "late" if over or late else "dated" if found.due else "open",
        due=found.due or today,
    )
