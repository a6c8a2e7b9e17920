"""The course of a meeting in the protocol: who chaired when, reports, amendments, items on the spot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from bot.documents.wording import Particular, Wording, printable, sentence, unended
from domain.meetings.opinion import Opinion
from domain.meetings.voting import Outcome
from domain.people.names import listed_name
from domain.protocols.record import ItemRecord, Person, PointRecord, ProtocolRecord


class Course:
    """What happened besides the votes, in the sentences of `protocols.ftl`."""

    def __init__(self, wording: Wording, record: ProtocolRecord) -> None:
        self._wording = wording
        self._record = record
        self._text = wording.text
        self._speakers = wording.speakers(
            item.speaker
            for item in record.items
            if item.considered and item.speaker and not self._speaker_absent(item)
        )

    def chairs(self) -> str:
        """The chair; each with the time where the chair changed during the meeting (п. 4.3)."""
        record = self._record
        if not record.chairs:
            return self._wording.chair(record.chair)
        first, *others = record.chairs
        # Of several changes within one minute the last is printed: the paper counts minutes.
        since = {self._wording.time(one.since): self._wording.chair(one.person) for one in others}
        return "; ".join(
            [
                self._text("protocol-chair-opening", name=self._wording.chair(first.person)),
                *(self._text("protocol-chair-since", time=time, name=name) for time, name in since.items()),
            ]
        )

    def question(self, item: ItemRecord) -> str:
        """The question, marked when it was brought in during the meeting."""
        question = printable(item.question)
        if item.added_at is None:
            return question
        return self._text("protocol-item-added", question=question, time=self._wording.time(item.added_at))

    def speaker(self, item: ItemRecord) -> str:
        """The speaker with the time of the report; never one who was absent. Empty for an item not heard."""
        if not (item.heard_at or item.votes or item.heard):
            return ""
        speaker = self._speakers.get(item.speaker, "")
        if not speaker and (item.heard_at or not item.heard):
            without = bool(item.speaker) and self._speaker_absent(item)
            speaker = self._text("protocol-heard-without" if without else "protocol-heard-question")
        if not item.heard_at:
            return speaker
        return self._text("protocol-item-heard", speaker=speaker, spans=self._wording.spans(item.heard_at))

    def _speaker_absent(self, item: ItemRecord) -> bool:
        """Whether the speaker was not in the room for this item; in records of before as far as told."""
        if item.speaker_absent is not None:
            return item.speaker_absent
        if any(person.titled == item.speaker for person in self._record.absent):
            return True
        moments = [span.since for span in item.heard_at] or [vote.closed_at for vote in item.votes]
        stays = [person for person in self._record.present if person.titled == item.speaker]
        return bool(stays and moments) and not any(
            there(person, moment) for person in stays for moment in moments
        )

    def draft(self, item: ItemRecord) -> str:
        """The draft decision that was not adopted (an adopted one is printed as decided), and what it was."""
        adopted = item.outcome is Outcome.ADOPTED
        lines = [] if adopted or not item.draft_decision else [sentence(printable(item.draft_decision))]
        lines += [] if adopted and not item.by_points else self._points(item, fallen=True)
        lines += [
            sentence(
                self._text(
                    "protocol-item-amended",
                    time=self._wording.time(one.at),
                    acting="yes" if one.acting else "no",
                    by=listed_name(printable(one.by)),
                    former=printable(one.former) or self._text("protocol-item-amended-none"),
                )
            )
            for one in reversed(item.amendments)
        ]
        return "\n".join(lines)

    def decided(self, item: ItemRecord) -> str:
        """The words adopted with their points, or that they were not; nothing where nothing was decided.

        Words mended before the signing stand beside those that were voted (rules, section 5).
        """
        points = self._points(item) if item.outcome is Outcome.ADOPTED else []
        points += self._fallen(item)
        whole = self._decision(item)
        if whole and self.executes_whole(item):
            whole = f"{sentence(whole)} {self.execution(item)}".rstrip()
        whole = sentence(whole)
        return "\n".join(filter(None, [whole, *points]))

    def executes_whole(self, item: ItemRecord) -> bool:
        """Whether who executes the whole stands before its points: after them it reads as of the last."""
        return item.outcome is Outcome.ADOPTED and any(map(item.stands, item.points))

    def _fallen(self, item: ItemRecord) -> list[str]:
        """Which points were not adopted, where they were voted on one by one."""
        if not item.by_points or item.outcome is not Outcome.ADOPTED:
            return []
        fates = ((Outcome.NOT_ADOPTED, "not-adopted"), (None, "not-voted"))
        named = {key: [point.number for point in item.points if point.outcome is fate] for fate, key in fates}
        return [
            self._text(f"protocol-points-{key}", numbers=", ".join(numbers), count=len(numbers))
            for key, numbers in named.items()
            if numbers
        ]

    def _points(self, item: ItemRecord, *, fallen: bool = False) -> list[str]:
        """Points of the decision (1.1, 1.2 …), each with who executes it and by when; or those that fell."""
        return [
            f"{point.number}. {sentence(printable(point.words))} {self.execution(point)}".rstrip()
            for point in item.points
            if item.outcome is not Outcome.ADOPTED or item.stands(point) is not fallen
        ]

    def _decision(self, item: ItemRecord) -> str:
        if not item.votes:
            return printable(item.decision)
        outcome = item.outcome
        if outcome is Outcome.VOID:
            return ""
        voted, words = item.draft_decision, item.decision
        if outcome is Outcome.NOT_ADOPTED:
            # The words of a draft that was not adopted must not read as adopted.
            said = [self._text("protocol-not-adopted"), "" if words == voted else printable(words)]
            return " ".join(filter(None, said))
        if not voted:
            # Of before drafts were asked for: the question itself stood for one.
            return "" if words == item.question else printable(words)
        if words in ("", voted):
            return printable(voted)
        as_voted = self._text("protocol-as-voted", voted=unended(voted))
        return f"{sentence(printable(words))}\n{as_voted}"

    def note(self, item: ItemRecord) -> str:
        """What became of an item that was left: taken off, postponed, not considered; else nothing."""
        for key, moment in (("dropped", item.dropped_at), ("postponed", item.postponed_at)):
            if moment is not None:
                return self._text(f"protocol-item-{key}", time=self._wording.time(moment))
        return "" if item.considered else self._text("protocol-not-considered")

    def agenda(self, item: ItemRecord) -> Particular:
        """The item as the agenda has it; what has no section of its own says there why."""
        question, note = self.question(item), self.note(item)
        if note and not item.considered:
            question = self._text("protocol-agenda-note", question=question, note=note)
        return Particular(str(item.number), question)

    def execution(self, item: ItemRecord | PointRecord) -> str:
        """Who executes an adopted decision or a point of it and by when, as far as that was set."""
        said = []
        if item.executors:
            executors = self._wording.executors(item.executors)
            said.append(self._text("protocol-execution", executors=executors, count=len(item.executors)))
        if item.due:
            said.append(self._text("protocol-execution-due", due=self._wording.date(item.due)))
        return " ".join(map(sentence, said))

    def annexes(self, opinions: Iterable[Opinion], holders: Mapping[int, str]) -> tuple[Particular, ...]:
        """Separate opinions, each with the name of its holder, or of whoever was there for the seat."""
        names = {person.seat: person.name for person in self._record.present}
        return tuple(
            Particular(
                self._text(
                    "protocol-annex",
                    name=listed_name(printable(holders.get(one.holder or 0) or names.get(one.seat, ""))),
                    item=one.item,
                ),
                sentence(printable(one.text) or self._text("opinion-in-file")),
            )
            for one in opinions
        )


def there(person: Person, moment: datetime) -> bool:
    """Whether a member was in the room at this moment."""
    came = person.came_at is None or person.came_at <= moment
    left = person.left_at is not None and person.left_at <= moment
    return came and not left and not any(gap.since <= moment < gap.until for gap in person.away)
