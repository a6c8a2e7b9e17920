"""A registry file's card: what it looks like, what would change, what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.imports.understanding import Question
from domain.messages.message import ImportRecord, ImportState
from domain.office.outbox import Button, Screen
from domain.office.wording import clipped
from handlers.chat.view import View
from handlers.imports.conflicts import conflicts_page, conflicts_words, import_button
from handlers.imports.questions import (
    answer_buttons,
    asked_of,
    columns_button,
    columns_page,
    question_lines,
)
from handlers.imports.receipt import dropped, outcome_lines, receipt

_SAMPLE = 3
_UNREAD = 12
_GONE = 40
_PREVIEWED = (ImportState.READY, ImportState.APPLYING, ImportState.APPLIED, ImportState.UNDOING)
_MAY_BE_GIVEN_UP = (ImportState.RECEIVED, ImportState.READING, ImportState.READY, ImportState.APPLYING)


async def render(view: View) -> Screen | None:
    """The state of the import, with its buttons."""
    record = await view.uow.imports.get(int(view.card.key))
    if record is None:
        return None
    record = await _without_personal_data(view, record)
    cancel = (import_button(view.texts("button-cancel"), record, "cancel"),)
    questions, columns = await asked_of(view, record)
    if record.state == ImportState.ASKING and questions and record.problem is not None:
        reason = view.texts(record.problem.key, **record.problem.arguments)
        lines = [view.texts("import-refused", name=record.file_name), reason]
        lines += question_lines(view, questions)
        return Screen("\n".join(lines), (*answer_buttons(view, record, questions[0]), cancel))
    if record.state == ImportState.ASKING:
        rows = tuple(
            (import_button(channel.title, record, "channel", channel.key),)
            for channel in view.office.profile.channels
        )
        return Screen(view.texts("import-which-channel", name=record.file_name), (*rows, cancel))
    if record.state == ImportState.REFUSED and record.problem is not None:
        reason = view.texts(record.problem.key, **record.problem.arguments)
        return Screen(f"{view.texts('import-refused', name=record.file_name)}\n{reason}")
    if record.state in _PREVIEWED:
        if view.card.content.get("page") == "conflicts" and record.counts.get("conflicts"):
            return await conflicts_page(view, record)
        if view.card.content.get("page") == "gone":
            return await _gone_page(view, record)
        if view.card.content.get("page") == "columns" and record.state == ImportState.READY:
            return columns_page(view, record, columns)
        if record.state in (ImportState.APPLIED, ImportState.UNDOING):
            return await receipt(view, record)
        return await _preview(view, record, questions, columns)
    text = view.texts(f"import-{record.state}", name=record.file_name)
    if record.state == ImportState.READING and record.counts.get("read"):
        text = view.texts("import-progress", name=record.file_name, rows=record.counts["read"])
        if laid := record.counts.get("laid"):
            text += " " + view.texts("import-laid", count=laid)
    return Screen(text, (cancel,) if record.state in _MAY_BE_GIVEN_UP else ())


async def _without_personal_data(view: View, record: ImportRecord) -> ImportRecord:
    """The file as a chat may be told of it: headers, reasons and its own name may name somebody."""
    masked, problem = view.office.masked, record.problem
    if problem is not None:
        told = {name: await masked(value) for name, value in problem.arguments.items()}
        problem = replace(problem, arguments=told)

    async def shown(names: Sequence[str]) -> tuple[str, ...]:
        return (*[await masked(one) for one in names[:_UNREAD]], *names[_UNREAD:])

    return replace(
        record,
        file_name=await masked(record.file_name),
        problem=problem,
        unread=await shown(record.unread),
        skipped=await shown(record.skipped),
    )


async def _preview(
    view: View, record: ImportRecord, questions: list[Question], columns: list[Question]
) -> Screen:
    counts = record.counts
    read = counts["new"] + counts["changed"] + counts["same"] + counts["unreadable"]
    if record.channel:
        title = view.office.profile.channel(record.channel).title
        heading = view.texts("import-looks-like", channel=title, rows=read)
    else:
        heading = view.texts("import-mixed", rows=read)
    lines = [*dropped(view, record), heading, _counts(view, counts)]
    lines += outcome_lines(view, "import-outcome", counts)
    if counts.get("unassigned"):
        lines += ["", view.texts("import-unassigned", count=counts["unassigned"])]
    rows: list[tuple[Button, ...]] = []
    if record.state == ImportState.READY:
        lines += question_lines(view, questions)
        rows += answer_buttons(view, record, questions[0]) if questions else []
        lines += _unread(view, record)
        lines += await _sample(view, record)
    something = counts["new"] + counts["changed"] + counts.get("conflicts", 0) > 0
    sender = view.roster.binding_of(record.user_id)
    prepared = sender is not None and sender.assists is not None
    if sender is not None and prepared:
        lines += ["", view.texts("prepared-by", name=sender.name)]
    if record.state == ImportState.READY and something and prepared and view.seat is None:
        lines.append(view.texts("assistant-waits"))
    elif record.state == ImportState.READY and something:
        rows.append(
            (import_button(view.texts("button-confirm" if prepared else "button-apply"), record, "apply"),)
        )
    elif record.state == ImportState.READY:
        lines += ["", view.texts("import-nothing" if counts["same"] else "import-none-read")]
    if counts.get("others") and record.state == ImportState.READY:
        lines += ["", view.texts("import-others", count=counts["others"])]
    if counts.get("conflicts"):
        words, open_conflicts = await conflicts_words(view, record)
        lines += ["", words]
        rows += open_conflicts if record.state == ImportState.READY else []
    if record.state != ImportState.READY:
        lines += ["", view.texts(f"import-{record.state}", name=record.file_name)]
    if record.state == ImportState.READY:
        rows += columns_button(view, record, columns)
    return Screen("\n".join(lines), (*rows, *_ways(view, record)))


async def _gone_page(view: View, record: ImportRecord) -> Screen:
    """What was open and is not in the file."""
    lines = [view.texts("import-gone-heading", count=record.counts.get("gone", 0))]
    for number, (_, code, topic) in enumerate(await view.uow.rows.gone(record.id, _GONE), start=1):
        lines.append(f"{number}. {clipped(code, 40)} · {clipped(topic, 60) or view.texts('topic-none')}")
    more = record.counts.get("gone", 0) - _GONE
    if more > 0:
        lines.append(view.texts("import-gone-more", count=more))
    back = import_button(view.texts("button-back"), record, "preview")
    return Screen("\n".join(lines), ((back,),))


def _ways(view: View, record: ImportRecord) -> list[tuple[Button, ...]]:
    """What can be done besides applying."""
    rows: list[tuple[Button, ...]] = []
    if record.has_unreadable and record.state != ImportState.APPLYING:
        rows.append((import_button(view.texts("button-unreadable"), record, "bad"),))
    if record.state == ImportState.READY and record.channel:
        rows.append((import_button(view.texts("button-other-channel"), record, "other"),))
    if record.counts.get("gone") and record.state == ImportState.READY:
        rows.append((import_button(view.texts("button-gone", count=record.counts["gone"]), record, "gone"),))
    if record.state in _MAY_BE_GIVEN_UP:
        rows.append((import_button(view.texts("button-cancel"), record, "cancel"),))
    return rows


def _unread(view: View, record: ImportRecord) -> list[str]:
    """Columns and sheets that were not understood, so that one left out is seen before «Применить»."""
    lines = []
    for key, what, names in (("unread", "headers", record.unread), ("skipped", "sheets", record.skipped)):
        if names:
            named = "; ".join(clipped(name, 40) for name in names[:_UNREAD])
            lines += ["", view.texts(f"import-{key}", more=max(0, len(names) - _UNREAD), **{what: named})]
    return lines


async def _sample(view: View, record: ImportRecord) -> list[str]:
    """The first rows as they were understood, so that a column read wrong is seen before «Применить»."""
    found = await view.uow.rows.sample(record.id, _SAMPLE)
    if not found:
        return []
    lines = ["", view.texts("import-sample")]
    for row in found:
        line = view.texts(
            "import-sample-line",
            channel=view.office.profile.channel(row.channel).short_title,
            code=clipped(row.number, 40),
            day=row.received_at,
            topic=clipped(row.topic, 60) or view.texts("topic-none"),
            is_answered="yes" if row.answered_at else "no",
            answered=row.answered_at or row.received_at,
        )
        lines.append(line)
        if row.text and view.office.profile.keeping.in_chat == "masked":
            lines.append(view.texts("import-sample-text", text=clipped(row.text, 90)))
    return lines


def _counts(view: View, counts: dict[str, int]) -> str:
    return view.texts(
        "import-counts",
        new=counts["new"],
        changed=counts["changed"],
        same=counts["same"],
        unreadable=counts["unreadable"],
    )
