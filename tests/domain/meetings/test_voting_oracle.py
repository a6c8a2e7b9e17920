"""Quorum and voting against a second reading of the rules (п. 4.3.1, 4.6), which knows no formula of ours.

The oracle takes the ballots one by one, as the chair would read them from the roll call, and counts in exact
fractions. It shares no code and no names with the domain: a map at the end says which ground means what.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from itertools import combinations_with_replacement, product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.profiles import load_profile
from domain.meetings import convening, votes
from domain.meetings.agenda import Agenda, AgendaItem
from domain.meetings.meeting import Meeting
from domain.meetings.voting import Choice, Ground, Outcome, Tally, decide, has_quorum, quorum_needed
from domain.office.profile import Quorum
from domain.people.roster import Duties

HALF = Fraction(1, 2)
ROLL_CALL = ("за", "против", "воздержался", "молчит")
UNUSED = "равенство, решающий голос не использован"
CHOICES = {"за": Choice.FOR, "против": Choice.AGAINST, "воздержался": Choice.ABSTAIN, "молчит": None}
OUTCOMES = {"принято": Outcome.ADOPTED, "не принято": Outcome.NOT_ADOPTED, "не состоялось": Outcome.VOID}
GROUNDS = {
    "нет кворума": Ground.NO_QUORUM,
    "большинство присутствующих": Ground.MAJORITY,
    "равенство, председатель за": Ground.CASTING_FOR,
    "равенство, председатель против": Ground.CASTING_AGAINST,
    UNUSED: Ground.CASTING_UNUSED,
    "никто не голосовал за": Ground.NOBODY_FOR,
    "нет большинства": Ground.NO_MAJORITY,
}


def oracle(established: int, roll_call: Sequence[str], chair: str, share: Fraction) -> tuple[str, str]:
    """What the rules make of the words of the members present; `chair` is the chair's own word."""
    weight_for = weight_against = everybody = Fraction(0)
    for word in roll_call:
        everybody += 1
        if word == "за":
            weight_for += 1
        elif word == "против":
            weight_against += 1
    if everybody / established < share:
        return "не состоялось", "нет кворума"
    if weight_for > everybody / 2:
        return "принято", "большинство присутствующих"
    if weight_for == 0:
        return "не принято", "никто не голосовал за"
    if weight_for != weight_against:
        return "не принято", "нет большинства"
    if chair == "за":
        return "принято", "равенство, председатель за"
    if chair == "против":
        return "не принято", "равенство, председатель против"
    return "не принято", UNUSED


def tally(established: int, roll_call: Sequence[str]) -> Tally:
    """The same words as the domain's tally."""
    return Tally(
        established=established,
        present=len(roll_call),
        votes_for=roll_call.count("за"),
        votes_against=roll_call.count("против"),
        abstained=roll_call.count("воздержался"),
    )


def ruled(established: int, roll_call: Sequence[str], chair: str, share: Fraction) -> tuple[Outcome, Ground]:
    """The domain's decision on the same words."""
    result = decide(tally(established, roll_call), CHOICES[chair], Quorum(share))
    return result.outcome, result.ground


def expected(
    established: int, roll_call: Sequence[str], chair: str, share: Fraction
) -> tuple[Outcome, Ground]:
    """The oracle's decision in the domain's words."""
    outcome, reason = oracle(established, roll_call, chair, share)
    return OUTCOMES[outcome], GROUNDS[reason]


def chairs(roll_call: Sequence[str]) -> list[str]:
    """What a chair who is one of these members may have said; silence where nobody is there."""
    return sorted(set(roll_call)) or ["молчит"]


def splits(established: int) -> Iterator[tuple[str, ...]]:
    """Every way in which nobody, one, two … all of the established members may have voted."""
    for present in range(established + 1):
        yield from combinations_with_replacement(ROLL_CALL, present)


@pytest.mark.parametrize("established", range(1, 10))
def test_every_split_of_every_attendance_comes_out_as_the_rules_say(established: int) -> None:
    for roll_call in splits(established):
        counted = tally(established, roll_call)
        assert counted.not_voted == roll_call.count("молчит")
        for chair in chairs(roll_call):
            result = decide(counted, CHOICES[chair], Quorum(HALF))
            assert (result.outcome, result.ground) == expected(established, roll_call, chair, HALF), (
                f"{established} established, chair «{chair}», {roll_call}"
            )
            assert result.tally == counted


def test_every_ordered_roll_call_of_five_with_every_member_in_the_chair() -> None:
    for roll_call in product(ROLL_CALL, repeat=5):
        for chair in chairs(roll_call):
            assert ruled(5, roll_call, chair, HALF) == expected(5, roll_call, chair, HALF), (chair, roll_call)


def test_the_enumeration_meets_every_ground() -> None:
    met = {
        oracle(established, roll_call, chair, HALF)[1]
        for established in range(1, 10)
        for roll_call in splits(established)
        for chair in chairs(roll_call)
    }
    assert met == set(GROUNDS)
    assert set(GROUNDS.values()) == set(Ground)


# The table of the rules, section 4, row by row: established 9; present, for, against, abstained, not voted.
TABLE = {
    "9 present 5:4": ((9, 5, 4, 0, 0), "против", "принято", "большинство присутствующих"),
    "8 present 4:3, no tie": ((8, 4, 3, 1, 0), "за", "не принято", "нет большинства"),
    "8 present 4:4, chair for": ((8, 4, 4, 0, 0), "за", "принято", "равенство, председатель за"),
    "8 present 4:4, chair against": (
        (8, 4, 4, 0, 0),
        "против",
        "не принято",
        "равенство, председатель против",
    ),
    "8 present 3:3, chair for": ((8, 3, 3, 2, 0), "за", "принято", "равенство, председатель за"),
    "8 present 3:3, chair abstained": ((8, 3, 3, 2, 0), "воздержался", "не принято", UNUSED),
    "5 present 2:2, chair not voted": ((5, 2, 2, 0, 1), "молчит", "не принято", UNUSED),
    "5 present 2:1": ((5, 2, 1, 2, 0), "за", "не принято", "нет большинства"),
    "6 present 0:0": ((6, 0, 0, 6, 0), "воздержался", "не принято", "никто не голосовал за"),
    "4 present 4:0, no quorum": ((4, 4, 0, 0, 0), "за", "не состоялось", "нет кворума"),
}


@pytest.mark.parametrize("row", TABLE)
def test_the_table_of_the_rules(row: str) -> None:
    (present, *split), chair, outcome, reason = TABLE[row]
    roll_call = [word for word, count in zip(ROLL_CALL, split, strict=True) for _ in range(count)]
    assert len(roll_call) == present
    assert chair in roll_call, "a chair votes as one of the members present"
    assert oracle(9, roll_call, chair, HALF) == (outcome, reason), "the oracle itself misreads the page"
    assert ruled(9, roll_call, chair, HALF) == (OUTCOMES[outcome], GROUNDS[reason])


@pytest.mark.parametrize("established", range(1, 10))
def test_quorum_is_not_fewer_than_half_of_the_established_number(established: int) -> None:
    competent = [present for present in range(established + 1) if 2 * present >= established]
    for present in range(established + 1):
        assert has_quorum(present, established, Quorum(HALF)) is (present in competent), present
    assert quorum_needed(established, Quorum(HALF)) == min(competent)


def test_five_of_nine_are_a_quorum_and_four_are_not() -> None:
    assert quorum_needed(9, Quorum(HALF)) == 5
    assert has_quorum(5, 9, Quorum(HALF))
    assert not has_quorum(4, 9, Quorum(HALF))


shares = st.fractions(min_value=0, max_value=1, max_denominator=60)
roll_calls = st.lists(st.sampled_from(ROLL_CALL), min_size=1, max_size=9)


@given(established=st.integers(1, 60), share=shares)
@example(established=9, share=Fraction(2, 3))  # 6 exactly: the inequality is not strict
@example(established=9, share=Fraction(1))
@example(established=49, share=Fraction(1, 49))  # 49 * (1 / 49) in floats is less than 1
def test_quorum_of_any_share_is_the_inequality_itself(established: int, share: Fraction) -> None:
    quorum = Quorum(share)
    competent = [present for present in range(established + 1) if Fraction(present, established) >= share]
    for present in range(established + 1):
        assert has_quorum(present, established, quorum) is (present in competent), present
    assert quorum_needed(established, quorum) == min(competent)


@given(roll_call=roll_calls, absent=st.integers(0, 8), chair=st.integers(0, 8), share=shares)
def test_votes_under_any_quorum_share(roll_call: list[str], absent: int, chair: int, share: Fraction) -> None:
    established = len(roll_call) + absent
    word = roll_call[chair % len(roll_call)]
    assert ruled(established, roll_call, word, share) == expected(established, roll_call, word, share)


@given(roll_call=roll_calls, absent=st.integers(0, 8), one=st.integers(0, 8), other=st.integers(0, 8))
def test_who_chairs_matters_in_a_tie_alone(roll_call: list[str], absent: int, one: int, other: int) -> None:
    established = len(roll_call) + absent
    by_one = ruled(established, roll_call, roll_call[one % len(roll_call)], HALF)
    by_other = ruled(established, roll_call, roll_call[other % len(roll_call)], HALF)
    assert by_one == by_other or roll_call.count("за") == roll_call.count("против") > 0


PROFILE = load_profile()
START = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)


@given(
    data=st.data(),
    words=st.lists(st.sampled_from(ROLL_CALL), min_size=5, max_size=9),
    acting=st.booleans(),
)
def test_the_order_of_votes_and_changes_of_mind_never_matter(
    data: st.DataObject, words: list[str], acting: bool
) -> None:
    present = list(range(2 if acting else 1, 10))[: len(words)]  # the lowest seat of them chairs
    words = words[: len(present)]
    last_word = dict(zip(present, words, strict=True))
    chair = Duties(present[0], acting=acting)
    agenda = Agenda([AgendaItem(1, "Вопрос", draft_decision="Решить")])
    meeting = Meeting(id=1, established=9, starts_at=START, participants=list(present), agenda=agenda)
    convening.convene(meeting, chair, 1, START - timedelta(days=1))
    for seat in data.draw(st.permutations(present)):
        meeting.check_in(seat, START, PROFILE)
    meeting.open(chair, START, PROFILE)
    votes.open_vote(meeting, 1, chair, START, PROFILE)
    for seat in data.draw(st.permutations(present)):
        final = CHOICES[last_word[seat]]
        if final is None:
            continue
        for passing in data.draw(st.lists(st.sampled_from(Choice), max_size=2, unique=True)):
            if passing is not final:
                votes.cast(meeting, 1, seat, passing, START)
        votes.cast(meeting, 1, seat, final, START, aloud=data.draw(st.booleans()))
    votes.close_vote(meeting, 1, chair, START, PROFILE)
    result = meeting.agenda[0].result
    assert result is not None
    assert (result.outcome, result.ground) == expected(9, words, words[0], HALF)
    assert result.tally == tally(9, words)
