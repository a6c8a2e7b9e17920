"""The protocol of the closed meeting, held against what the rules remember; who may sign and countersign."""

from __future__ import annotations

from datetime import datetime

from hypothesis.stateful import invariant, rule

from bot.documents.sheet import ItemBlock, protocol_sheet
from bot.works.protocols.record import MeetingRecorder
from domain.meetings.voting import Choice, Outcome
from domain.office.act import Act
from domain.protocols.record import ItemRecord, Person, ProtocolRecord
from domain.protocols.secretary import keeper
from domain.protocols.signing import expect_signer, signed_by, signers
from tests.documents.test_documents_sample import CHECK_URL, translator
from tests.domain.meetings.test_meeting import PROFILE
from tests.domain.office_model.chair import OfficeMeeting
from tests.domain.office_model.people import SECRETARY, SPEAKER, holder_name, who
from tests.domain.office_model.rules import SEATS, Stayed

SAID = {None: None, Choice.FOR: "за", Choice.AGAINST: "против", Choice.ABSTAIN: "воздержался"}
OUTCOMES = {Outcome.ADOPTED: "принято", Outcome.NOT_ADOPTED: "не принято", Outcome.VOID: "ждёт", None: "ждёт"}


InAndOut = tuple[datetime | None, datetime | None, list[tuple[datetime, datetime]]]


def printed(moment: datetime) -> datetime:
    """As the record keeps it."""
    return moment.astimezone(PROFILE.time_zone).replace(microsecond=0)


def in_and_out(person: Person, since: datetime, until: datetime) -> InAndOut:
    """What is printed of a person's coming and going on one day."""
    came = person.came_at if person.came_at and person.came_at > printed(since) else None
    left = person.left_at if person.left_at and person.left_at < printed(until) else None
    return came, left, [(gap.since, gap.until) for gap in person.away]


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
        self._times_are_true(record)
        assert [item.number for item in record.items] == list(rules.agenda)
        sheet = protocol_sheet(record, translator(), "0" * 64, CHECK_URL)
        for item, block in zip(record.items, sheet.items, strict=True):
            self._item_is_true(item, block)

    def _times_are_true(self, record: ProtocolRecord) -> None:
        """When it sat and rested, who led it since when, and from when to when each was in the room."""
        rules = self.page
        assert rules.closed is not None
        days = [(printed(since), printed(until)) for since, until in rules.sat]
        assert (record.opened_at, record.closed_at) == (days[0][0], printed(rules.closed))
        broke_off = len(days) > 1 or rules.sat[0][1] != rules.closed
        assert [(one.opened_at, one.closed_at) for one in record.sittings] == (days if broke_off else [])
        assert [(one.since, one.until) for one in record.breaks] == [
            (printed(since), printed(until)) for since, until in rules.rests
        ]
        led = [(holder_name(one), printed(since)) for one, since in self.led_since()]
        assert [(one.person.name, one.since) for one in record.chairs] == (led if len(led) > 1 else [])
        told = [one.present for one in record.sittings] or [record.present]
        for (since, until), present in zip(rules.sat, told, strict=True):
            assert {one.name: in_and_out(one, since, until) for one in present} == self.was_there(
                since, until
            )

    def led_since(self) -> list[tuple[tuple[int, int], datetime]]:
        """Who led the meeting, each since when."""
        return list(zip(self.page.chaired, self.page.chaired_since, strict=True))

    def was_there(self, since: datetime, until: datetime) -> dict[str, InAndOut]:
        """Each person's late coming, early leaving and absences in between, of one day."""
        found: dict[str, InAndOut] = {}
        for stay in self.page.stays:
            # A day on which nothing was done but the going on ends in that moment: who was there, was there.
            over = stay.left is not None and stay.left <= since and stay.left < until
            if stay.came > until or over:
                continue
            name = holder_name(stay.person)
            left = printed(stay.left) if stay.left and printed(stay.left) < printed(until) else None
            if name in found:
                came, before, away = found[name]
                assert before is None or before <= printed(stay.came)
                gone = next(one.left for one in self._stays_of(stay) if one.left is not None)
                found[name] = came, left, [*away, (printed(gone), printed(stay.came))]
            else:
                came = printed(stay.came) if printed(stay.came) > printed(since) else None
                found[name] = came, left, []
        return found

    def _stays_of(self, stay: Stayed) -> list[Stayed]:
        """What this person's stays were before this one, the last first."""
        same = [one for one in self.page.stays if one.person == stay.person]
        return same[: same.index(stay)][::-1]

    def _item_is_true(self, item: ItemRecord, sheet: ItemBlock) -> None:
        rules, number = self.page, item.number
        rolls = [{entry.name: SAID[entry.choice] for entry in vote.roll_call} for vote in item.votes]
        voted = [{holder_name(one): said for one, said in roll.items()} for roll in rules.rolls[number]]
        assert rolls == voted
        led = [(holder_name(one), one[0], printed(at)) for one, at in rules.led[number]]
        assert [(vote.chair, vote.acting, vote.closed_at) for vote in item.votes] == [
            (seat, seat == 2, at) for _name, seat, at in led
        ]
        for (name, led_by, _), vote in zip(led, item.votes, strict=True):
            assert [one.name for one in vote.roll_call if one.seat == led_by] in ([name], [])
        for vote, block in zip(item.votes, sheet.votes, strict=True):
            chairing = [one.seat for one in block.roll_call if "председательствующий" in one.choice]
            assert chairing == [str(one.seat) for one in vote.roll_call if one.seat == vote.chair]
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
        listened, before = rules.listened.get(number), rules.before_vote[number]
        floors = [listened] if listened is not None else [before, rules.at_vote[number]]
        heard = [{holder_name(one) for one in floor if one[0] == SPEAKER} for floor in floors]
        reported = next(filter(None, heard), set())
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
