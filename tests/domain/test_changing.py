"""A profile that changes under an office at work: each key that data refer to, taken out and renamed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import pytest

from domain.office.changing import Gathering, Invited, Living, changes, lost, moved_seats, remembering
from domain.office.profile import OfficeProfile, Role

Change = Callable[[OfficeProfile], OfficeProfile]
OTHER_KINDS = ("regular", "materials")
HOLDERS = {number: f"Держатель {number}" for number in range(1, 10)}


def without_seats(*numbers: int) -> Change:
    """Some seats are no more; those after them move up."""

    def changed(profile: OfficeProfile) -> OfficeProfile:
        left = [seat for seat in profile.seats if seat.number not in numbers]
        return replace(profile, seats=tuple(replace(one, number=at) for at, one in enumerate(left, 1)))

    return changed


def without(kind: str, key: str) -> Change:
    """A block, a channel or a unit is no more."""

    def changed(profile: OfficeProfile) -> OfficeProfile:
        left = tuple(one for one in getattr(profile, kind) if one.key != key)
        return replace(profile, **{kind: left})  # type: ignore[arg-type]

    return changed


def renamed_seat(profile: OfficeProfile) -> OfficeProfile:
    """A position has another name."""
    seats = tuple(
        replace(one, position="Новая должность") if one.number == 6 else one for one in profile.seats
    )
    return replace(profile, seats=seats)


def another_acting_seat(profile: OfficeProfile) -> OfficeProfile:
    """Somebody else stands in for the head."""
    return replace(profile, acting_seat=3)


@pytest.mark.parametrize(
    ("changed", "living", "refused"),
    [
        (without_seats(8, 9), Living(HOLDERS), ["seat-gone"] * 2),
        (without_seats(6), Living(HOLDERS), ["seat-another"] * 3 + ["seat-gone"]),
        (without_seats(6), Living(dict.fromkeys(range(1, 6), "Имя")), []),
        (without_seats(9), Living(seat_tasks={9: 2}), ["seat-tasks"]),
        (renamed_seat, Living(HOLDERS), []),
        (another_acting_seat, Living(HOLDERS, gatherings=[Gathering(4, open=True)]), ["meeting-open"]),
        (another_acting_seat, Living(HOLDERS, gatherings=[Gathering(4, open=False)]), []),
        (without_seats(9), Living(gatherings=[Gathering(4, False, frozenset({9}))]), ["meeting-names"]),
        (
            without("units", "roads"),
            Living(gatherings=[Gathering(4, False, units=frozenset({"roads"}))]),
            ["meeting-names"],
        ),
        (without_seats(9), Living(seat_proposals={9: 1, 8: 1}), ["seat-proposals"]),
        (
            without_seats(9),
            Living(gatherings=[Gathering(1, False, frozenset({9}), kind=kind) for kind in OTHER_KINDS]),
            [f"{kind}-names" for kind in OTHER_KINDS],
        ),
        # Nobody holds the seat, and its number becomes another's: what names it would be theirs.
        (
            without_seats(6),
            Living(
                seat_tasks={6: 1, 5: 1},
                seat_proposals={7: 1},
                gatherings=[
                    Gathering(4, False, frozenset({6})),
                    Gathering(3, False, frozenset({6}), kind="protocol"),
                    Gathering(2, False, frozenset({5}), kind="protocol"),
                ],
            ),
            ["seat-tasks", "seat-proposals", "meeting-moves", "protocol-moves"],
        ),
        (
            without_seats(9),
            Living(
                gatherings=[
                    Gathering(4, False, frozenset({9}), kind="protocol"),
                    Gathering(5, open=True, kind="protocol"),
                ]
            ),
            ["protocol-names", "protocol-open"],
        ),
        (without("blocks", "land"), Living(block_messages={"land": 3}), ["block-messages"]),
        (without("blocks", "land"), Living(block_messages={"social": 3}), []),
        (without("channels", "pos"), Living(channel_messages={"pos": 3}), ["channel-messages"]),
        (without("channels", "pos"), Living(), []),
        (without("units", "roads"), Living(unit_messages={"roads": 1}), ["unit-messages"]),
        (without("units", "roads"), Living(unit_tasks={"roads": 1}), ["unit-tasks"]),
        (without("units", "roads"), Living(contacts={"roads": 1}), ["unit-contacts"]),
        (without("units", "roads"), Living(contacts={"schools": 1}), []),
    ],
)
def test_what_lives_by_a_key_keeps_it(
    keyed: OfficeProfile, changed: Change, living: Living, refused: list[str]
) -> None:
    found = changes(keyed, changed(keyed), living)
    assert [change.key for change in found if change.refused] == refused
    if not refused:
        assert {change.key for change in found} <= {"taken"}


def test_the_database_of_another_office_is_refused_whatever_lives_in_it(keyed: OfficeProfile) -> None:
    (found,) = changes(keyed, replace(keyed, key="another"), Living(HOLDERS))
    assert found.refused and (found.key, found.said) == ("office", {"before": keyed.key, "now": "another"})


def moved(profile: OfficeProfile) -> OfficeProfile:
    """Everything stays, in another order, and each block answers for another one's units."""
    blocks = {one.key: profile.blocks[at - 1].key for at, one in enumerate(profile.blocks)}
    return replace(
        profile,
        blocks=profile.blocks[::-1],
        channels=profile.channels[::-1],
        units=tuple(replace(one, block=blocks[one.block]) for one in profile.units[::-1]),
        topics={topic: blocks[block] for topic, block in profile.topics.items()},
    )


def renamed(profile: OfficeProfile) -> OfficeProfile:
    """Everything has another title."""
    return replace(
        profile,
        seats=tuple(replace(one, position=f"{one.position} (нов.)") for one in profile.seats),
        **{
            kind: tuple(replace(one, title="Новое имя") for one in getattr(profile, kind))
            for kind in ("blocks", "channels", "units")
        },  # type: ignore[arg-type]
    )


KEYS: dict[str, Any] = {"seats": 9, "blocks": "land", "channels": "pos", "units": "roads"}
KINDS_OF_GATHERING = ("meeting", *OTHER_KINDS, "protocol")
# All that lives by a key of the profile, and the kind of the key; what is said when it is taken out.
LIVES: dict[str, tuple[str, Callable[[Any], dict[str, Any]]]] = {
    "seat-gone": ("seats", lambda key: {"holders": {key: "Имя"}}),
    "seat-tasks": ("seats", lambda key: {"seat_tasks": {key: 1}}),
    "seat-proposals": ("seats", lambda key: {"seat_proposals": {key: 1}}),
    "block-messages": ("blocks", lambda key: {"block_messages": {key: 1}}),
    "channel-messages": ("channels", lambda key: {"channel_messages": {key: 1}}),
    "unit-messages": ("units", lambda key: {"unit_messages": {key: 1}}),
    "unit-tasks": ("units", lambda key: {"unit_tasks": {key: 1}}),
    "unit-contacts": ("units", lambda key: {"contacts": {key: 1}}),
    **{
        f"{kind}-names{of}": (
            of,
            lambda key, kind=kind, of=of: {  # type: ignore[misc]
                "gatherings": [Gathering(4, False, **{of: frozenset({key})}, kind=kind)]
            },
        )
        for kind in KINDS_OF_GATHERING
        for of in ("seats", "units")
    },
    "taken seat": ("seats", lambda key: {"invited": [Invited(1, seat=key)]}),
    "taken unit": ("units", lambda key: {"invited": [Invited(1, unit=key)]}),
}


@pytest.mark.parametrize("said", LIVES)
def test_each_key_that_something_lives_by_is_tried_removed_renamed_and_moved(
    keyed: OfficeProfile, said: str
) -> None:
    kind, lives = LIVES[said]
    key = KEYS[kind]
    living = Living(**lives(key))
    removed = without_seats(key) if kind == "seats" else without(kind, key)
    found = [one for one in changes(keyed, removed(keyed), living) if one.refused]
    if living.invited:  # safe to be taken over, and said
        ended, *_ = changes(keyed, removed(keyed), living)
        assert not found and (ended.said["what"], ended.said["keys"]) == ("ended", str(key))
        assert lost(keyed, removed(keyed), living.invited) == living.invited
    else:
        assert [one.key for one in found] == [said.removesuffix("seats").removesuffix("units")]
    for harmless in (renamed, moved):
        told = changes(keyed, harmless(keyed), living)
        assert told and {(one.refused, one.said["what"]) for one in told} == {(False, "changed")}


def test_whatever_lives_is_in_the_table() -> None:
    tried = {name for kind, lives in LIVES.values() for name in lives(KEYS[kind])}
    assert tried == {one.name for one in fields(Living)}


@pytest.fixture
def keyed(profile: OfficeProfile) -> OfficeProfile:
    """The profile with a channel, and units, under keys that these tests name."""
    channel, (first, second, *units) = profile.channels[0], profile.units
    named = (replace(first, key="roads"), replace(second, key="schools"), *units)
    return replace(profile, channels=(replace(channel, key="pos"), *profile.channels[1:]), units=named)


def test_what_is_safe_is_said_by_its_keys(keyed: OfficeProfile) -> None:
    now = renamed_seat(without("units", "roads")(keyed))
    told = [(one.said["kind"], one.said["what"], one.said["keys"]) for one in changes(keyed, now, Living())]
    assert told == [("seats", "changed", "6"), ("units", "removed", "roads")]
    topic, *_ = keyed.topics
    (told_topic,) = changes(keyed, replace(keyed, topics={**keyed.topics, topic: "land"}), Living())
    assert (told_topic.said["kind"], told_topic.said["keys"]) == ("topics", topic)
    assert changes(keyed, keyed, Living(HOLDERS)) == []
    assert changes(None, now, Living(HOLDERS)) == []


def test_the_past_keeps_its_names(keyed: OfficeProfile) -> None:
    older = replace(keyed, units=tuple(replace(one, title="Старое имя") for one in keyed.units))
    now = without_seats(9)(without("channels", "pos")(without("units", "roads")(keyed)))
    now = replace(now, former=remembering(now, [keyed, older]))
    assert now.unit("roads") == keyed.unit("roads")
    assert now.channel("pos") == keyed.channel("pos")
    assert now.seat(9) == keyed.seat(9)
    assert len(now.former.units) == 1 and now.established == 8


def test_what_nobody_remembers_is_shown_by_its_key_and_has_no_rights(profile: OfficeProfile) -> None:
    assert profile.unit("gone").title == profile.block("gone").title == "gone"
    assert profile.channel("gone").short_title == "gone"
    seat = profile.seat(77)
    assert (seat.position, seat.role, seat.channels) == ("№ 77", Role.BLOCK_HEAD, ())
    assert seat.block not in {block.key for block in profile.blocks}


def named(profile: OfficeProfile) -> OfficeProfile:
    """The profile with a key for every seat."""
    return replace(profile, seats=tuple(replace(one, key=f"k{one.number}") for one in profile.seats))


def swapped(profile: OfficeProfile) -> OfficeProfile:
    """Seats 2 and 6 have changed their numbers."""
    to = {2: 6, 6: 2}
    seats = [replace(one, number=to.get(one.number, one.number)) for one in profile.seats]
    return replace(profile, seats=tuple(sorted(seats, key=lambda one: one.number)))


def test_a_seat_with_a_key_moves_with_its_holder(profile: OfficeProfile) -> None:
    keyed = named(profile)
    living = Living(HOLDERS, seat_tasks={6: 1})
    (taken, *others) = changes(keyed, swapped(keyed), living)
    assert (taken.refused, taken.said["what"], taken.said["keys"]) == (False, "moved", "2 → 6, 6 → 2")
    assert not any(change.refused for change in others)
    assert moved_seats(keyed, swapped(keyed)) == {2: 6, 6: 2}
    # Without keys the same is two other seats; with a meeting that names one it waits.
    assert [one.key for one in changes(profile, swapped(profile), living)] == [
        *["seat-another"] * 2,
        "seat-tasks",
    ]
    ahead = Living(HOLDERS, gatherings=[Gathering(4, False, frozenset({2}))])
    assert [one.key for one in changes(keyed, swapped(keyed), ahead)] == ["meeting-moves"]
    standing = Living(HOLDERS, gatherings=[Gathering(1, False, frozenset({2}), kind="regular")])
    assert [one.key for one in changes(keyed, swapped(keyed), standing)] == ["regular-moves"]


def test_a_seat_that_keeps_its_key_is_the_same_whatever_its_position_is_called(
    profile: OfficeProfile,
) -> None:
    keyed = named(profile)
    others = {2: keyed.seats[2].position, 3: keyed.seats[1].position}
    renamed = tuple(replace(one, position=others.get(one.number, one.position)) for one in keyed.seats)
    assert not [one for one in changes(keyed, replace(keyed, seats=renamed), Living(HOLDERS)) if one.refused]
    other = tuple(replace(one, key="new") if one.number == 4 else one for one in keyed.seats)
    assert [one.key for one in changes(keyed, replace(keyed, seats=other), Living(HOLDERS))] == [
        "seat-another"
    ]
