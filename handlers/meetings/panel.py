"""The chair's panel: the card of a meeting in the chair's private chat, its buttons, pages and questions."""

from __future__ import annotations

from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState
from domain.meetings.presence import absent_speakers
from domain.meetings.voting import Choice
from domain.office.outbox import Button
from domain.office.wording import clipped, literal
from handlers.chat.parts import Rows, button
from handlers.chat.view import View
from handlers.meetings import adjourning_page, floor_pages
from handlers.meetings.execution import decision_opening, execution
from handlers.meetings.people_page import people_rows
from handlers.meetings.taps import AloudTap, tap

_BREAKS = (5, 10, 15, 30, 60)
_IN_A_ROW = 6


async def page(view: View, meeting: Meeting) -> tuple[list[str], Rows] | None:
    """What the panel asks or offers instead of its buttons; None while it does neither."""
    content = view.card.content
    name = str(content.get("page", ""))
    confirm = str(content.get("confirm", ""))
    number = content.get("item")
    item = next((one for one in meeting.agenda if one.number == number), None)
    back = (button(view, "back", tap(meeting, "back")),)
    if confirm:
        return ["", _question(view, meeting, confirm, item)], [_confirmation(view, meeting, confirm, item)]
    if name == "people":
        return [], [*people_rows(view, meeting), back]
    if name == "aloud" and meeting.voting_item() is not None:
        return ["", view.texts("panel-aloud")], [*_aloud(view, meeting), back]
    if name == "break":
        minutes = tuple(
            Button(view.texts("button-minutes", count=count), tap(meeting, "break", count))
            for count in _BREAKS
        )
        adjourn = (button(view, "adjourn", tap(meeting, "adjournpage")),)
        return ["", view.texts("panel-break")], [minutes, adjourn, back]
    if name in ("adjourn", "adjourning"):
        return await adjourning_page.page(view, meeting)
    if meeting.voting_item() is not None and name in ("item", "executors", "due"):
        return None  # nothing of the agenda changes while a vote goes on
    if name == "item" and item is not None and item.pending:
        lines = ["", view.texts("panel-item", item=item.number), *execution(view, item.motion)]
        return lines, [*_item(view, meeting, item), back]
    if name in ("executors", "due") and item is not None and item.pending:
        return floor_pages.page(view, meeting, item, name)
    if name == "again":
        decided = [one for one in meeting.agenda if one.decided and not one.pending]
        return ["", view.texts("panel-again")], [*_again(meeting, decided), back]
    if name.startswith("ask-"):
        draft = decision_opening(view, item, item.motion, 1000) if item else ""
        has_draft = "yes" if draft else "no"
        count = len(item.draft_decision) if item else 0
        words = {"item": number or 0, "draft": draft, "has_draft": has_draft, "count": count}
        asked = view.texts(f"panel-{name}", **words)
        return ["", asked], [back]
    return None


def rows(view: View, meeting: Meeting) -> Rows:
    """The chair's buttons, by what goes on."""
    if meeting.state is MeetingState.CONVENED:
        return _before(view, meeting)
    if meeting.state is MeetingState.ADJOURNED:
        return _between_days(view, meeting)
    if meeting.state is not MeetingState.OPEN:
        return []
    people = button(view, "participants", tap(meeting, "people"))
    going_on = meeting.voting_item()
    if going_on is not None:
        return [
            (button(view, "close-vote", tap(meeting, "endvote", going_on.number)),),
            (button(view, "aloud", tap(meeting, "aloud")), people),
        ]
    pause = meeting.on_break()
    if pause is not None:
        resume = (button(view, "resume", tap(meeting, "resume")),) if pause.until is not None else ()
        return [(*resume, people)]
    found: Rows = []
    left = [item for item in meeting.agenda if item.pending]
    if left:
        found += _next_item(view, meeting, left)
    if any(item.decided and not item.pending for item in meeting.agenda):
        found.append((button(view, "again", tap(meeting, "againpage")),))
    bring_in = button(view, "bring-in", tap(meeting, "bringin"))
    rest = button(view, "break", tap(meeting, "breakpage"))
    return [*found, (bring_in, rest), (people, *hand_over_button(view, meeting))]


def closing(view: View, meeting: Meeting) -> Rows:
    """«Закрыть заседание», between votes and days."""
    between = meeting.state is MeetingState.OPEN and meeting.voting_item() is None
    if not between and meeting.state is not MeetingState.ADJOURNED:
        return []
    return [(button(view, "close-meeting", tap(meeting, "end")),)]


def _before(view: View, meeting: Meeting) -> Rows:
    people = button(view, "participants", tap(meeting, "people"))
    gathers = meeting.gathers(view.now, view.office.profile)
    found: Rows = [
        (button(view, "open-meeting", tap(meeting, "open")),) if gathers else (),
        (button(view, "change", tap(meeting, "change")), people),
        hand_over_button(view, meeting),
    ]
    if meeting.day_is_over(view.now, view.office.profile):
        found = []
    if meeting.starts_at is not None and view.now >= meeting.starts_at:
        found.append(
            (
                button(view, "postpone", tap(meeting, "later")),
                button(view, "not-held", tap(meeting, "notheld")),
            )
        )
    return found


def _between_days(view: View, meeting: Meeting) -> Rows:
    """To take the meeting up again on its day, to move that day, or to close it."""
    over = meeting.day_is_over(view.now, view.office.profile)
    gathers = meeting.gathers(view.now, view.office.profile) and not over
    found: Rows = [(button(view, "go-on", tap(meeting, "open")),)] if gathers else []
    return [
        *found,
        (button(view, "participants", tap(meeting, "people")), *hand_over_button(view, meeting)),
        (button(view, "adjourn-anew", tap(meeting, "adjournpage")),),
    ]


def hand_over_button(view: View, meeting: Meeting) -> tuple[Button, ...]:
    """For the head: to hand this meeting over, or to take it back while that is possible."""
    if view.seat != view.office.profile.head_seat:
        return ()
    if not meeting.chairing.handed_over:
        return (button(view, "hand-over", tap(meeting, "handover")),)
    between_votes = meeting.voting_item() is None and meeting.is_present(view.seat)
    gathers = meeting.state in (MeetingState.CONVENED, MeetingState.ADJOURNED)
    if view.roster.absence(view.seat) is None and (gathers or between_votes):
        return (button(view, "take-back", tap(meeting, "takeback")),)
    return ()


def notes(view: View, meeting: Meeting) -> list[str]:
    """Speakers who are not here, for the chair: all before the opening, then the next question's."""
    if not meeting.gathers(view.now, view.office.profile) or meeting.voting_item() is not None:
        return []
    absent = absent_speakers(meeting, view.roster)
    if meeting.state is MeetingState.OPEN:
        left = [item for item in meeting.agenda if item.pending]
        absent = [item for item in absent if item is _chosen(view, meeting, left)]
    return [
        view.texts(
            "panel-speaker-absent",
            item=item.number,
            name=view.called(item.speaker_seat) if item.speaker_seat else item.speaker,
            guest="no" if item.speaker_seat else "yes",
        )
        for item in absent
    ]


def _chosen(view: View, meeting: Meeting, left: list[AgendaItem]) -> AgendaItem:
    """The question that comes next: the one the chair chose, the one being heard, else the first."""
    wanted, heard = view.card.content.get("item"), meeting.agenda.heard()
    return next((item for item in left if item.number == wanted), heard or left[0])


def _again(meeting: Meeting, decided: list[AgendaItem]) -> Rows:
    return [
        (Button(f"{item.number}. {literal(clipped(item.question, 40))}", tap(meeting, "again", item.number)),)
        for item in decided
    ]


def _next_item(view: View, meeting: Meeting, left: list[AgendaItem]) -> Rows:
    heard, chosen = meeting.agenda.heard(), _chosen(view, meeting, left)
    first = heard is None and meeting.agenda.last_voted() is None
    following: tuple[Button, ...] = ()
    if chosen is not heard and not first:
        following = (button(view, "next-item", tap(meeting, "hear", chosen.number)),)
    found: Rows = [(*following, *_to_vote(view, meeting, chosen))]
    if len(left) > 1:
        numbers = [
            Button(
                view.texts("button-item", number=item.number, chosen="yes" if item is chosen else "no"),
                tap(meeting, "item", item.number),
            )
            for item in left
        ]
        found += [tuple(numbers[start : start + _IN_A_ROW]) for start in range(0, len(numbers), _IN_A_ROW)]
    hear = (button(view, "hear", tap(meeting, "hear", chosen.number)),) if first else ()
    more = Button(view.texts("button-item-page", item=chosen.number), tap(meeting, "itempage", chosen.number))
    return [*found, (*hear, more)]


def _to_vote(view: View, meeting: Meeting, item: AgendaItem) -> tuple[Button, ...]:
    """The whole decision, or its next point; once points are begun, points alone; first of all, its words."""
    if not item.draft_decision:
        return (button(view, "word-draft", tap(meeting, "amend", item.number)),)
    point = f"{item.number}.{item.next_point}"
    whole = () if item.points_begun else (button(view, "open-vote", tap(meeting, "vote", item.number)),)
    if len(item.points) < 2:
        return whole
    return (
        *whole,
        Button(view.texts("button-vote-point", point=point), tap(meeting, "votepoint", item.number)),
    )


def _question(view: View, meeting: Meeting, confirm: str, item: AgendaItem | None) -> str:
    if confirm == "endvote":
        voting = meeting.voting_item()
        vote = voting.open_vote if voting else None
        silent = meeting.silent(vote) if vote else meeting.present()
        return view.texts("confirm-close-vote", names=view.surnames(silent), count=len(silent))
    if confirm == "end":
        left = [str(one.number) for one in meeting.agenda if one.pending]
        return view.texts("confirm-close-meeting", items=", ".join(left), count=len(left))
    if confirm in ("drop", "putoff"):
        return view.texts(f"confirm-{confirm}", item=item.number if item else 0)
    if confirm == "handover":
        return view.texts("confirm-handover", who=view.called(view.office.profile.acting_seat))
    return view.texts("confirm-not-held")


def _confirmation(view: View, meeting: Meeting, confirm: str, item: AgendaItem | None) -> tuple[Button, ...]:
    about = meeting.voting_item() or item
    return (
        button(view, "confirm", tap(meeting, confirm, about.number if about else 0)),
        button(view, "cancel", tap(meeting, "back")),
    )


def _aloud(view: View, meeting: Meeting) -> Rows:
    item = meeting.voting_item()
    assert item is not None and item.open_vote is not None  # the page is shown during a vote only
    ballots = item.open_vote.ballots

    def one(seat: int, choice: Choice) -> Button:
        caption = view.texts("button-aloud-choice", name=literal(view.surnames([seat])), choice=choice.value)
        marked = "✓ " if seat in ballots and ballots[seat].choice is choice else ""
        return Button(
            marked + caption,
            AloudTap(meeting=meeting.id, item=item.number, seat=seat, choice=choice).pack(),
        )

    return [tuple(one(seat, choice) for choice in Choice) for seat in meeting.present()]


def _item(view: View, meeting: Meeting, item: AgendaItem) -> Rows:
    return [
        (button(view, "amend", tap(meeting, "amend", item.number)),),
        (
            button(view, "item-executors", floor_pages.tap(meeting, item, "executors")),
            button(view, "item-due", floor_pages.tap(meeting, item, "due")),
            button(view, "item-points", tap(meeting, "points", item.number)),
        ),
        (
            button(view, "drop", tap(meeting, "drop", item.number)),
            button(view, "put-off", tap(meeting, "putoff", item.number)),
        ),
    ]
