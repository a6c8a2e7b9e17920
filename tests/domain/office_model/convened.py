"""What is done before the opening: members answer, the chair names guests and moves the day."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from domain.meetings import convening, guests
from domain.meetings.preparation import Answer
from tests.domain.office_model.people import OfficePeople, who
from tests.domain.office_model.rules import AHEAD

ANSWERS = {"буду": Answer.COMING, "не смогу": Answer.NOT_COMING}


class OfficeConvened(OfficePeople):
    """A meeting that members are called to."""

    @rule(person=who, word=st.sampled_from(list(ANSWERS)))
    def answers(self, person: int | str, word: str) -> None:
        rules = self.page
        why = rules.why_not_member(person) | rules.why_not_in("созвано", "прервано")
        why |= set() if person in rules.chosen else {"not-chosen"}
        why |= {"same-answer"} if rules.answers.get(person) == word else set()
        if self.attempt(why, lambda: convening.answer(self.meeting, self.seat(person), ANSWERS[word])):
            rules.answers[person] = word

    @rule(person=who, hours=st.sampled_from([-1, 0, 1, 24]))
    def postpones(self, person: int | str, hours: int) -> None:
        rules, now = self.page, self.page.now
        starts = rules.due + timedelta(hours=hours)
        why = rules.why_not_in("созвано")
        why |= {"date-is-past"} if starts <= now else set()
        why |= {"same-moment"} if starts == rules.due else set()
        if self.chaired(person, why, lambda duties: convening.postpone(self.meeting, starts, duties, now)):
            rules.due, rules.here, rules.answers, rules.stays = starts, set(), {}, []
            rules.guests = dict.fromkeys(rules.guests, False)

    @rule(person=who)
    def names_a_guest(self, person: int | str) -> None:
        rules, key = self.page, len(self.page.guests) + 1
        if key > 3:
            return
        named = f"Гость {key}"
        if self.chaired(
            person, rules.why_not_in(*AHEAD), lambda duties: guests.invite(self.meeting, named, "староста")
        ):
            rules.guests[key] = False

    @rule(person=who, key=st.integers(1, 3))
    def marks_a_guest(self, person: int | str, key: int) -> None:
        rules, now = self.page, self.page.now
        why = rules.why_not_in(*AHEAD) | (set() if key in rules.guests else {"no-such-guest"})
        why |= {"too-early-to-check-in"} if now < rules.due - timedelta(minutes=30) else set()
        if self.chaired(
            person, why, lambda duties: guests.mark_visitor(self.meeting, key, now, self.profile)
        ):
            rules.guests[key] = not rules.guests[key]
