"""A task (поручение): what a decision asks of one executor, followed until the head accepts it.

П. 4.4.3: members see to the execution of decisions; п. 4.7: units execute what the protocol sends them;
п. 3.2: the head monitors. Every method either changes the task and returns the `Act` for the audit log,
or raises a `Refusal` and changes nothing. Days are of the office's zone, moments are aware.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.meetings.meeting import Meeting
from domain.meetings.voting import Outcome, Point
from domain.messages.deadline import working_days_between
from domain.office.act import Act, text_hash
from domain.office.calendar import WorkCalendar
from domain.office.profile import OfficeProfile
from domain.office.refusal import Refusal
from domain.people.roster import Actor, Duties, Roster
from domain.protocols.record import ProtocolRecord


class TaskState(StrEnum):
    """Where a task stands; a returned one is open again, with the head's reason."""

    OPEN = "open"
    REPORTED = "reported"
    RETURNED = "returned"
    ACCEPTED = "accepted"


UNFINISHED = (TaskState.OPEN, TaskState.RETURNED)


class StepKind(StrEnum):
    """What happened to a task."""

    REPORTED = "reported"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    EXTENSION_ASKED = "extension_asked"
    EXTENDED = "extended"
    EXTENSION_DECLINED = "extension_declined"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened: by the holder of `seat` or a contact of `unit`, in their words.

    `until` is the day asked for or granted; `acting` marks «и.о. руководителя» (п. 4.3).
    """

    kind: StepKind
    at: datetime
    seat: int | None = None
    unit: str | None = None
    acting: bool = False
    text: str = ""
    until: date | None = None


@dataclass(slots=True)
class Task:
    """One executor's part of an adopted decision: a seat's or a unit's. `due` is the last day, if any.

    `asked_until` is the day of an extension that waits for the head's word; `done_on` the day of the
    report that waits or was accepted.
    """

    id: int
    protocol_id: int
    protocol_number: int
    protocol_day: date
    item: int
    decision: str
    seat: int | None = None
    unit: str | None = None
    due: date | None = None
    state: TaskState = TaskState.OPEN
    asked_until: date | None = None
    done_on: date | None = None
    history: list[Step] = field(default_factory=list)
    point: int = 0

    # What is so

    @property
    def entity(self) -> str:
        """The task's name in the audit log."""
        return f"task:{self.id}"

    @property
    def number(self) -> str:
        """«1.2»: the second question of protocol No. 1; «1.2.3»: the third point of its decision."""
        point = f".{self.point}" if self.point else ""
        return f"{self.protocol_number}.{self.item}{point}"

    @property
    def unfinished(self) -> bool:
        """Whether the executor has still to act."""
        return self.state in UNFINISHED

    def late(self, today: date, calendar: WorkCalendar) -> int:
        """Working days past the due day, up to the report or today; the first working day after is 1."""
        if self.due is None:
            return 0
        return working_days_between(self.due, self.done_on or today, calendar)

    def executed_by(self, actor: Actor) -> bool:
        """Whether the actor is the executor: the seat's holder or a contact of the unit."""
        if self.unit is not None:
            return actor.unit == self.unit
        return actor.seat is not None and actor.seat == self.seat

    def seen_by(self, actor: Actor, profile: OfficeProfile, duties: Duties | None) -> bool:
        """The executor sees it, the head, and who heads the unit's block (п. 3.2, 3.3)."""
        if self.executed_by(actor):
            return True
        if actor.seat is None:
            return False
        block = profile.seat(actor.seat).block
        heads_block = self.unit is not None and block is not None and profile.unit(self.unit).block == block
        return heads_block or (duties is not None and duties.seat == actor.seat)

    # The executor

    def report(self, actor: Actor, duties: Duties | None, text: str, now: datetime, today: date) -> Act:
        """«Исполнено», with a note. Told by whoever heads the office now, it is accepted at once.

        So the head marks a unit that has no chat, and reports the head's own tasks.
        """
        self.require_report(actor, duties)
        heads = duties is not None and duties.seat == actor.seat
        self.state = TaskState.ACCEPTED if heads else TaskState.REPORTED
        self.asked_until, self.done_on = None, today
        kind = StepKind.ACCEPTED if heads else StepKind.REPORTED
        acting = duties is not None and heads and duties.acting
        return self._step(Step(kind, now, actor.seat, actor.unit, acting, text))

    def require_report(self, actor: Actor, duties: Duties | None) -> None:
        """A refusal for who may not report now: the executor and the head may, while it is unfinished."""
        if duties is None or duties.seat != actor.seat:
            self._expect_executor(actor)
        self._expect(*UNFINISHED)

    def ask_extension(self, actor: Actor, until: date, reason: str, now: datetime, today: date) -> Act:
        """«Прошу продлить» to a later day, with a reason; asked again, the newer day counts."""
        self.require_extension(actor)
        self.require_later(until, today)
        self.asked_until = until
        return self._step(
            Step(StepKind.EXTENSION_ASKED, now, actor.seat, actor.unit, text=reason, until=until)
        )

    def require_extension(self, actor: Actor) -> None:
        """A refusal for who may not ask for a later day now."""
        self._expect_executor(actor)
        self._expect(*UNFINISHED)
        if self.due is None:
            raise Refusal("task-without-due", number=self.number)

    def require_later(self, until: date, today: date) -> None:
        """A refusal for a day that is no extension: not after the due day, or past."""
        earliest = today if self.due is None else max(self.due + timedelta(days=1), today)
        if until < earliest:
            raise Refusal("extension-not-later", earliest=earliest)

    # The head

    def accept(self, duties: Duties, now: datetime) -> Act:
        """«Принять»: the decision is executed (п. 3.2)."""
        self.require_reported()
        self.state = TaskState.ACCEPTED
        return self._step(Step(StepKind.ACCEPTED, now, duties.seat, acting=duties.acting))

    def give_back(self, duties: Duties, reason: str, now: datetime) -> Act:
        """«Вернуть», with a reason: the task is open again."""
        self.require_reported()
        self.state, self.done_on = TaskState.RETURNED, None
        return self._step(Step(StepKind.RETURNED, now, duties.seat, acting=duties.acting, text=reason))

    def require_reported(self) -> None:
        """A refusal while there is no report to accept or to return."""
        self._expect(TaskState.REPORTED)

    def extend(self, duties: Duties, now: datetime) -> Act:
        """The head grants the day that was asked for."""
        until = self._expect_asked()
        self.due, self.asked_until = until, None
        return self._step(Step(StepKind.EXTENDED, now, duties.seat, acting=duties.acting, until=until))

    def decline_extension(self, duties: Duties, now: datetime) -> Act:
        """The due day stays."""
        until = self._expect_asked()
        self.asked_until = None
        return self._step(
            Step(StepKind.EXTENSION_DECLINED, now, duties.seat, acting=duties.acting, until=until)
        )

    # Checks

    def _step(self, step: Step) -> Act:
        self.history.append(step)
        data = {
            "state": self.state.value,
            "seat": step.seat,
            "unit": step.unit,
            "text": text_hash(step.text),
            "until": step.until.isoformat() if step.until else None,
        }
        return Act(f"task-{step.kind.value.replace('_', '-')}", self.entity, data)

    def _expect(self, *states: TaskState) -> None:
        if self.state not in states:
            raise Refusal(f"task-is-{self.state.value}", number=self.number, day=self.done_on)

    def _expect_executor(self, actor: Actor) -> None:
        if not self.executed_by(actor):
            raise Refusal("not-your-task", number=self.number)

    def _expect_asked(self) -> date:
        if self.asked_until is None:
            raise Refusal("extension-not-asked", number=self.number)
        return self.asked_until


def executor_accounts(task: Task, roster: Roster) -> list[int]:
    """Accounts of the executor: the unit's contacts, the seat's holder; none where no chat is bound."""
    if task.unit is not None:
        return [contact.user_id for contact in roster.contacts(task.unit)]
    binding = roster.binding(task.seat) if task.seat is not None else None
    return [binding.user_id] if binding is not None else []


def head_account(roster: Roster) -> list[int]:
    """The account of whoever performs the head's duties now (п. 4.3); none where it is not bound."""
    duties = roster.duties()
    binding = roster.binding(duties.seat) if duties is not None else None
    return [binding.user_id] if binding is not None else []


def tasks_of(protocol_id: int, protocol: ProtocolRecord, meeting: Meeting) -> Iterator[Task]:
    """What a signed protocol asks of whom: a task for each executor of each adopted decision (п. 4.7).

    Points of a decision are tasks of their own.
    """
    agenda = {item.number: item for item in meeting.agenda}
    for record in protocol.items:
        item = agenda[record.number]
        if item.result is None or item.result.outcome is not Outcome.ADOPTED:
            continue
        standing = item.standing
        parts: list[tuple[int, str, Point, date | None]] = [
            (0, record.decision or record.question, standing, record.due)
        ]
        parts += [(place, point.words, point, point.due) for place, point in item.standing_points]
        for place, words, part, due in parts:
            executors = [(unit, None) for unit in part.executor_units]
            for unit, seat in [*executors, *((None, seat) for seat in part.executor_seats)]:
                yield Task(
                    id=0,
                    protocol_id=protocol_id,
                    protocol_number=protocol.number,
                    protocol_day=protocol.opened_at.date(),
                    item=record.number,
                    decision=words,
                    seat=seat,
                    unit=unit,
                    due=due,
                    point=place,
                )
