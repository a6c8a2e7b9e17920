"""What a meeting leaves: protocol, opinions, tasks, recommendations; a seat taken away (п. 4.7, 4.4.3)."""

from __future__ import annotations

from tests.e2e.authority.meetings import PRESENT, SEEN
from tests.e2e.authority.stage import Stage
from tests.e2e.authority.table import (
    ACTING,
    ASSISTANTS,
    HEAD,
    MEMBERS,
    NOBODY,
    UNIT,
    Roles,
    Row,
    State,
    after,
    rows,
)

CLOSED = (
    *rows(
        HEAD,
        ("a signature asked", "prot:sign:{protocol}:0"),
        ("not now", "prot:cancel:{protocol}:0"),
        ("signed on paper", "prot:paper:{protocol}:0"),
        ("its words", "prot:words:{protocol}:0"),
        ("a question's words", "prot:item:{protocol}:1"),
        ("what was heard", "prot:heard:{protocol}:1"),
        ("who spoke", "prot:spoke:{protocol}:1"),
        ("what was decided", "prot:decided:{protocol}:1"),
        ("the draft of the protocol", "prot:send:{protocol}:0"),
        ("what is left over", "meet:leftovers:{meeting}:0"),
        ("carried over", "meet:carry:{meeting}:0", "meeting-carried-over"),
    ),
    Row("signed", HEAD, "prot:confirm:{protocol}:0", ("prot:sign:{protocol}:0",), "protocol-signed"),
    Row(
        "worded anew",
        HEAD,
        "prot:reword:{protocol}:1",
        ("prot:heard:{protocol}:1", "Иначе"),
        "protocol-reworded",
    ),
    *rows(
        PRESENT,
        ("a separate opinion", "meet:opinion:{meeting}:0"),
        ("on a question", "meet:opine:{meeting}:1"),
    ),
    Row(
        "an opinion in words",
        PRESENT,
        "meet:opined:{meeting}:1",
        ("meet:opine:{meeting}:1", "Я против"),
        "meeting-opinion-attached",
    ),
    *rows(MEMBERS, ("the past meeting", "past:open:{meeting}")),
    *rows(
        NOBODY,
        ("checked in after the closing", "meet:in:{meeting}:0"),
        ("opened again", "meet:open:{meeting}:0"),
        ("an opinion on what was not decided", "meet:opine:{meeting}:2"),
        ("a correction of what is not signed", "prot:correction:{protocol}:0"),
        ("corrected", "prot:correct:{protocol}:0"),
        ("a signature's file", "prot:sig:{protocol}:0"),
        ("registered without a scan", "prot:register:{protocol}:0"),
        ("whose hand it is, of no scan", "prot:paper-by:{protocol}:0"),
        ("received before it was sent", "disp:received:protocol:{protocol}:"),
        ("handed over before it was sent", "disp:by-hand:protocol:{protocol}:dorogi"),
        ("a decision entered before that", "rec:enter:{protocol}:1"),
        ("a protocol that is not", "prot:sign:77:0"),
    ),
)

# Who held the head's duties in the meeting signs; the rest of the duties goes to seat 2 (п. 4.7, 4.3).
CHAIR_AWAY = (
    *rows(HEAD, ("a signature asked", "prot:sign:{protocol}:0"), ("its words", "prot:words:{protocol}:0")),
    *rows(ACTING, ("carried over", "meet:carry:{meeting}:0", "meeting-carried-over")),
)

SIGNED = (
    *rows(
        NOBODY,
        ("signed again", "prot:sign:{protocol}:0"),
        ("signed on paper too", "prot:paper:{protocol}:0"),
        ("a signature's file that is not taken off", "prot:unsig:{protocol}:1"),
        ("confirmed again", "prot:confirm:{protocol}:0"),
        ("worded after the signature", "prot:words:{protocol}:0"),
        ("a question worded after it", "prot:heard:{protocol}:1"),
    ),
    *rows(MEMBERS | {UNIT}, ("the signed original", "prot:send:{protocol}:0")),
    *rows(
        HEAD,
        ("a correction asked", "prot:correction:{protocol}:0"),
        ("a signature's file", "prot:sig:{protocol}:0"),
    ),
    Row(
        "a correction signed",
        HEAD,
        "prot:correct:{protocol}:0",
        ("prot:correction:{protocol}:0", "Читать иначе"),
        "correction-signed",
    ),
    *rows({UNIT}, ("received", "disp:received:protocol:{protocol}:", "protocol-received")),
    *rows(HEAD, ("the paper to hand over", "disp:paper:protocol:{protocol}:dorogi")),
    *rows(HEAD, ("handed over", "disp:by-hand:protocol:{protocol}:dorogi", "protocol-sent-by-hand")),
)


def of_task(task: str, seen: Roles, executor: Roles) -> tuple[Row, ...]:
    """A task that is open: who sees it, who reports, who asks for more time."""
    opened = (f"task:open:{task}:",)
    return (
        *rows(seen, (f"{task} opened", f"task:open:{task}:")),
        *after(
            opened,
            (
                *rows(seen, (f"{task} turned", f"task:page:{task}:")),
                *rows(executor | HEAD, (f"{task} done", f"task:done:{task}:")),
                Row(
                    f"{task} reported",
                    executor | HEAD,
                    f"task:send:{task}:",
                    (f"task:done:{task}:",),
                    "task-%",
                ),
                *rows(executor, (f"more time for {task}", f"task:extend:{task}:")),
                *rows(executor, (f"a day for {task}", f"task:until:{task}:2026-12-25")),
                Row(
                    f"why {task}",
                    executor,
                    "Мороз",
                    (f"task:until:{task}:2026-12-25",),
                    "task-extension-asked",
                ),
            ),
        ),
        *rows(
            NOBODY,
            (f"{task} without files", f"task:files:{task}:"),
            (f"{task} accepted too early", f"task:accept:{task}:"),
            (f"{task} returned too early", f"task:return:{task}:"),
            (f"time for {task} granted unasked", f"task:grant:{task}:"),
            (f"time for {task} declined unasked", f"task:decline:{task}:"),
        ),
    )


TASKS = (
    *of_task("{task}", frozenset({1, 4}), frozenset({4})),
    *of_task("{unit_task}", frozenset({1, 4, UNIT}), frozenset({UNIT})),
    *rows(NOBODY, ("a task that is not", "task:done:77:")),
    *after(
        ("/tasks",),
        (
            *rows(MEMBERS | {UNIT}, ("open tasks", "tasks:section:open"), ("a page of them", "tasks:page:0")),
            *rows(
                HEAD,
                ("by executors", "tasks:executors:"),
                ("of one executor", "tasks:executor:seat-4"),
                ("onto the agenda", "tasks:agenda:", "meeting-drafted"),
            ),
        ),
    ),
    Row("tasks into a draft", HEAD, "draft:follow:{next_meeting}:", ("/convene", "draft:new:0:")),
    *after(
        ("/recommendations",),
        (
            *rows(
                MEMBERS,
                ("recommendations paged", "rec:page:0:0"),
                ("all of them", "rec:all:0:"),
                ("a search", "rec:search:0:"),
            ),
            *rows(
                HEAD,
                ("what may be entered", "rec:choose:0:"),
                ("entered", "rec:enter:{protocol}:1", "recommendation-entered"),
            ),
        ),
    ),
    *rows(NOBODY, ("a recommendation that is not", "rec:open:77:")),
)

REPORTED = (
    *rows(
        HEAD,
        ("accepted", "task:accept:{task}:", "task-accepted"),
        ("time granted", "task:grant:{unit_task}:", "task-extended"),
        ("time declined", "task:decline:{unit_task}:", "task-extension-declined"),
        ("a recommendation moved", "rec:move:{entry}:withdrawn", "recommendation-moved"),
    ),
    Row("returned", HEAD, "Нет фотографий", ("task:open:{task}:", "task:return:{task}:"), "task-returned"),
    *rows(NOBODY, ("reported again", "task:done:{task}:"), ("more time after that", "task:extend:{task}:")),
    Row("a recommendation", MEMBERS, "rec:open:{entry}:", ("/recommendations",)),
    Row("and back", MEMBERS, "rec:close:{entry}:", ("/recommendations", "rec:open:{entry}:")),
)

LEFT: Roles = MEMBERS - {4}
# Seat 4 was taken away in the middle of it all: nothing of what it held is its any more.
TAKEN_AWAY = (
    *rows(
        LEFT,
        ("/roster", "/roster"),
        ("/digest", "/digest"),
        ("/messages", "/messages"),
        ("/request", "/request"),
    ),
    *rows(LEFT | {UNIT}, ("/tasks", "/tasks")),
    *rows(SEEN - {4}, ("/meeting", "go:meeting")),
    *rows(HEAD, ("the task", "task:open:{task}:"), ("the task done", "task:accept:{task}:", "task-accepted")),
    *rows({1, UNIT}, ("the unit's task", "task:open:{unit_task}:")),
    *rows(LEFT | {UNIT}, ("the signed original", "prot:send:{protocol}:0")),
    *rows(LEFT, ("the past meeting", "past:open:{meeting}")),
    *rows(PRESENT - {4}, ("an opinion", "meet:opine:{meeting}:1")),
    *rows(LEFT | ASSISTANTS, ("a proposal", "/propose")),
)


async def closed(stage: Stage) -> None:
    """The meeting is over, two questions are left, the protocol waits for its signature."""
    for _ in range(2):
        await stage.do(1, "meet:end:{meeting}:0")
    await stage.people.settle()
    stage.names["protocol"] = await stage.one("SELECT max(id) FROM protocols")


async def chair_away(stage: Stage) -> None:
    """The head who chaired is away today."""
    for step in ("/absence", "away:first:2026-11-25", "away:last:2026-11-30"):
        await stage.do(1, step)
    stage.names["absence"] = await stage.one("SELECT max(id) FROM absences")


async def signed(stage: Stage) -> None:
    """The head is back and signs."""
    for step in (
        "/absence",
        "away:withdraw:{absence}",
        "prot:sign:{protocol}:0",
        "prot:confirm:{protocol}:0",
    ):
        await stage.do(1, step)
    await stage.people.settle()
    stage.names["task"] = await stage.one("SELECT id FROM tasks WHERE seat = 4")
    stage.names["unit_task"] = await stage.one("SELECT id FROM tasks WHERE unit = 'zhkh'")
    stage.names["next_meeting"] = await stage.one("SELECT max(id) + 1 FROM meetings")


async def reported(stage: Stage) -> None:
    """Seat 4 reports, the unit asks for time, the decision is in the register."""
    for step in ("task:open:{task}:", "task:done:{task}:", "task:send:{task}:"):
        await stage.do(4, step)
    for step in (
        "task:open:{unit_task}:",
        "task:extend:{unit_task}:",
        "task:until:{unit_task}:2026-12-25",
        "Мороз",
    ):
        await stage.do(UNIT, step)
    for step in ("/recommendations", "rec:choose:0:", "rec:enter:{protocol}:1"):
        await stage.do(1, step)
    stage.names["entry"] = await stage.one("SELECT max(id) FROM recommendations")


async def taken_away(stage: Stage) -> None:
    """The head records a vacancy of seat 4."""
    for command in ("/tasks", "/digest", "/messages"):
        await stage.do(4, command)
    await stage.do(1, "seat:vacated:4")
    await stage.people.settle()


AREA = (
    State("closed", closed, CLOSED),
    State("the chair is away", chair_away, CHAIR_AWAY),
    State("signed", signed, SIGNED + TASKS),
    State("reported", reported, REPORTED),
    State("seat 4 was taken away", taken_away, TAKEN_AWAY, frozenset({4})),
)
