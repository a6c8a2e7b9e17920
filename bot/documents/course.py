"""The course of a meeting in the protocol: who chaired when, reports, amendments, items on the spot."""

from __future__ import annotations

from collections.abc import Iterable

from bot.documents.wording import Particular, Wording, printable
from domain.meetings.opinion import Opinion
from domain.protocols.record import ItemRecord, ProtocolRecord, SpanRecord


class Course:
    """What happened besides the votes, in the sentences of `protocols.ftl`."""

    def __init__(self, wording: Wording, record: ProtocolRecord) -> None:
        self._wording = wording
        self._record = record
        self._text = wording.text
        absent = {person.titled for person in record.absent}
        self._speakers = wording.speakers(
            item.speaker
            for item in record.items
            if item.considered and item.speaker and item.speaker not in absent
        )

    def chairs(self) -> str:
        """The chair; each with the time where the chair changed during the meeting (п. 4.3)."""
        record = self._record
        if not record.chairs:
            return self._wording.chair(record.chair)
        return "; ".join(
            self._text(
                "protocol-chair-since",
                time=self._wording.time(one.since),
                name=self._wording.chair(one.person),
            )
            for one in record.chairs
        )

    def spans(self, spans: Iterable[SpanRecord]) -> str:
        """«с 15:04 до 15:11, с 15:20 до 15:22»."""
        time = self._wording.time
        return ", ".join(
            self._text("protocol-time-span", since=time(span.since), until=time(span.until)) for span in spans
        )

    def question(self, item: ItemRecord) -> str:
        """The question, marked when it was brought in during the meeting."""
        question = printable(item.question)
        if item.added_at is None:
            return question
        return self._text("protocol-item-added", question=question, time=self._wording.time(item.added_at))

    def speaker(self, item: ItemRecord) -> str:
        """The speaker with the time of the report; nobody who was absent, or for an item not heard."""
        speaker = self._speakers.get(item.speaker, "") if item.considered else ""
        if not item.heard_at:
            return "" if item.dropped_at or item.postponed_at else speaker
        return self._text("protocol-item-heard", speaker=speaker, spans=self.spans(item.heard_at)).strip()

    def draft(self, item: ItemRecord) -> str:
        """The draft decision as put to the vote, then each former wording with its time."""
        draft = printable(item.draft_decision)
        for one in reversed(item.amendments):
            draft = self._text(
                "protocol-item-amended",
                draft=draft,
                time=self._wording.time(one.at),
                acting="yes" if one.acting else "no",
                by=printable(one.by),
                former=printable(one.former) or self._text("protocol-item-amended-none"),
            )
        return draft

    def removed(self, item: ItemRecord) -> str:
        """That the item was taken off or left to the next meeting; empty when it was not."""
        for key, moment in (("dropped", item.dropped_at), ("postponed", item.postponed_at)):
            if moment is not None:
                return self._text(f"protocol-item-{key}", time=self._wording.time(moment))
        return ""

    def annexes(self, opinions: Iterable[Opinion]) -> tuple[Particular, ...]:
        """Separate opinions, each with its holder's name."""
        names = {person.seat: person.name for person in self._record.present}
        return tuple(
            Particular(
                self._text(
                    "protocol-annex",
                    seat=str(one.seat),
                    name=printable(names.get(one.seat, "")),
                    item=one.item,
                ),
                printable(one.text) or self._text("opinion-in-file"),
            )
            for one in opinions
        )
