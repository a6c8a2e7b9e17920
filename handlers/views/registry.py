"""A registry file's card: what it looks like, what would change, what came of it."""

from __future__ import annotations

from domain.message import ImportRecord, ImportState
from domain.ports import Button, Screen
from handlers.taps import ImportTap
from handlers.views.context import View


async def render(view: View) -> Screen | None:
    """The state of the import, with its buttons."""
    record = await view.uow.imports.get(int(view.card.key))
    if record is None:
        return None
    if record.state == ImportState.ASKING:
        rows = tuple(
            (_button(channel.title, record, "channel", channel.key),)
            for channel in view.office.profile.channels
        )
        cancel = (_button(view.texts("button-cancel"), record, "cancel"),)
        return Screen(view.texts("import-which-channel", name=record.file_name), (*rows, cancel))
    if record.state == ImportState.REFUSED and record.problem is not None:
        reason = view.texts(record.problem.key, **record.problem.arguments)
        return Screen(f"{view.texts('import-refused', name=record.file_name)}\n{reason}")
    if record.state in (ImportState.READY, ImportState.APPLYING, ImportState.APPLIED):
        return _preview(view, record)
    return Screen(view.texts(f"import-{record.state}", name=record.file_name))


def _preview(view: View, record: ImportRecord) -> Screen:
    counts = record.counts
    read = counts["new"] + counts["changed"] + counts["same"] + counts["unreadable"]
    if record.channel:
        title = view.office.profile.channel(record.channel).title
        heading = view.texts("import-looks-like", channel=title, rows=read)
    else:
        heading = view.texts("import-mixed", rows=read)
    lines = [heading, _counts(view, counts)]
    if counts.get("unassigned"):
        lines += ["", view.texts("import-unassigned", count=counts["unassigned"])]
    rows = []
    something = counts["new"] + counts["changed"] > 0
    sender = view.roster.binding_of(record.user_id)
    prepared = sender is not None and sender.assists is not None
    if prepared and sender is not None:
        lines += ["", view.texts("prepared-by", name=sender.name)]
    if record.state == ImportState.READY and something and prepared and view.seat is None:
        lines.append(view.texts("assistant-waits"))
    elif record.state == ImportState.READY and something:
        rows.append((_button(view.texts("button-confirm" if prepared else "button-apply"), record, "apply"),))
    elif record.state == ImportState.READY:
        lines += ["", view.texts("import-nothing")]
    if record.has_unreadable:
        rows.append((_button(view.texts("button-unreadable"), record, "bad"),))
    if record.state == ImportState.READY:
        rows.append((_button(view.texts("button-cancel"), record, "cancel"),))
    else:
        lines += ["", view.texts(f"import-{record.state}", name=record.file_name)]
    return Screen("\n".join(lines), tuple(rows))


def _counts(view: View, counts: dict[str, int]) -> str:
    return view.texts(
        "import-counts",
        new=counts["new"],
        changed=counts["changed"],
        same=counts["same"],
        unreadable=counts["unreadable"],
    )


def _button(text: str, record: ImportRecord, act: str, value: str = "") -> Button:
    return Button(text, ImportTap(act=act, record=record.id, value=value).pack())
