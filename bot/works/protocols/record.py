"""The record of a closed meeting, drawn up from what was recorded, not typed (rules, section 5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from itertools import groupby, pairwise

from domain.meetings.agenda import AgendaItem, Removal
from domain.meetings.attendance import Stay
from domain.meetings.guests import came, is_here
from domain.meetings.meeting import Meeting
from domain.meetings.voting import Outcome, Point, Vote, quorum_needed
from domain.office.profile import OfficeProfile
from domain.people.roster import Duties, Roster
from domain.protocols.record import (
    AmendmentRecord,
    ChairRecord,
    Invited,
    ItemRecord,
    NotHeldRecord,
    Person,
    PointRecord,
    ProtocolRecord,
    RollCallEntry,
    SittingRecord,
    SpanRecord,
    VoteRecord,
)


class MeetingRecorder:
    """Turns a meeting into its record: what was done keeps the name of who did it.

    The roster is that of the opening: it says who was not there. `names` are those of all holders by their
    ids; whatever is older than ids goes by the roster. `voted` are the rosters of votes by when they were
    closed, where they may be others: they say who executes what was decided.
    """

    def __init__(
        self,
        meeting: Meeting,
        profile: OfficeProfile,
        roster: Roster,
        names: Mapping[int, str],
        voted: Mapping[datetime, Roster] | None = None,
    ) -> None:
        self._meeting = meeting
        self._profile = profile
        self._roster = roster
        self._names = names
        self._voted = voted or {}

    def protocol(self, number: int) -> ProtocolRecord:
        """The protocol's record with its number in the year."""
        meeting, profile = self._meeting, self._profile
        assert meeting.opened_at and meeting.closed_at and meeting.closed_by  # a closed meeting has them
        return ProtocolRecord(
            number=number,
            office=profile.name,
            city=profile.city,
            decree_number=profile.decree.number,
            decree_date=profile.decree.date,
            opened_at=self._local(meeting.opened_at),
            closed_at=self._local(meeting.closed_at),
            place=meeting.place,
            form=meeting.form.value,
            established=meeting.established,
            quorum_needed=quorum_needed(meeting.established, profile.quorum),
            chair=self._chair(meeting.closed_by),
            present=self._present(),
            absent=self._absent(),
            guests=self._guests(),
            items=tuple(self._item(item) for item in meeting.agenda),
            chairs=self._chairs(),
            breaks=tuple(
                SpanRecord(self._local(pause.since), self._local(pause.ended_at))
                for pause in meeting.breaks
                if pause.ended_at
            ),
            body=profile.body,
            secretary=self._secretary(),
            sittings=self._sittings(),
        )

    def not_held(self) -> NotHeldRecord:
        """The record of a meeting that could not be opened."""
        meeting, profile = self._meeting, self._profile
        assert meeting.starts_at and meeting.closed_at  # a convened meeting that was closed has them
        return NotHeldRecord(
            office=profile.name,
            city=profile.city,
            decree_number=profile.decree.number,
            decree_date=profile.decree.date,
            appointed_at=self._local(meeting.starts_at),
            closed_at=self._local(meeting.closed_at),
            place=meeting.place,
            established=meeting.established,
            quorum_needed=quorum_needed(meeting.established, profile.quorum),
            chair=self._chair(meeting.closed_by) if meeting.closed_by else None,
            present=tuple(self._person(seat, meeting.attendance.who(seat)) for seat in meeting.present()),
            absent=tuple(
                self._missing(seat.number) for seat in profile.seats if not meeting.is_present(seat.number)
            ),
            number=meeting.number,
            body=profile.body,
        )

    def _local(self, moment: datetime) -> datetime:
        return moment.astimezone(self._profile.time_zone).replace(microsecond=0)

    def _name(self, seat: int, person: int | None = None, roster: Roster | None = None) -> str:
        if person is not None and person in self._names:
            return self._names[person]
        holder = (roster or self._roster).holder(seat)
        return holder.name if holder else ""

    def _person(self, seat: int, person: int | None = None, roster: Roster | None = None) -> Person:
        return Person(seat, self._profile.seat(seat).position, self._name(seat, person, roster))

    def _chair(self, duties: Duties) -> Person:
        return replace(self._person(duties.seat, duties.holder), acting=duties.acting)

    def _chairs(self) -> tuple[ChairRecord, ...]:
        chairs = self._meeting.chairing.chairs
        if len(chairs) < 2:
            return ()
        return tuple(ChairRecord(self._chair(one.duties), self._local(one.since)) for one in chairs)

    def _secretary(self) -> Person | None:
        """Who kept the protocol; a member only if they were there."""
        named = self._profile.secretary
        if named is None or named.seat is None:
            return Person(0, named.position, named.name) if named else None
        there = (one for one in self._present() if one.seat == named.seat)
        kept = next(there, None)
        return Person(kept.seat, kept.position, kept.name) if kept else None

    def _guests(self) -> tuple[Invited, ...]:
        """Guests who came, with an account or without."""
        accounts, visitors = came(self._meeting)
        known = [one for one in self._roster.guests() if one.user_id in accounts]
        named = [(one.name, one.position) for one in known] + [(one.name, one.position) for one in visitors]
        return tuple(Invited(*one) for one in named)

    def _present(self) -> tuple[Person, ...]:
        """Everyone who was in the meeting while it was open; latecomers and leavers with their times."""
        meeting = self._meeting
        assert meeting.opened_at and meeting.closed_at  # a closed meeting has them
        return tuple(
            self._who_was_there(seat, list(stays), meeting.opened_at, meeting.closed_at)
            for seat in sorted(meeting.attendance.stays)
            for _person, stays in groupby(meeting.stays(seat), key=lambda stay: stay.holder)
        )

    def _sittings(self) -> tuple[SittingRecord, ...]:
        """Each day of a meeting that was interrupted, with who was there on it."""
        meeting = self._meeting
        if not meeting.interruptions:
            return ()
        reasons = [*(one.reasons for one in meeting.interruptions), meeting.reasons]
        return tuple(
            self._sitting(since, until, said)
            for (since, until), said in zip(meeting.sittings(), reasons, strict=False)
            if until is not None
        )

    def _sitting(self, since: datetime, until: datetime, reasons: Mapping[int, str]) -> SittingRecord:
        attendance = self._meeting.attendance
        present = tuple(
            self._who_was_there(seat, list(stays), since, until)
            for seat in sorted(attendance.stays)
            for _person, stays in groupby(
                attendance.between(seat, since, until), key=lambda stay: stay.holder
            )
        )
        here = {person.seat for person in present}
        absent = tuple(
            replace(
                self._missing(seat.number, self._local(since).date()), reason=reasons.get(seat.number, "")
            )
            for seat in self._profile.seats
            if seat.number not in here
        )
        return SittingRecord(self._local(since), self._local(until), present, absent)

    def _who_was_there(self, seat: int, stays: list[Stay], opened: datetime, closed: datetime) -> Person:
        """One person's stays between two moments."""
        meeting = self._meeting
        since, left, person = stays[0].came_at, stays[-1].left_at, stays[0].holder
        chaired = [one.duties for one in meeting.chairing.chairs if one.duties.seat == seat]
        return replace(
            self._person(seat, person),
            acting=any(duties.acting and duties.holder in (None, person) for duties in chaired),
            remote=stays[-1].remote,
            came_at=self._local(since) if since > opened else None,
            left_at=self._local(left) if left and left <= closed else None,
            marked=any(stay.marked for stay in stays),
            away=tuple(
                SpanRecord(self._local(stay.left_at), self._local(following.came_at))
                for stay, following in pairwise(stays)
                if stay.left_at
            ),
        )

    def _absent(self) -> tuple[Person, ...]:
        here = {person.seat for person in self._present()}
        return tuple(self._missing(seat.number) for seat in self._profile.seats if seat.number not in here)

    def _missing(self, seat: int, day: date | None = None) -> Person:
        """Whoever was not there, with what is known of the reason."""
        absence = self._roster.absence(seat, day)
        return replace(
            self._person(seat),
            reason=self._meeting.reasons.get(seat, ""),
            absence=(absence.first, absence.last) if absence else None,
        )

    def _item(self, item: AgendaItem) -> ItemRecord:
        adopted = item.result is not None and item.result.outcome is Outcome.ADOPTED
        speaker, speaker_absent = self._speaker(item)
        decision = item.standing
        roster = self._voted.get(item.decided_at, self._roster) if item.decided_at else self._roster
        return ItemRecord(
            number=item.number,
            question=item.question,
            speaker=speaker,
            speaker_absent=speaker_absent,
            heard="",
            draft_decision=decision.words,
            votes=tuple(
                replace(self._vote(vote), point=f"{item.number}.{vote.point}" if vote.point else "")
                for vote in item.votes
                if vote.result is not None
            ),
            decision=decision.words if adopted else "",
            executors=self._executors(decision, roster),
            due=decision.due,
            amendments=tuple(
                AmendmentRecord(
                    one.former,
                    self._local(one.at),
                    self._name(one.by.seat, one.by.holder),
                    acting=one.by.acting,
                )
                for one in item.amendments
            ),
            heard_at=tuple(
                SpanRecord(self._local(span.since), self._local(span.until))
                for span in item.hearings
                if span.until
            ),
            added_at=self._local(item.added_at) if item.added_at else None,
            dropped_at=self._removed(item, Removal.DROPPED),
            postponed_at=self._removed(item, Removal.POSTPONED),
            points=tuple(
                PointRecord(
                    f"{item.number}.{place}",
                    one.words,
                    self._executors(one, roster),
                    one.due,
                    item.outcomes.get(place),
                )
                for place, one in enumerate(item.voted_points, 1)
            ),
        )

    def _speaker(self, item: AgendaItem) -> tuple[str, bool]:
        """Who reported, and whether they were not there while the question had the floor."""
        if item.speaker_seat is None:
            members = [person.name for person in self._present()]
            here = is_here(self._meeting, self._roster, item.speaker, members)
            return item.speaker, bool(item.speaker) and not here
        seat = item.speaker_seat
        # Who came to the vote alone has reported only where nobody was there for it before.
        there = self._there(seat, self._floor(item)) or self._there(seat, self._votes_of(item))
        if there:
            return self._person(seat, there[-1].holder).titled, False
        return self._person(seat).titled, bool(item.hearings or item.votes)

    def _there(self, seat: int, times: list[tuple[datetime, datetime]]) -> list[Stay]:
        """The seat's stays that were in some of these stretches of time."""
        return [
            stay
            for stay in self._meeting.stays(seat)
            if any(
                stay.came_at < until and (stay.left_at is None or stay.left_at > since)
                for since, until in times
            )
        ]

    def _floor(self, item: AgendaItem) -> list[tuple[datetime, datetime]]:
        """When it was heard; where no hearing was marked, from what was voted on before it to its vote."""
        heard = [(span.since, span.until) for span in item.hearings if span.until]
        if heard:
            return heard
        begins = [since for since, _ in self._meeting.sittings()]
        begins += [
            vote.closed_at
            for other in self._meeting.agenda
            for vote in other.votes
            if other is not item and vote.closed_at
        ]
        return [
            # A clock that was set back leaves nothing before the vote.
            (max((one for one in begins if one <= since), default=since), since)
            for since, _ in self._votes_of(item)
        ]

    def _votes_of(self, item: AgendaItem) -> list[tuple[datetime, datetime]]:
        """From when to when it was voted on, where no hearing was marked."""
        closed = [vote for vote in item.votes if not item.hearings]
        return [(vote.opened_at, vote.closed_at) for vote in closed if vote.closed_at]

    def _executors(self, part: Point, roster: Roster) -> tuple[str, ...]:
        units = tuple(unit.title for unit in self._profile.units if unit.key in part.executor_units)
        return units + tuple(self._person(seat, roster=roster).titled for seat in part.executor_seats)

    def _removed(self, item: AgendaItem, removal: Removal) -> datetime | None:
        return self._local(item.removed_at) if item.removal is removal and item.removed_at else None

    def _vote(self, vote: Vote) -> VoteRecord:
        result = vote.result
        assert result is not None and vote.closed_at is not None and vote.chair is not None  # it is closed
        tally = result.tally
        return VoteRecord(
            closed_at=self._local(vote.closed_at),
            established=tally.established,
            present=tally.present,
            votes_for=tally.votes_for,
            votes_against=tally.votes_against,
            abstained=tally.abstained,
            not_voted=tally.not_voted,
            outcome=result.outcome,
            ground=result.ground.value,
            chair=vote.chair.seat,
            roll_call=tuple(self._entry(vote, seat) for seat in vote.present),
            acting=vote.chair.acting,
            again=vote.again,
        )

    def _entry(self, vote: Vote, seat: int) -> RollCallEntry:
        ballot = vote.ballots.get(seat)
        return RollCallEntry(
            seat,
            self._name(seat, vote.holders.get(seat)),
            ballot.choice if ballot else None,
            ballot.aloud if ballot else False,
        )
