"""Where a registry file says other than people did: what stands, and a page to decide on."""

from __future__ import annotations

from domain.messages.conflict import Conflict, ConflictKind, ConflictTally
from domain.messages.message import ImportRecord, ImportState
from domain.office.outbox import Button, Screen
from domain.office.wording import clipped
from handlers.chat.parts import turning
from handlers.chat.view import View
from handlers.imports.taps import ConflictPageTap, ConflictTap, ImportTap

CONFLICTS_A_PAGE = 5


async def conflicts_words(view: View, record: ImportRecord) -> tuple[str, tuple[tuple[Button, ...], ...]]:
    """What stands now of the file's conflicts, and the button to those that may still be decided."""
    tally = await view.uow.conflicts.tally(record.id)
    applied = record.state == ImportState.APPLIED
    count = record.counts["conflicts"]
    left = tally.open if applied else tally.open + tally.taken
    # Those taken before «Применить» are put in and no longer kept.
    taken = record.counts.get("taken", 0) + tally.taken
    words = view.texts(
        f"import-conflicts-{'applied' if applied else 'ready'}",
        count=count,
        taken=taken,
        ours=max(0, count - taken),
    )
    if not left:
        return words, ()
    return words, ((Button(view.texts("button-conflicts", count=left), _page(record)),),)


async def conflicts_page(view: View, record: ImportRecord) -> Screen:
    """Both words side by side, a page at a time, with a button for each that may still be decided."""
    applied = record.state == ImportState.APPLIED
    tally = await view.uow.conflicts.tally(record.id)
    page = int(view.card.content.get("turn", 0))
    found = await view.uow.conflicts.page(record.id, CONFLICTS_A_PAGE + 1, page * CONFLICTS_A_PAGE)
    shown = found[:CONFLICTS_A_PAGE]
    stage = "applied" if applied else "ready"
    lines = [view.texts(f"conflicts-heading-{stage}", ours=tally.open, taken=tally.taken)]
    for number, conflict in enumerate(shown, start=page * CONFLICTS_A_PAGE + 1):
        lines += ["", *_conflict(view, number, conflict, applied=applied)]
    if not shown and (tally.open or tally.taken):
        lines += ["", view.texts("conflicts-none")]
    numbers = tuple(
        Button(f"{'✓ ' if one.taken else ''}{number}", _take(record, one.row_id))
        for number, one in enumerate(shown, start=page * CONFLICTS_A_PAGE + 1)
        if not (applied and one.taken)
    )
    turns = turning(page, len(found) > CONFLICTS_A_PAGE, lambda to: _page(record, to))
    back = import_button(view.texts("button-back"), record, "preview")
    rows = [row for row in (numbers, turns, _all_at_once(view, record, tally), (back,)) if row]
    return Screen("\n".join(lines), tuple(rows))


def _all_at_once(view: View, record: ImportRecord, tally: ConflictTally) -> tuple[Button, ...]:
    """«Взять все», «Оставить все»: what is put in already cannot be left."""
    acts = ["take-all"] if tally.open else []
    if record.state == ImportState.READY and (tally.open or tally.taken):
        acts.append("keep-all")
    return tuple(import_button(view.texts(f"button-{act}"), record, act) for act in acts)


def _conflict(view: View, number: int, conflict: Conflict, *, applied: bool) -> list[str]:
    lines = [
        view.texts(
            "conflict-line",
            number=number,
            taken=("done" if applied else "yes") if conflict.taken else "no",
            channel=view.office.profile.channel(conflict.channel).short_title,
            code=clipped(conflict.number, 40),
            topic=clipped(conflict.topic, 60) or view.texts("topic-none"),
        )
    ]
    if applied and conflict.taken:
        return lines  # both say the same now
    for kind in conflict.kinds:
        if kind is ConflictKind.ANSWER:
            lines.append(
                view.texts(
                    "conflict-answer",
                    ours=conflict.our_answer or view.now,
                    open="no" if conflict.their_answer else "yes",
                    theirs=conflict.their_answer or view.now,
                )
            )
        elif kind is ConflictKind.BLOCK:
            ours, theirs = (_block(view, block) for block in (conflict.our_block, conflict.their_block))
            lines.append(view.texts("conflict-block", ours=ours, theirs=theirs))
        elif kind is ConflictKind.TERM:
            lines.append(view.texts("conflict-term", ours=conflict.our_term, theirs=conflict.their_term))
        else:
            lines.append(
                view.texts(
                    "conflict-message",
                    ours=conflict.our_received,
                    topic=clipped(conflict.our_topic, 60),
                    theirs=conflict.their_received,
                )
            )
    return lines


def _block(view: View, key: str | None) -> str:
    return view.office.profile.block(key).title if key else view.texts("block-none")


def _page(record: ImportRecord, page: int | None = None) -> str:
    return ConflictPageTap(act="conflicts", record=record.id, value=page).pack()


def _take(record: ImportRecord, row: int) -> str:
    return ConflictTap(act="take", record=record.id, value=row).pack()


def import_button(text: str, record: ImportRecord, act: str, value: str = "") -> Button:
    """A button on the card of an import."""
    return Button(text, ImportTap(act=act, record=record.id, value=value).pack())
