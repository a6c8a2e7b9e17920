"""The protocol of the closed meeting, held against what the rules remember; who may sign and countersign."""

from __future__ import annotations

from hypothesis.stateful import invariant, rule

from bot.works.protocols.record import MeetingRecorder
from domain.meetings.voting import Choice, Outcome
from domain.office.act import Act
from domain.protocols.record import ItemRecord, ProtocolRecord
from domain.protocols.secretary import keeper
from domain.protocols.signing import expect_signer, signed_by, signers
from tests.domain.office_model.chair import OfficeMeeting
from tests.domain.office_model.people import SECRETARY, SPEAKER, holder_name, who
from tests.domain.office_model.rules import SEATS

SAID = {None: None, Choice.FOR: "за", Choice.AGAINST: "против", Choice.ABSTAIN: "воздержался"}
OUTCOMES = {Outcome.ADOPTED: "принято", Outcome.NOT_ADOPTED: "не принято", Outcome.VOID: "ждёт", None: "ждёт"}


class OfficePapers(OfficeMeeting):
    """What is printed is what was."""

    drawn: ProtocolRecord | None = None

    def recorded(self) -> ProtocolRecord:
        """The record, drawn up once, as the office does, and held against the rules."""
        if self.drawn is None:
            names = {
                100 * number + seat: holder_name((seat, number))
                for seat in SEATS
                for number in range(self.page.holders[seat] + 1)
            }
            recorder = MeetingRecorder(self.meeting, self.profile, self.opening, names, self.voted)
            self.drawn = recorder.protocol(1)
            self._is_true(self.drawn)
        return self.drawn

    def _is_true(self, record: ProtocolRecord) -> None:
        rules = self.page
        assert sorted(one.name for one in record.present) == sorted(map(holder_name, rules.were))
        there = {seat for seat, _ in rules.were}
        assert [one.seat for one in record.absent] == [seat for seat in SEATS if seat not in there]
        came = [f"Гость {key}" for key, marked in rules.guests.items() if marked]
        assert [one.name for one in record.guests] == came
        assert record.chair.name == holder_name(rules.closer)
        assert record.chair.acting == (rules.closer[0] == 2)
        kept = min((one for one in rules.were if one[0] == SECRETARY), default=None)
        assert (record.secretary and record.secretary.name) == (kept and holder_name(kept))
        assert [item.number for item in record.items] == list(rules.agenda)
        for item in record.items:
            self._item_is_true(item)

    def _item_is_true(self, item: ItemRecord) -> None:
        rules, number = self.page, item.number
        rolls = [{entry.name: SAID[entry.choice] for entry in vote.roll_call} for vote in item.votes]
        voted = [{holder_name(one): said for one, said in roll.items()} for roll in rules.rolls[number]]
        assert rolls == voted
        self._speaker_is_true(item)
        state = rules.agenda[number]
        assert (item.dropped_at is not None, item.postponed_at is not None) == (
            state == "снят",
            state == "отложен",
        )
        if state in ("снят", "отложен"):
            return
        assert OUTCOMES[item.outcome] == (state if number not in rules.half_voted else OUTCOMES[item.outcome])
        if state == "принято":
            words, seat, places = rules.stands[number]
            assert item.decision == words
            executes = rules.executing[number]
            named = (holder_name(executes),) if executes else ()
            position = (self.profile.seat(seat).position,) if seat else ()
            assert item.executors == ((", ".join(named + position),) if seat else ())
            assert [one.number for one in item.points if item.stands(one)] == [
                f"{number}.{place}" for place in places
            ]
        elif state == "ждёт":
            assert item.decision == "" or number in rules.half_voted

    def _speaker_is_true(self, item: ItemRecord) -> None:
        """Whoever reported was in the room while the question had the floor."""
        rules, number = self.page, item.number
        floor = rules.listened.get(number, rules.at_vote[number])
        reported = {holder_name(one) for one in floor if one[0] == SPEAKER}
        had_floor = number in rules.listened or bool(item.votes)
        if not item.speaker:
            assert item.speaker_absent is False
            return
        assert item.speaker_absent == (had_floor and not reported)
        assert not reported or item.speaker.split(", ")[0] in reported

    # Whoever signs: п. 4.7

    @rule(person=who)
    def signs(self, person: int | str) -> None:
        if self.page.phase != "закрыто":
            return
        rules, chair = self.page, self.recorded().chair
        me = rules.person(person) if isinstance(person, int) else (0, 0)
        why = rules.why_not_member(person) | (set() if me in rules.may_sign() else {"sign-other"})

        def act() -> list[Act]:
            signer = expect_signer(chair, self.roster(), self.actor(person))
            signature = signed_by(signer, chair, rules.now, 1)
            assert signature.name == holder_name(me)
            assert signature.instead_of == ("" if me == rules.closer else chair.name)
            return []

        self.attempt(why, act)

    @rule(person=who)
    def countersigns(self, person: int | str) -> None:
        if self.page.phase != "закрыто":
            return
        rules, record = self.page, self.recorded()
        kept = min((one for one in rules.were if one[0] == SECRETARY), default=None)
        mine = person == SECRETARY and SECRETARY not in rules.vacant and rules.person(SECRETARY) == kept
        assert (keeper(record, self.roster(), self.actor(person)) is not None) == mine

    @invariant()
    def somebody_can_sign(self) -> None:
        if hasattr(self, "meeting") and self.page.phase == "закрыто":
            found = {one.name for one in signers(self.recorded().chair, self.roster())}
            assert found == set(map(holder_name, self.page.may_sign()))
