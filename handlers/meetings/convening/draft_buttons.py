"""Drafts of meetings as buttons that can be told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from domain.meetings.meeting import Meeting
from domain.office.outbox import Button
from domain.office.ports import Texts
from domain.office.wording import clipped, literal
from handlers.chat.parts import Rows
from handlers.meetings.taps import DraftTap


def draft_titles(texts: Texts, drafts: Sequence[Meeting]) -> dict[int, str]:
    """By their ids: the date and how many questions; of two with one date the first question instead."""
    dates = Counter(draft.starts_at for draft in drafts)
    titles: dict[int, str] = {}
    for draft in drafts:
        first = clipped(draft.agenda[0].question, 25) if draft.agenda else ""
        title = texts(
            "button-draft",
            moment=draft.starts_at or "",
            dated="yes" if draft.starts_at else "no",
            question=literal(first if dates[draft.starts_at] > 1 else "") or "none",
            count=len(draft.agenda),
        )
        same = sum(known.partition(" (")[0] == title for known in titles.values())
        titles[draft.id] = f"{title} ({same + 1})" if same else title
    return titles


def draft_rows(texts: Texts, drafts: Sequence[Meeting]) -> Rows:
    """A button a draft, which opens its preview."""
    titles = draft_titles(texts, drafts)
    return [(Button(titles[draft.id], DraftTap(act="open", meeting=draft.id).pack()),) for draft in drafts]
