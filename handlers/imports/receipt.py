"""What is left of a file that was put in: how its messages stand, what is missing, the way back."""

from __future__ import annotations

from collections.abc import Mapping

from domain.imports.steps import undone_until
from domain.messages.message import ImportRecord, ImportState
from domain.office.outbox import Button, Screen
from handlers.chat.view import View
from handlers.imports.conflicts import conflicts_words, import_button


async def receipt(view: View, record: ImportRecord) -> Screen:
    """«Загружено 25: отвечено 22, в работе 3», and what to do next."""
    counts = record.counts
    loaded = counts["new"] + counts["changed"] + counts["same"]
    outcome = outcome_lines(view, "import-receipt", counts, count=loaded)
    lines = [*dropped(view, record), *(outcome or [view.texts("import-applied")])]  # of a former release
    if counts.get("gone"):
        lines.append(view.texts("import-receipt-gone", count=counts["gone"]))
    if counts.get("unassigned"):
        lines.append(view.texts("import-receipt-unassigned", count=counts["unassigned"]))
    rows: list[tuple[Button, ...]] = []
    if counts.get("conflicts"):
        words, open_conflicts = await conflicts_words(view, record)
        lines += ["", words]
        rows += open_conflicts
    if record.state == ImportState.UNDOING:
        return Screen("\n".join((*lines, "", view.texts("import-undoing"))))
    return Screen("\n".join(lines), (*rows, *await _next(view, record)))


def dropped(view: View, record: ImportRecord) -> list[str]:
    """Which file of the folder it is: nobody sent it, so nothing above names it."""
    return [view.texts("import-dropped", name=record.file_name)] if record.was_dropped else []


def outcome_lines(view: View, key: str, counts: Mapping[str, int], **also: int) -> list[str]:
    """How the file's messages stand; nothing for a file of a former release."""
    if "open" not in counts:
        return []
    named = {name: counts[name] for name in ("answered", "open", "overdue", "outside")}
    return [view.texts(key, **named, **also)]


async def _next(view: View, record: ImportRecord) -> list[tuple[Button, ...]]:
    counts = record.counts
    first: list[Button] = []
    if view.seat is not None and counts.get("open"):
        first.append(import_button(view.texts("button-open-message"), record, "open"))
    if view.seat is not None and counts.get("unassigned"):
        first.append(import_button(view.texts("button-assign-several"), record, "unassigned"))
    rows = [tuple(first)] if first else []
    if record.has_unreadable:
        rows.append((import_button(view.texts("button-unreadable"), record, "bad"),))
    if counts.get("gone"):
        rows.append((import_button(view.texts("button-gone", count=counts["gone"]), record, "gone"),))
    until = await undone_until(view.uow, record)
    view.until(until)
    if until is not None and view.now < until:
        rows.append((import_button(view.texts("button-undo-import"), record, "undo"),))
    return rows
