"""A signed paper on its way: to members, to units that confirm it, by hand where a unit has no chat."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from bot.runtime import Runtime
from bot.storage.unit_of_work import StoredUnitOfWork
from domain.office.attachment import Attachment
from domain.office.outbox import Button, Screen
from domain.office.wording import clipped
from domain.people.roster import Binding, Roster
from domain.tasks.task import Task
from handlers.meetings.taps import PaperTap
from handlers.protocols.taps import DispatchTap
from handlers.tasks.taps import TaskTap

_MOST, _QUESTION, _WORDS = 4, 60, 120
"""Tasks under an extract, and characters of each: a caption holds 1024."""


@dataclass(frozen=True, slots=True)
class SignedPaper:
    """A protocol or a correction, sent within one transaction; each receiver gets it once.

    `chair`: the seat that signed it. `said`: what its captions say of it.
    """

    office: Runtime
    uow: StoredUnitOfWork
    roster: Roster
    kind: Literal["protocol", "correction"]
    id: int
    chair: int
    said: Mapping[str, Any]

    @property
    def entity(self) -> str:
        """Its name in the log and among documents."""
        return f"{self.kind}:{self.id}"

    async def to_members(self, document: int, words: str = "") -> None:
        """The document to everyone of the composition who has a chat, with these words under its name.

        Whoever keeps the protocols gets it too.
        """
        caption = "\n".join(filter(None, [self._caption("signed"), words]))
        for name, binding in self._members():
            key = f"{self.entity}:signed:{name}"
            await self.uow.outbox.document(binding.user_id, document, caption, key=key)

    async def scan_to_members(self, files: Sequence[Attachment]) -> None:
        """The scan of what was signed by hand, to the same."""
        for _, binding in self._members():
            for file in files:
                await self.uow.outbox.file(
                    binding.user_id, file, self.office.texts("scan-caption", number=self.said["number"])
                )

    def _members(self) -> Iterator[tuple[str, Binding]]:
        """Everyone of the composition and whoever keeps the protocols, by their names in keys."""
        members = {str(seat.number): self.roster.binding(seat.number) for seat in self.office.profile.seats}
        secretary = self.roster.secretary_account()
        if secretary not in members.values():
            members["secretary"] = secretary
        yield from ((name, binding) for name, binding in members.items() if binding is not None)

    async def to_unit(
        self,
        unit: str,
        document: int,
        tasks: Sequence[Task] = (),
        questions: Mapping[int, str] = MappingProxyType({}),
    ) -> None:
        """The document to the unit's contacts, who confirm it; with what it gives them to do.

        `questions`: those of the meeting by their numbers.

        To a unit without any it is handed over by a person: `by_hand` gives them the list.
        """
        contacts = self.roster.contacts(unit)
        await self.uow.dispatches.add(self.entity, unit, by_hand=not contacts)
        for contact in contacts:
            key = f"{self.entity}:unit:{contact.user_id}"
            caption = "\n".join([self._caption("unit"), *self._given(tasks, questions)])
            screen = self._buttons(tasks)
            await self.uow.outbox.document(contact.user_id, document, caption, screen=screen, key=key)

    async def by_hand(self) -> None:
        """One list of the units without a chat, to whoever performs the head's duties."""
        duties = self.roster.duties()
        head = self.roster.binding(duties.seat if duties else self.chair)
        if head is not None and any(one.by_hand for one in await self.uow.dispatches.of(self.entity)):
            await self.uow.outbox.card(head.user_id, "by-hand", self.entity, key=f"{self.entity}:by-hand")

    def _caption(self, to_whom: str) -> str:
        return self.office.texts(f"{self.kind}-{to_whom}-caption", **self.said)

    def _given(self, tasks: Sequence[Task], questions: Mapping[int, str]) -> list[str]:
        """A line a task, as many as a caption holds beside what stands before."""
        lines = [
            self.office.texts(
                "protocol-unit-task",
                number=task.number,
                question=clipped(questions.get(task.item, ""), _QUESTION),
                text=clipped(task.decision, _WORDS),
                due=task.due or self.said["moment"],
                dated="yes" if task.due else "no",
            )
            for task in tasks[:_MOST]
        ]
        more = len(tasks) - len(lines)
        return [*lines, self.office.texts("protocol-unit-more", count=more)] if more else lines

    def _buttons(self, tasks: Sequence[Task]) -> Screen:
        """«Получено»; of an extract also the way to report on each task, and to the whole protocol."""
        texts = self.office.texts
        received = DispatchTap(act="received", paper=self.kind, number=self.id).pack()
        rows = [(Button(texts("button-received"), received),)]
        for task in tasks[:_MOST]:
            caption = texts("button-unit-done", number=task.number, count=len(tasks))
            rows.append((Button(caption, TaskTap(act="done", task=task.id).pack()),))
        if self.kind == "protocol":
            whole = PaperTap(act="send", protocol=self.id).pack()
            rows.append((Button(texts("button-protocol-whole"), whole),))
        return Screen("", tuple(rows))
