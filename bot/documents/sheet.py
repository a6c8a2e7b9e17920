"""The protocol as printed: one sheet of plain strings for both formats, so that they never disagree.

What is printed is named by п. 4.7 and 3.2 of the Положение and section 5 of the office's rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.documents.course import Course, there
from bot.documents.paper import SignedPaper, foot
from bot.documents.wording import (
    Particular,
    PersonLine,
    SignatureBlock,
    Translate,
    Wording,
    printable,
    sentence,
)
from domain.meetings.opinion import Opinion
from domain.meetings.voting import Choice, Outcome
from domain.people.names import is_woman, listed_name
from domain.protocols.record import (
    ItemRecord,
    Person,
    ProtocolRecord,
    RollCallEntry,
    Signature,
    SittingRecord,
    VoteRecord,
)


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
    """One question of the agenda; what is empty was not set, was not said or did not happen.

    `considered`: whether it has a section of its own. `execution` is the sentence of `executors` and `due`.
    """

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
    execution: str
    note: str
    considered: bool


@dataclass(frozen=True, slots=True)
class SittingBlock:
    """Who was there on one day of the meeting; `heading` is empty where there was but one."""

    heading: str
    present: tuple[PersonLine, ...]
    absent: tuple[PersonLine, ...]


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A decision to be executed, by whom and by when: for offices whose own template has such a table."""

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
    agenda: tuple[Particular, ...]
    items: tuple[ItemBlock, ...]
    decisions: tuple[DecisionLine, ...]
    no_decisions: str
    sittings: tuple[SittingBlock, ...]
    annexes: tuple[Particular, ...] = ()
    certified: str = ""
    countersignature: SignatureBlock | None = None


def protocol_sheet(
    record: ProtocolRecord,
    translate: Translate,
    fingerprint: str,
    check_url: str,
    signature: Signature | None = None,
    opinions: Iterable[Opinion] = (),
    countersignature: Signature | None = None,
    holders: Mapping[int, str] | None = None,
) -> ProtocolSheet:
    """The sheet of a record.

    `translate` gives the sentence of a key and its arguments; `fingerprint` is the record's SHA-256,
    hexadecimal; `check_url` opens the bot's check; `signature` is None until the chair has signed;
    `opinions` are annexed on pages after the signature; `countersignature` is the secretary's;
    `holders` are the names of all who have held a seat, by their ids: an opinion keeps its own.
    """
    maker = _SheetMaker(record, Wording(translate, dated=bool(record.sittings)), Wording(translate))
    return replace(
        maker.sheet(fingerprint, check_url, signature),
        annexes=maker.course.annexes(opinions, holders or {}),
        countersignature=maker.countersignature(signature, countersignature),
    )


class _SheetMaker:
    def __init__(self, record: ProtocolRecord, wording: Wording, of_one_day: Wording) -> None:
        self.record = record
        self.wording = wording
        self.of_one_day = of_one_day
        self.text = wording.text
        self.course = Course(wording, record)
        self.choices = {
            choice: self.text(f"protocol-choice-{choice or 'none'}") for choice in (*Choice, None)
        }

    def sheet(self, fingerprint: str, check_url: str, signature: Signature | None) -> ProtocolSheet:
        record, wording, text = self.record, self.wording, self.text
        date, number = wording.date(record.opened_at), str(record.number)
        items = tuple(self._item(item) for item in record.items)
        return ProtocolSheet(
            moment=signature.signed_at if signature else record.closed_at,
            title=text("protocol-title", number=number, date=date),
            office=printable(record.office),
            body=printable(record.body),
            heading=text("protocol-heading", number=number),
            subheading=text("protocol-subheading"),
            date=date,
            city=text("protocol-city", city=record.city),
            captions=self._captions(),
            particulars=tuple(self._particulars()),
            present=wording.attendance(record.present, record.opened_at, record.closed_at),
            absent=wording.absent(record.absent),
            guests=tuple(
                Particular(listed_name(printable(guest.name)), printable(guest.position))
                for guest in record.guests
            ),
            nobody=text("protocol-nobody"),
            agenda=tuple(self.course.agenda(item) for item in record.items),
            items=items,
            decisions=tuple(
                DecisionLine(item.number, item.decided, item.executors, item.due)
                for item in items
                if item.executors
            ),
            no_decisions=text("protocol-no-decisions"),
            sittings=tuple(self._sittings()),
            **foot(
                wording, record.chair, signature, record.closed_at.tzinfo, fingerprint, check_url, "protocol"
            ),
        )

    def countersignature(
        self, signature: Signature | None, countersignature: Signature | None
    ) -> SignatureBlock | None:
        """The secretary's place; none in a protocol that was signed without them."""
        secretary = self.record.secretary
        if secretary is None or secretary.name == self.record.chair.name:
            return None
        if signature is not None and countersignature is None:
            return None
        return self.wording.countersignature(secretary, countersignature, self.record.closed_at.tzinfo)

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
                "reason",
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

    def _sittings(self) -> Iterator[SittingBlock]:
        """Each day with its people; the one day of most meetings needs no heading."""
        record, wording = self.record, self.wording
        if not record.sittings:
            present = wording.attendance(record.present, record.opened_at, record.closed_at)
            yield SittingBlock("", present, wording.absent(record.absent))
        for one in record.sittings:
            yield SittingBlock(
                self.text("protocol-sitting", span=self._sat(one)),
                self.of_one_day.attendance(one.present, one.opened_at, one.closed_at),
                self.of_one_day.absent(one.absent),
            )

    def _sat(self, one: SittingRecord) -> str:
        said = {"opened": self.wording.clock(one.opened_at), "closed": self.wording.clock(one.closed_at)}
        return self.text("protocol-sat", date=self.wording.date(one.opened_at), **said)

    def _quorum(self) -> str:
        """How many were there when the meeting was opened, and when it went on."""
        record = self.record
        present = [sum(there(person, record.opened_at) for person in record.present)]
        present += [
            sum(there(person, one.opened_at) for person in one.present) for one in record.sittings[1:]
        ]
        return self.text(
            "protocol-quorum",
            present=present[0],
            later=", ".join(map(str, present[1:])) or "none",
            established=record.established,
            needed=record.quorum_needed,
        )

    def _particulars(self) -> Iterator[Particular]:
        record, wording, text = self.record, self.wording, self.text
        lines = {
            "ground": text(
                "protocol-ground", date=wording.date(record.decree_date), number=record.decree_number
            ),
            "time": "; ".join(map(self._sat, record.sittings))
            or wording.span(record.opened_at, record.closed_at),
            "place": printable(record.place).strip(),
            "form": text(f"protocol-form-{_key(record.form)}"),
            "chair": self.course.chairs(),
            "quorum": self._quorum(),
        }
        if record.breaks:
            lines["breaks"] = wording.spans(record.breaks)
        for caption, said in lines.items():
            if said:
                yield Particular(text(f"protocol-caption-{caption}"), said)
        if record.secretary is not None:
            name = record.secretary.name
            gender = "female" if is_woman(name) else "male"
            yield Particular(text("protocol-caption-secretary", gender=gender), listed_name(printable(name)))

    def _item(self, item: ItemRecord) -> ItemBlock:
        in_force, note = self._in_force(item), self.course.note(item)
        due = self.wording.date(item.due) if item.due else ""
        return ItemBlock(
            number=str(item.number),
            question=self.course.question(item),
            speaker=sentence(self.course.speaker(item)),
            heard=sentence(printable(item.heard)),
            spoke=sentence(printable(item.spoke)),
            draft=self.course.draft(item),
            votes=tuple(self._vote(vote, *_place(vote, item.votes)) for vote in item.votes),
            decided=self.course.decided(item),
            executors=self.wording.executors(item.executors) if in_force else "",
            due=due if in_force else "",
            execution=self.course.execution(item)
            if in_force and not self.course.executes_whole(item)
            else "",
            note=self.text("protocol-item-note", note=note) if note else "",
            considered=item.considered,
        )

    def _in_force(self, item: ItemRecord) -> bool:
        """Whether there is something to execute: adopted, or written down without a vote."""
        if item.votes:
            return item.outcome == Outcome.ADOPTED
        return bool(item.decision)

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
                point=vote.point or "none",
            ),
            tally=self.text("protocol-tally", **numbers),
            chair=self._vote_chair(vote),
            roll_call=tuple(
                RollCallLine(
                    str(entry.seat), listed_name(printable(entry.name)), self._choice(entry, vote.chair)
                )
                for entry in sorted(vote.roll_call, key=lambda entry: entry.seat)
            ),
            result=self.text(f"protocol-ground-{_key(vote.ground)}", **numbers) + ".",
        )

    def _vote_chair(self, vote: VoteRecord) -> str:
        """Whoever chaired this vote, when it was not the meeting's chair (rules, section 2)."""
        name = next((entry.name for entry in vote.roll_call if entry.seat == vote.chair), None)
        if name is None or (vote.chair, name) == (self.record.chair.seat, self.record.chair.name):
            return ""
        chair = Person(vote.chair, "", name, acting=vote.acting)
        return sentence(self.text("protocol-vote-chair", name=self.wording.chair(chair)))

    def _choice(self, entry: RollCallEntry, chair: int) -> str:
        choice = self.choices[entry.choice]
        marks = [self.text("protocol-vote-chairing")] if entry.seat == chair else []
        if entry.aloud:
            marks.append(self.text("protocol-vote-aloud"))
        return f"{choice} ({', '.join(marks)})" if marks else choice


def _place(vote: VoteRecord, votes: Sequence[VoteRecord]) -> tuple[int, int]:
    """Which of how many votings on the same, the whole or one point, this is."""
    same = [one for one in votes if one.point == vote.point]
    return next(number for number, one in enumerate(same, 1) if one is vote), len(same)


def _key(value: str) -> str:
    """The value of an enumeration as a part of a sentence's key."""
    return value.replace("_", "-")
