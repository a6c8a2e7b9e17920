"""The register of recommendations: the list, one entry, decisions that may be entered (п. 2.2.2)."""

from __future__ import annotations

from domain.meetings.search import Search
from domain.office.outbox import Button, Screen
from domain.office.wording import clipped
from domain.requests.recommendation import Recommendation, RecommendationState, adopted_items
from domain.tasks.task import TaskState
from handlers.chat.parts import Rows, button, paging
from handlers.chat.view import View
from handlers.requests.taps import RecommendationNumberTap, RecommendationTap

PAGE = 5
_MEETINGS, _DECISIONS = 10, 20


async def render(view: View) -> Screen | None:
    """The page the card stands on."""
    content = view.card.content
    if content.get("page") == "search":
        return Screen(view.texts("recommendations-ask-search"), ((button(view, "back", _tap("all")),),))
    if content.get("page") == "enter" and view.chairs:
        return await _decisions(view)
    opened = content.get("open")
    entry = await view.uow.recommendations.get(int(opened)) if opened else None
    return await _one(view, entry) if entry is not None else await _list(view)


def _tap(act: str, entry: int = 0, value: str = "") -> str:
    return RecommendationTap(act=act, entry=entry, value=value).pack()


async def _list(view: View) -> Screen:
    words = str(view.card.content.get("words", ""))
    count = await view.uow.recommendations.count(words)
    offset = int(view.card.content.get("offset", 0))
    offset = offset if offset < count else 0
    found = await view.uow.recommendations.page(words, PAGE, offset)
    searched = "yes" if words else "no"
    lines = [view.texts("recommendations-heading", count=count, words=words, searched=searched)]
    lines += [_line(view, number, one) for number, one in enumerate(found, start=offset + 1)]
    if not found:
        lines.append(view.texts("recommendations-none", searched=searched))
    opens = tuple(
        Button(str(number), _tap("open", one.id)) for number, one in enumerate(found, start=offset + 1)
    )
    rows: Rows = [opens] if opens else []
    rows += paging(
        offset, PAGE, count, lambda start: RecommendationNumberTap(act="page", entry=0, value=start).pack()
    )
    if count or words:
        rows.append((button(view, "recommendations-search", _tap("search")),))
    if words:
        rows.append((button(view, "recommendations-all", _tap("all")),))
    if view.chairs:
        rows.append((button(view, "recommendations-enter", _tap("choose")),))
    return Screen("\n".join(lines), tuple(rows))


def _line(view: View, number: int, one: Recommendation) -> str:
    return view.texts(
        "recommendations-line",
        number=number,
        code=one.number,
        adopted=one.adopted_on,
        state=one.state.value,
        text=clipped(one.text, 150),
    )


async def _one(view: View, one: Recommendation) -> Screen:
    tasks = await view.uow.tasks.of_decision(one.protocol_id, one.item)
    lines = [
        view.texts("recommendation-heading", code=one.number, state=one.state.value),
        view.texts("request-text", text=clipped(one.text, 1500)),
        "",
        view.texts(
            "recommendation-about",
            number=one.protocol_number,
            adopted=one.adopted_on,
            changed=one.changed_on or one.adopted_on,
            moved="yes" if one.changed_on else "no",
        ),
    ]
    if tasks:
        done = sum(task.state is TaskState.ACCEPTED for task in tasks)
        today = view.now.date()
        late = sum(task.unfinished and task.due is not None and task.due < today for task in tasks)
        lines.append(view.texts("recommendation-tasks", count=len(tasks), done=done, late=late))
    rows: Rows = []
    if view.chairs:
        rows += [
            (
                Button(
                    view.texts(f"button-recommendation-{state.value.replace('_', '-')}"),
                    _tap("move", one.id, state.value),
                ),
            )
            for state in RecommendationState
            if state is not one.state
        ]
    return Screen("\n".join(lines), (*rows, (button(view, "back", _tap("close")),)))


async def _decisions(view: View) -> Screen:
    """Decisions of the last signed protocols that are not in the register."""
    lines, rows = [view.texts("recommendations-choose")], list[tuple[Button, ...]]()
    for meeting in await view.uow.past.page(Search(), _MEETINGS, 0):
        protocol = await view.uow.protocols.of_meeting(meeting.id)
        if protocol is None or protocol.signature is None:
            continue
        entered = await view.uow.recommendations.entered(protocol.id)
        decisions = {item.number: item.decision for item in protocol.record.items}
        for number in adopted_items(protocol.record):
            if number not in entered and len(rows) < _DECISIONS:
                caption = clipped(f"{protocol.number}.{number} · {decisions[number]}", 60)
                rows.append(
                    (
                        Button(
                            caption,
                            RecommendationNumberTap(act="enter", entry=protocol.id, value=number).pack(),
                        ),
                    )
                )
    if not rows:
        lines = [view.texts("recommendations-nothing-to-enter")]
    return Screen("\n".join(lines), (*rows, (button(view, "back", _tap("all")),)))
