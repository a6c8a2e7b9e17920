"""The task's states against a small model of another make: a table of what may follow what."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.office.refusal import Refusal
from domain.people.roster import Actor, Duties, Standing
from domain.tasks.task import Task, TaskState

HEAD = Actor(1, Standing.MEMBER, seat=1)
EXECUTOR = Actor(10, Standing.UNIT, unit="zhkh")
OTHER_UNIT = Actor(11, Standing.UNIT, unit="dorogi")
MEMBER = Actor(4, Standing.MEMBER, seat=4)
GUEST = Actor(12, Standing.GUEST)
DUTIES = Duties(1, acting=False)
START = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)

# Who does what in which state, and which state follows; what is not here is refused.
# «e» the executor, «h» the head, «-» anyone else; an asked day is written «?».
FOLLOWS = {
    ("open", "e", "report"): "reported",
    ("open?", "e", "report"): "reported",
    ("returned", "e", "report"): "reported",
    ("returned?", "e", "report"): "reported",
    ("open", "h", "report"): "accepted",
    ("open?", "h", "report"): "accepted",
    ("returned", "h", "report"): "accepted",
    ("returned?", "h", "report"): "accepted",
    ("open", "e", "ask"): "open?",
    ("open?", "e", "ask"): "open?",
    ("returned", "e", "ask"): "returned?",
    ("returned?", "e", "ask"): "returned?",
    ("open?", "h", "extend"): "open",
    ("returned?", "h", "extend"): "returned",
    ("open?", "h", "decline"): "open",
    ("returned?", "h", "decline"): "returned",
    ("reported", "h", "accept"): "accepted",
    ("reported", "h", "return"): "returned",
}
HEADS_ACTS = ("accept", "return", "extend", "decline")
PEOPLE = {"e": [EXECUTOR], "h": [HEAD], "-": [OTHER_UNIT, MEMBER, GUEST]}


def do(task: Task, actor: Actor, act: str, until: date, today: date) -> None:
    """One act; the head's own acts ask for duties, which only the head has."""
    if act == "report":
        task.report(actor, DUTIES, "сделано", NOW, today)
    elif act == "ask":
        task.ask_extension(actor, until, "нет техники", NOW, today)
    elif act == "accept":
        task.accept(DUTIES, NOW)
    elif act == "return":
        task.give_back(DUTIES, "доделать", NOW)
    elif act == "extend":
        task.extend(DUTIES, NOW)
    else:
        task.decline_extension(DUTIES, NOW)


def standing(task: Task) -> str:
    """The state as the table writes it."""
    return task.state.value + ("?" if task.asked_until else "")


steps = st.tuples(
    st.sampled_from(["e", "h", "-"]),
    st.sampled_from(["report", "ask", "accept", "return", "extend", "decline"]),
    st.integers(0, 2),
    st.integers(-1, 12),
    st.sampled_from([0, 0, 0, 1, 2]),
)


@given(st.lists(steps, max_size=25), st.sampled_from([None, 0, 1, 3]))
def test_what_may_follow_what(walk: list[tuple[str, str, int, int, int]], due_in: int | None) -> None:
    due = START + timedelta(days=due_in) if due_in is not None else None
    task = Task(1, 1, 1, START, 2, "Усилить контроль", unit="zhkh", due=due)
    expected, expected_due, asked, today, taken = "open", due, None, START, 0
    for who, act, which, days, passed in walk:
        today += timedelta(days=passed)
        if act in HEADS_ACTS and who != "h":
            continue  # these acts take the head's duties, which nobody else is given
        actor = PEOPLE[who][which % len(PEOPLE[who])]
        until = START + timedelta(days=days)
        follows = FOLLOWS.get((expected, who, act))
        if act == "ask" and (expected_due is None or until <= expected_due or until < today):
            follows = None
        before = (standing(task), task.due, list(task.history))
        try:
            do(task, actor, act, until, today)
        except Refusal:
            assert follows is None, (expected, who, act)
            assert (standing(task), task.due, list(task.history)) == before
            continue
        assert follows is not None, (expected, who, act)
        if act == "ask":
            asked = until
        if act == "extend":
            expected_due = asked
        expected, taken = follows, taken + 1
        assert (standing(task), task.due, len(task.history)) == (expected, expected_due, taken)
        assert (task.done_on is not None) == (expected in ("reported", "accepted"))


def test_an_accepted_task_is_over() -> None:
    assert not [key for key in FOLLOWS if key[0].startswith(TaskState.ACCEPTED.value)]
