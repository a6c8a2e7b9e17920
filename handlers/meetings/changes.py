"""What has changed in a meeting, in words: one line a change."""

from __future__ import annotations

from domain.meetings.meeting import Meeting
from domain.meetings.programme import Change, ChangeKind, Programme
from domain.office.ports import Texts
from domain.office.wording import clipped
from domain.people.roster import Roster
from handlers.chat.wording import names_of

_MOST = 20


def change_lines(
    texts: Texts, roster: Roster, meeting: Meeting, before: Programme, found: list[Change]
) -> list[str]:
    """The changes against what was told `before`; beyond twenty only how many more there are."""
    words = {question.key: question for question in before.questions}
    words.update({question.key: question for question in meeting.programme().questions})
    lines = []
    for change in found[:_MOST]:
        question = words.get(change.key)
        lines.append(
            texts(
                f"change-{change.kind.value.replace('_', '-')}",
                moment=meeting.starts_at,
                place=meeting.place or "—",
                form=meeting.form.value,
                names=names_of(texts, roster, change.seats),
                number=question.number if question else 0,
                question=clipped(question.question, 100) if question else "",
            )
        )
    if len(found) > _MOST:
        lines.append(texts("change-more", count=len(found) - _MOST))
    return lines


def notice(texts: Texts, roster: Roster, meeting: Meeting, before: Programme) -> str:
    """«Изменения в повестке…» with all of them; only the time's own notice leaves that line out."""
    found = [change for change in meeting.untold() if change.kind is not ChangeKind.MOMENT]
    lines = [texts("changes-heading", number=meeting.number or 0, moment=meeting.starts_at)]
    return "\n".join([*lines, *change_lines(texts, roster, meeting, before, found)])
