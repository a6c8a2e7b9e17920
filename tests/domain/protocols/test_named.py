"""Whom the record names as speaker and as executor: who it was at that minute, not whoever came before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.documents.sheet import ItemBlock, protocol_sheet
from bot.works.protocols.record import MeetingRecorder
from domain.meetings import floor, guests, presence, votes
from domain.meetings.meeting import Meeting
from domain.meetings.voting import Choice
from domain.people.roster import Binding, Holder, Roster, Standing
from tests.documents.test_documents_sample import CHECK_URL, translator
from tests.domain.meetings.test_floor import roster
from tests.domain.meetings.test_meeting import HEAD, PROFILE, START, opened

WITHOUT = "информацию по вопросу повестки дня (докладчик отсутствовал)."
NEWCOMER = 104
NAMES = {seat: f"Имя {seat}" for seat in range(1, 10)} | {NEWCOMER: "Новый 4"}


def at(minutes: int) -> datetime:
    return START + timedelta(minutes=minutes)


def room(*, speaker: str = "") -> Meeting:
    """A meeting whose first question seat 4 reports on, or a guest by name; all came but seat 4."""
    meeting = opened(1, 2, 3, 5, 6)
    meeting.agenda[0].speaker_seat, meeting.agenda[0].speaker = (None, speaker) if speaker else (4, "")
    return meeting


def voted(meeting: Meeting, minutes: int, number: int = 1) -> None:
    votes.open_vote(meeting, number, HEAD, at(minutes), PROFILE)
    for seat in meeting.present():
        votes.cast(meeting, number, seat, Choice.FOR, at(minutes))
    votes.close_vote(meeting, number, HEAD, at(minutes + 1), PROFILE)


def replaced() -> Roster:
    """The composition once seat 4 has a new holder."""
    former = roster()
    others = tuple(one for one in former.holders if one.seat != 4)
    return replace(former, holders=(*others, Holder(NEWCOMER, 4, "Новый 4", date(2026, 11, 25))))


def printed(
    meeting: Meeting, at_opening: Roster | None = None, later: Mapping[datetime, Roster] | None = None
) -> ItemBlock:
    meeting.close(HEAD, at(90))
    record = MeetingRecorder(meeting, PROFILE, at_opening or roster(), NAMES, later or {}).protocol(1)
    return protocol_sheet(record, translator(), "0" * 64, CHECK_URL).items[0]


def test_who_comes_while_the_report_goes_on_is_heard() -> None:
    meeting = room()
    floor.hear(meeting, 1, HEAD, at(4))
    meeting.check_in(4, at(5), PROFILE, holder=4)
    floor.hear(meeting, 2, HEAD, at(11))
    assert printed(meeting).speaker.startswith("Имя 4")


def test_who_reported_and_left_before_the_vote_was_closed_is_heard() -> None:
    meeting = room()
    meeting.check_in(4, at(1), PROFILE, holder=4)
    meeting.check_out(4, at(10))
    voted(meeting, 11)
    assert WITHOUT not in printed(meeting).speaker


def test_who_reported_before_the_vote_is_named_and_not_whoever_came_to_it() -> None:
    meeting = room()
    meeting.check_in(4, at(1), PROFILE, holder=4)
    votes.open_vote(meeting, 1, HEAD, at(10), PROFILE)
    meeting.check_out(4, at(11))
    meeting.check_in(4, at(12), PROFILE, holder=NEWCOMER)
    votes.close_vote(meeting, 1, HEAD, at(13), PROFILE)
    assert printed(meeting).speaker.startswith("Имя 4")


def test_a_speaker_whom_nobody_knows_is_heard_once_the_chair_has_marked_them() -> None:
    for comes in (False, True):
        meeting = room(speaker="Мельник Сергей Ильич, директор котельной")
        assert [item.number for item in guests.strangers(meeting, roster())] == [1]
        assert [item.number for item in presence.absent_speakers(meeting, roster())] == [1]
        if comes:
            guests.mark_speaker(meeting, 1, "Мельник Сергей Ильич", "директор котельной", at(1), PROFILE)
            assert guests.strangers(meeting, roster()) == presence.absent_speakers(meeting, roster()) == []
        voted(meeting, 11)
        assert (printed(meeting).speaker == WITHOUT) != comes


def test_a_speaker_who_was_typed_and_is_a_member_in_the_room_is_heard() -> None:
    meeting = room(speaker="Имя 5, начальник")
    assert guests.strangers(meeting, roster()) == presence.absent_speakers(meeting, roster()) == []
    voted(meeting, 11)
    assert printed(meeting).speaker != WITHOUT


def test_a_clock_that_was_set_back_stops_no_protocol() -> None:
    meeting = room()
    meeting.check_in(4, at(1), PROFILE, holder=4)
    voted(meeting, -20)
    assert printed(meeting).decided == "Решение 1."


def test_who_left_before_the_question_came_up_is_not_heard() -> None:
    meeting = room()
    meeting.check_in(4, at(1), PROFILE, holder=4)
    meeting.check_out(4, at(10))
    voted(meeting, 20, number=2)
    voted(meeting, 30)
    assert printed(meeting).speaker == WITHOUT


def test_the_newcomer_who_reports_is_named_and_not_the_predecessor() -> None:
    meeting = room()
    meeting.check_in(4, at(1), PROFILE, holder=4)
    meeting.check_out(4, at(5))
    meeting.check_in(4, at(6), PROFILE, holder=NEWCOMER)
    floor.hear(meeting, 1, HEAD, at(7))
    floor.hear(meeting, 2, HEAD, at(11))
    assert printed(meeting).speaker.startswith("Новый 4")


@pytest.mark.parametrize("typed", ["Мельник Сергей Ильич, директор котельной", "Мельник С.И., директор"])
def test_a_guest_who_did_not_come_is_not_heard(typed: str) -> None:
    for comes in (False, True):
        meeting = room(speaker=typed)
        guests.invite(meeting, "Сергей Ильич Мельник", "директор котельной")
        if comes:
            guests.mark_visitor(meeting, 1, at(1), PROFILE)
        voted(meeting, 11)
        assert (printed(meeting).speaker == WITHOUT) != comes


def test_a_guest_with_an_account_who_did_not_come_is_not_heard() -> None:
    known = replace(roster(), bindings=(Binding(77, Standing.GUEST, "Сергей Ильич Мельник"),))
    meeting = room(speaker="Мельник Сергей Ильич, директор котельной")
    meeting.guests, meeting.guests_came = [77], []
    voted(meeting, 11)
    assert printed(meeting, known).speaker == WITHOUT


def test_who_executes_is_whoever_held_the_seat_when_it_was_voted() -> None:
    meeting = room()
    meeting.agenda[0].executor_seats = [4]
    voted(meeting, 11)
    assert printed(meeting, later={at(12): replaced()}).executors.startswith("Новый 4")
