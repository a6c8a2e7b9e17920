"""What the page of rules says, in sets and words; knows nothing of the domain."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from tests.domain.meetings.test_meeting import PROFILE

APPOINTED = datetime(2026, 11, 25, 23, 30, tzinfo=PROFILE.time_zone)
SEATS = list(range(1, 10))
AHEAD = ("созвано", "идёт", "прервано")


class Stayed:
    """Who was in the room, from when, and to when if they have left."""

    def __init__(self, person: tuple[int, int], came: datetime) -> None:
        self.person, self.came = person, came
        self.left: datetime | None = None


class Rules:
    """An office by that page; why an act would be refused is a set of reasons, empty where it would not."""

    def __init__(self, chosen: set[int]) -> None:
        self.now = APPOINTED - timedelta(minutes=45)
        self.vacant: set[int] = set()
        self.holders = dict.fromkeys(SEATS, 0)
        self.away: dict[int, set[date]] = {seat: set() for seat in SEATS}
        self.phase = "созвано"
        self.due = APPOINTED
        self.chosen = set(chosen)
        self.here: set[int] = set()
        self.were: set[tuple[int, int]] = set()
        self.answers: dict[int | str, str] = {}
        self.guests: dict[int, bool] = {}
        self.handed = False
        self.agenda: dict[int, str] = {1: "ждёт", 2: "ждёт", 3: "ждёт"}
        self.drafts: dict[int, str] = {1: "Проект 1", 2: "Проект 2", 3: ""}
        self.heard: int | None = None
        self.voting: int | None = None
        self.tried: set[int] = set()
        self.again: set[int] = set()
        self.executors: dict[int, int | None] = {1: None, 2: None, 3: None}
        self.points: dict[int, int] = {1: 0, 2: 0, 3: 0}
        self.by_points: dict[int, dict[int, str]] = {}
        self.point = 0
        self.put: tuple[str, int | None] = ("", None)
        self.stands: dict[int, tuple[str, int | None, list[int]]] = {}
        self.said: dict[int, str] = {}
        self.by_chair: set[int] = set()
        self.resting = self.leaderless = False
        self.chaired: list[tuple[int, int]] = []
        self.chaired_since: list[datetime] = []
        self.closed: datetime | None = None
        self.closer = (0, 0)
        self.rolls: dict[int, list[dict[tuple[int, int], str | None]]] = {1: [], 2: [], 3: [], 4: []}
        self.opined: set[tuple[int, int, int]] = set()
        # Who was in the room while a question was heard, and since what was voted on before it.
        self.listened: dict[int, set[tuple[int, int]]] = {}
        self.lately: dict[int, set[tuple[int, int]]] = {item: set() for item in (1, 2, 3, 4)}
        self.at_vote: dict[int, set[tuple[int, int]]] = {item: set() for item in (1, 2, 3, 4)}
        self.executing: dict[int, tuple[int, int] | None] = {}
        self.before_vote: dict[int, set[tuple[int, int]]] = {item: set() for item in (1, 2, 3, 4)}
        # By the clock: who was in the room from when to when, when it sat, when it rested, who led the votes.
        self.stays: list[Stayed] = []
        self.sat: list[list[datetime]] = []
        self.rests: list[list[datetime]] = []
        self.led: dict[int, list[tuple[tuple[int, int], datetime]]] = {1: [], 2: [], 3: [], 4: []}
        self.last = self.now

    def there(self, seat: int) -> bool:
        return seat not in self.vacant and self.now.date() not in self.away[seat]

    def chair(self) -> int | None:
        if self.there(1) and not self.handed:
            return 1
        return 2 if self.there(2) else None

    def person(self, seat: int) -> tuple[int, int]:
        """Who holds the seat: its number, and how many have held it before."""
        return seat, self.holders[seat]

    def comes(self, seat: int) -> None:
        """The seat's holder is in the room, of a meeting that goes on for the record too."""
        self.here.add(seat)
        self.stays.append(Stayed(self.person(seat), self.now))
        self.last = self.now
        if self.phase == "идёт":
            me = self.person(seat)
            self.were.add(me)
            for there in self.lately.values():
                there.add(me)
            if self.heard is not None:
                self.listened[self.heard].add(me)

    def persons(self) -> set[tuple[int, int]]:
        """Who is in the room."""
        return {self.person(seat) for seat in self.here}

    def sits(self) -> None:
        """It was opened, or goes on."""
        self.phase = "идёт"
        self.sat.append([self.now])
        self.last = self.now
        self.leads(self.chair() or 0)
        self.were |= self.persons()
        self.lately = {item: self.persons() for item in self.lately}

    def hears(self, item: int) -> None:
        """A question has the floor."""
        self.heard, self.last = item, self.now
        self.listened[item] = self.listened.get(item, set()) | self.persons()

    def vote_ends(self, item: int) -> None:
        """A vote was closed, whatever came of it."""
        self.last = self.now
        self.led[item].append((self.person(self.chair() or 0), self.now))
        self.at_vote[item] |= self.lately[item]
        self.lately = {one: there if one == item else self.persons() for one, there in self.lately.items()}

    def goes(self, seat: int, at: datetime | None = None) -> None:
        if seat in self.here:
            stay = [one for one in self.stays if one.person[0] == seat][-1]
            stay.left = at or self.now
            self.last = self.now
        self.here.discard(seat)
        self.said.pop(seat, None)
        self.by_chair.discard(seat)

    def follow(self) -> None:
        """Who is not there on record is not in the room; who chairs stays, else the other of the two."""
        if self.phase not in AHEAD:
            return
        if self.left_open():
            self.breaks_off(self.last, self.last)
        for seat in [seat for seat in self.here if not self.there(seat)]:
            self.goes(seat)
        if self.phase != "идёт":
            return
        named = (*(seat for seat, _ in self.chaired[-1:]), 1, 2)
        leads = next((seat for seat in named if seat in self.here and seat in (1, 2)), None)
        if leads is None:
            if not self.resting:
                self.leaderless, self.heard = True, None
                self.rest()
            return
        self.handed = leads == 2
        self.leads(leads)
        if self.leaderless:
            self.wake()

    def leads(self, seat: int) -> None:
        """Another person chairs from now on."""
        if self.chaired[-1:] != [self.person(seat)]:
            self.chaired.append(self.person(seat))
            self.chaired_since.append(self.now)
            self.last = self.now

    def rest(self) -> None:
        """A break begins."""
        self.rests.append([self.now])
        self.resting, self.last = True, self.now

    def wake(self, at: datetime | None = None) -> None:
        """The break is over, if there was one."""
        if self.resting:
            self.rests[-1].append(at or self.now)
            self.last = self.now
        self.resting = self.leaderless = False

    def left_open(self) -> bool:
        """Nobody has done anything for eight hours, and another day has come."""
        idle = self.now - self.last >= timedelta(hours=8) and self.now.date() != self.last.date()
        return self.phase == "идёт" and idle

    def breaks_off(self, at: datetime, until: datetime) -> None:
        """It sits no more, until another time; a vote that nobody closed decided nothing."""
        for seat in list(self.here):
            self.goes(seat, at)
        self.sat[-1].append(at)
        self.wake(at)
        if self.voting is not None:
            self.rolls[self.voting].append({})
            self.led[self.voting].append((self.chaired[-1], at))
            self.before_vote[self.voting] |= self.lately[self.voting]
            self.at_vote[self.voting] |= self.lately[self.voting]
        self.phase, self.due, self.heard, self.voting, self.answers = "прервано", until, None, None, {}

    def lapsed(self) -> bool:
        """The day of a meeting that was not opened, or did not go on, has passed."""
        return self.phase in ("созвано", "прервано") and self.now.date() > self.due.date()

    def awaited(self) -> set[int]:
        """Who was chosen, has not declined and is not in the room."""
        return {one for one in self.chosen - self.here if self.answers.get(one) != "не смогу"}

    @property
    def half_voted(self) -> set[int]:
        """Questions some of whose points were voted on by themselves, and others never."""
        return set(self.by_points)

    def may_sign(self) -> set[tuple[int, int]]:
        """Whoever closed the meeting while they hold the seat; without them whoever performs the duties."""
        seat = self.closer[0]
        holds = seat not in self.vacant and self.person(seat) == self.closer
        may = {self.closer} if holds else set()
        duties = next((one for one in (1, 2) if self.there(one)), None)
        if duties and (not holds or not self.there(seat)):
            may.add(self.person(duties))
        return may

    def enough(self) -> bool:
        return len(self.here) * 2 >= 9

    def why_not_chair(self, person: int | str) -> set[str]:
        """Why this person may not act as the chair; empty when they may."""
        if person == "чужой" or person in self.vacant:
            return {"stranger"}
        chair = self.chair()
        if chair is None:
            return {"nobody-heads"}
        if person == chair:
            return set()
        if person == 1:
            return {"head-handed-over" if self.there(1) else "head-is-away"}
        return (
            {"chairs-no-more"}
            if person == 2 and any(seat == 2 for seat, _ in self.chaired)
            else {"head-only"}
        )

    def why_not_member(self, person: int | str) -> set[str]:
        if person == "гость":
            return {"guest-only-sees"}
        return {"stranger"} if person == "чужой" or person in self.vacant else set()

    def why_not_in(self, *phases: str) -> set[str]:
        names = {
            "созвано": "convened",
            "идёт": "open",
            "прервано": "adjourned",
            "закрыто": "closed",
            "не состоялось": "not-held",
        }
        return set() if self.phase in phases else {f"meeting-is-{names[self.phase]}"}

    def why_not_item(self, number: int, *, decided: bool = True) -> set[str]:
        state = self.agenda.get(number)
        if state is None:
            return {"no-such-item"}
        known = {"снят": "item-dropped", "отложен": "item-postponed"}
        if state in known:
            return {known[state]}
        return {"item-decided"} if state != "ждёт" and decided and number not in self.again else set()

    def why_not_floor(self, number: int) -> set[str]:
        """What any act of the chair on an item needs."""
        why = self.why_not_in("идёт") | self.why_not_item(number)
        why |= {"vote-goes-on"} if self.voting is not None else set()
        return why | self.why_not_led()

    def why_not_worded(self, number: int) -> set[str]:
        """What a change of the words, of who executes them or of points needs."""
        begun = {"points-begun"} if self.by_points.get(number) else set()
        return self.why_not_floor(number) | begun

    def is_decided(self, number: int, outcome: str) -> None:
        """A vote on the whole or on one point was closed and decided."""
        if self.point:
            done = self.by_points.setdefault(number, {})
            done[self.point] = outcome
            if len(done) < self.points[number]:
                return
            outcome = "принято" if "принято" in done.values() else "не принято"
        self.agenda[number] = outcome
        self.stands[number] = (*self.put, self.standing(number))
        seat = self.put[1]
        self.executing[number] = self.person(seat) if seat and seat not in self.vacant else None
        self.by_points.pop(number, None)
        self.again.discard(number)

    def standing(self, number: int) -> list[int]:
        """Points that are part of the decision: all that none was voted on by itself, else those adopted."""
        done = self.by_points.get(number)
        if not done:
            return list(range(1, self.points[number] + 1))
        return [point for point, outcome in sorted(done.items()) if outcome == "принято"]

    def why_not_led(self) -> set[str]:
        """The chair is in the room, and so among the participants."""
        if self.chair() in self.here:
            return set()
        return {"chair-not-present" if self.chair() in self.chosen else "chair-not-chosen"}

    def outcome(self) -> str:
        if not self.enough():
            return "ждёт"
        ayes = sum(word == "за" for word in self.said.values())
        noes = sum(word == "против" for word in self.said.values())
        if ayes + ayes > len(self.here):
            return "принято"
        if ayes and ayes == noes and self.said.get(self.chair() or 0) == "за":
            return "принято"
        return "не принято"
