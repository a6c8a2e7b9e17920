"""The protocol as printed: one sheet of plain strings for both formats, so that they never disagree.

What is printed is named by п. 4.7 and 3.2 of the Положение and section 5 of the office's rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.documents.course import Course
from bot.documents.paper import SignedPaper, foot
from bot.documents.points import with_points
from bot.documents.wording import Particular, PersonLine, Translate, Wording, printable
from domain.meetings.opinion import Opinion
from domain.meetings.voting import Choice, Outcome
from domain.protocols.record import ItemRecord, Person, ProtocolRecord, RollCallEntry, Signature, VoteRecord


@dataclass(frozen=True, slots=True)
class RollCallLine:
    """One vote by name; `choice` carries its marks: recorded by the chair, the chair's own."""

    seat: str
    name: str
    choice: str


@dataclass(frozen=True, slots=True)
class VoteBlock:
    """One closed vote, void ones too; `chair` is empty when the meeting's chair held it."""

    heading: str
    tally: str
    chair: str
    roll_call: tuple[RollCallLine, ...]
    result: str


@dataclass(frozen=True, slots=True)
class ItemBlock:
    """One question of the agenda; `executors` and `due` are empty when there is nothing to execute."""

    number: str
    question: str
    speaker: str
    heard: str
    spoke: str
    draft: str
    votes: tuple[VoteBlock, ...]
    decided: str
    executors: str
    due: str


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """One row of the final table: what is to be executed, by whom and by when."""

    number: str
    decision: str
    executors: str
    due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtocolSheet(SignedPaper):
    """The protocol."""

    template = "protocol.typ"

    present: tuple[PersonLine, ...]
    absent: tuple[PersonLine, ...]
    guests: tuple[Particular, ...]
    nobody: str
    items: tuple[ItemBlock, ...]
    decisions: tuple[DecisionLine, ...]
    no_decisions: str
    annexes: tuple[Particular, ...] = ()


def protocol_sheet(
    record: ProtocolRecord,
    translate: Translate,
    fingerprint: str,
    check_url: str,
    signature: Signature | None = None,
    opinions: Iterable[Opinion] = (),
) -> ProtocolSheet:
    """The sheet of a record.

    `translate` gives the sentence of a key and its arguments; `fingerprint` is the record's SHA-256,
    hexadecimal; `check_url` opens the bot's check; `signature` is None until the chair has signed;
    `opinions` are annexed on pages after the signature.
    """
    maker = _SheetMaker(record, Wording(translate))
    return replace(maker.sheet(fingerprint, check_url, signature), annexes=maker.course.annexes(opinions))


class _SheetMaker:
    def __init__(self, record: ProtocolRecord, wording: Wording) -> None:
        self.record = record
        self.wording = wording
        self.text = wording.text
        self.course = Course(wording, record)
        self.choices = {
            choice: self.text(f"protocol-choice-{choice or 'none'}") for choice in (*Choice, None)
        }
        self.no_due = self.text("protocol-no-due")

    def sheet(self, fingerprint: str, check_url: str, signature: Signature | None) -> ProtocolSheet:
        record, wording, text = self.record, self.wording, self.text
        date, number = wording.date(record.opened_at), str(record.number)
        items = tuple(self._item(item) for item in record.items)
        return ProtocolSheet(
            moment=signature.signed_at if signature else record.closed_at,
            title=text("protocol-title", number=number, date=date),
            office=printable(record.office),
            heading=text("protocol-heading"),
            subheading=text("protocol-subheading", number=number),
            date=date,
            city=text("protocol-city", city=record.city),
            captions=self._captions(),
            particulars=tuple(self._particulars()),
            present=wording.attendance(record.present, record.opened_at, record.closed_at),
            absent=wording.people(record.absent),
            guests=tuple(Particular(printable(g.name), printable(g.position)) for g in record.guests),
            nobody=text("protocol-nobody"),
            items=items,
            decisions=tuple(
                DecisionLine(item.number, item.decided, item.executors, item.due)
                for item in items
                if item.executors
            ),
            no_decisions=text("protocol-no-decisions"),
            **foot(wording, record.chair, signature, record.closed_at.tzinfo, fingerprint, check_url),
        )

    def _captions(self) -> dict[str, str]:
        captions = self.wording.captions(
            *(
                "present",
                "absent",
                "guests",
                "seat",
                "name",
                "position",
                "part",
                "agenda",
                "heard",
                "spoke",
                "draft",
            ),
            *("vote", "choice", "decided", "executors", "due", "decisions", "item", "decision"),
        )
        return {
            **captions,
            "fingerprint": self.text("protocol-fingerprint"),
            "check": self.text("protocol-check"),
        }

    def _particulars(self) -> Iterator[Particular]:
        record, wording, text = self.record, self.wording, self.text
        lines = {
            "ground": text(
                "protocol-ground", date=wording.date(record.decree_date), number=record.decree_number
            ),
            "time": wording.span(record.opened_at, record.closed_at),
            "place": printable(record.place),
            "form": text(f"protocol-form-{_key(record.form)}"),
            "chair": self.course.chairs(),
            "quorum": text(
                "protocol-quorum",
                present=sum(_there(person, record.opened_at) for person in record.present),
                established=record.established,
                needed=record.quorum_needed,
            ),
        }
        if record.breaks:
            lines["breaks"] = self.course.spans(record.breaks)
        for caption, said in lines.items():
            yield Particular(text(f"protocol-caption-{caption}"), said)

    def _item(self, item: ItemRecord) -> ItemBlock:
        in_force = self._in_force(item)
        executors = "; ".join(printable(executor) for executor in item.executors)
        due = self.wording.date(item.due) if item.due else self.no_due
        draft, decided = self.course.draft(item), self._decided(item)
        nobody = "" if item.points else self.text("protocol-no-executor")
        return ItemBlock(
            number=str(item.number),
            question=self.course.question(item),
            speaker=self.course.speaker(item),
            heard=printable(item.heard),
            spoke=printable(item.spoke),
            draft=draft if in_force else with_points(draft, item, self.wording),
            votes=tuple(
                self._vote(vote, number, len(item.votes)) for number, vote in enumerate(item.votes, 1)
            ),
            decided=with_points(decided, item, self.wording) if in_force else decided,
            executors=(executors or nobody) if in_force else "",
            due=due if in_force else "",
        )

    def _in_force(self, item: ItemRecord) -> bool:
        """Whether there is something to execute: adopted, or written down without a vote."""
        if item.votes:
            return item.outcome == Outcome.ADOPTED
        return bool(item.decision)

    def _decided(self, item: ItemRecord) -> str:
        removed = self.course.removed(item)
        if removed:
            return removed
        if not item.considered:
            return self.text("protocol-not-considered")
        if not item.votes:
            return printable(item.decision) or self.text("protocol-not-put")
        outcome = item.outcome
        if outcome == Outcome.ADOPTED:
            return printable(item.decision or item.draft_decision)
        refused = self.text("protocol-not-decided" if outcome == Outcome.VOID else "protocol-not-adopted")
        # The chair's own words stay, the words of a draft that was not adopted must not read as adopted.
        words = "" if item.decision == item.draft_decision else printable(item.decision)
        return f"{refused} {words}".rstrip()

    def _vote(self, vote: VoteRecord, number: int, count: int) -> VoteBlock:
        numbers: dict[str, Any] = {
            "for": vote.votes_for,
            "against": vote.votes_against,
            "abstained": vote.abstained,
            "not_voted": vote.not_voted,
            "present": vote.present,
            "established": vote.established,
            "needed": self.record.quorum_needed,
        }
        return VoteBlock(
            heading=self.text(
                "protocol-vote-heading",
                number=str(number),
                count=count,
                time=self.wording.time(vote.closed_at),
                again=printable(vote.again) or "none",
            ),
            tally=self.text("protocol-tally", **numbers),
            chair=self._vote_chair(vote),
            roll_call=tuple(
                RollCallLine(str(entry.seat), printable(entry.name), self._choice(entry, vote.chair))
                for entry in sorted(vote.roll_call, key=lambda entry: entry.seat)
            ),
            result=self.text(f"protocol-ground-{_key(vote.ground)}", **numbers) + ".",
        )

    def _vote_chair(self, vote: VoteRecord) -> str:
        """Whoever chaired this vote, when it was not the meeting's chair (rules, section 2)."""
        if vote.chair == self.record.chair.seat:
            return ""
        chair = next((person for person in self.record.present if person.seat == vote.chair), None)
        if chair is None:
            return ""
        chair = replace(chair, acting=vote.acting)
        return self.text("protocol-vote-chair", name=self.wording.chair(chair))

    def _choice(self, entry: RollCallEntry, chair: int) -> str:
        choice = self.choices[entry.choice]
        marks = [self.text("protocol-vote-chairing")] if entry.seat == chair else []
        if entry.aloud:
            marks.append(self.text("protocol-vote-aloud"))
        return f"{choice} ({', '.join(marks)})" if marks else choice


def _there(person: Person, moment: datetime) -> bool:
    came = person.came_at is None or person.came_at <= moment
    return came and (person.left_at is None or person.left_at > moment)


def _key(value: str) -> str:
    """The value of an enumeration as a part of a sentence's key."""
    return value.replace("_", "-")
