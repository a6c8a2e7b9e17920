"""Finding past meetings by a number, a date, or words of the agenda and the decisions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from domain.meetings.meeting import Meeting

_NUMBER = re.compile(r"№?\s*([0-9]{1,4})")
_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d{2}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for among past meetings: a number, or words that all must stand in one."""

    number: int | None = None
    words: tuple[str, ...] = ()


def read_search(text: str) -> Search:
    """«7», «№ 7», «25.11.2026», «снег подрядчик»; an empty one finds everything."""
    said = text.strip()
    number = _NUMBER.fullmatch(said)
    if number:
        return Search(number=int(number[1]))
    return Search(words=tuple(folded(_whole_day(word)) for word in said.split()))


def folded(text: str) -> str:
    """Words as they are compared: without case, «ё» as «е»."""
    return " ".join(text.casefold().replace("ё", "е").split())


def _whole_day(word: str) -> str:
    """«5.3.26» as «05.03.2026»; any other word as it is."""
    day = _DAY.fullmatch(word.strip(",.;"))
    if day is None:
        return word
    year = "" if day[3] is None else f".{day[3] if len(day[3]) == 4 else '20' + day[3]}"
    return f"{day[1]:0>2}.{day[2]:0>2}{year}"


def words_of(meeting: Meeting, day: str) -> str:
    """Everything by which a past meeting is found; `day` as «25.11.2026»."""
    parts = [day, meeting.place, meeting.cancel_reason]
    for item in meeting.agenda:
        parts += [item.question, item.draft_decision, item.speaker, *(point.words for point in item.points)]
    return folded("\n".join(parts))
