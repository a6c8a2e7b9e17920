"""The meeting's card: public in the group, a notice in a private chat, a panel for the chair."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import escape

from domain.meetings.agenda import AgendaItem
from domain.meetings.leftovers import left_over
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MEETING_AHEAD, Form, MeetingState
from domain.meetings.voting import Outcome
from domain.office.outbox import Button, Screen
from domain.people.roster import Roster
from handlers.chat.parts import Rows, button
from handlers.chat.view import View
from handlers.chat.wording import minutes
from handlers.meetings import leftovers_page, panel
from handlers.meetings.agenda_pages import agenda_page
from handlers.meetings.drafts_card import remarks_on_page
from handlers.meetings.execution import decision_opening, execution
from handlers.meetings.notice import notice_rows
from handlers.meetings.opinion import opinion_lines, opinion_rows
from handlers.meetings.past_card import protocol_rows
from handlers.meetings.running import current_question, voting_rows
from handlers.meetings.state_lines import former_who_left, invited_guest, state_lines
from handlers.meetings.taps import tap

_DECISION = 300  # characters of a decision on the card of a meeting that is over


async def render(view: View) -> Screen | None:
    """The card as it is now for the one who looks."""
    meeting = await view.uow.meetings.get(int(view.card.key))
    if meeting is None:
        return None
    view.until(*meeting.turns(view.office.profile))
    lines = state_lines(view, meeting, await former_who_left(view, meeting))
    duties = meeting.chair(view.roster)
    chairs = not view.in_group and duties is not None and duties.seat == view.seat
    top = await current_question(view, meeting)
    page = _asked(view, meeting) or (await panel.page(view, meeting) if chairs else None)
    if page is not None and view.card.content.get("page") == "item":
        page = (page[0] + await remarks_on_page(view, meeting), page[1])
    if view.chairs and not view.in_group and left_over(meeting):
        page = await leftovers_page.page(view, meeting)
    if meeting.state is MeetingState.CLOSED and view.card.content.get("page") != "carry":
        lines += opinion_lines(view, meeting)
        said, opinions = opinion_rows(view, meeting)
        if view.card.content.get("page") == "opinion-preview" and said:
            return Screen("\n".join([_heading(view, meeting), *said]), tuple(opinions))
        after = [*await protocol_rows(view, meeting), *opinions]
        page = ([*(page[0] if page else []), *said], [*(page[1] if page else []), *after])
    if page is not None:
        asked, rows = page
        return _with_agenda(view, meeting, top, lines, asked, rows)
    rows = [*voting_rows(view, meeting, chairs=chairs), *_member_rows(view, meeting)]
    noted = _not_marked(view, meeting)
    if chairs:
        noted += panel.notes(view, meeting)
        if meeting.remarks:
            noted.append(view.texts("remarks-made", count=len(meeting.remarks)))
        rows += panel.rows(view, meeting)
    elif not view.in_group and meeting.chairing.handed_over:
        rows.append(panel.hand_over_button(view, meeting))
    rows += [*notice_rows(view, meeting), *await protocol_rows(view, meeting)]
    rows += [*(panel.closing(view, meeting) if chairs else []), *_leaving(view, meeting)]
    return _with_agenda(view, meeting, top, lines, noted, rows)


def _with_agenda(
    view: View, meeting: Meeting, top: list[str], lines: list[str], noted: list[str], rows: Rows
) -> Screen:
    """The heading, as much of the agenda as fits beside these lines, and the way to the rest of it.

    Under a current question (`top`) the meeting itself folds up, so that the buttons stay near the question.
    """
    heading = _heading(view, meeting)
    wanted = view.card.content.get("agenda")
    line = _concluded if meeting.state is MeetingState.CLOSED else question
    shown = agenda_page(
        view,
        [(item, line(view, item)) for item in meeting.agenda],
        [*top, heading, *lines, *noted],
        wanted if isinstance(wanted, int) else _current(meeting),
        lambda number: tap(meeting, "agenda", number),
    )
    if top:
        folded = "\n".join([heading.strip(), *lines, *shown.lines])
        parts = [*top, f"<blockquote expandable>{folded}</blockquote>", *noted]
    else:
        parts = [heading, *shown.lines, "", *lines, *noted]
    return Screen("\n".join(parts).strip(), tuple(row for row in (shown.moves, *rows) if row))


def _not_marked(view: View, meeting: Meeting) -> list[str]:
    """A word to a participant who is not marked as there: no vote of theirs counts."""
    concerned = view.seat in meeting.participants and not view.in_group
    if meeting.state is not MeetingState.OPEN or not concerned or meeting.is_present(view.seat or 0):
        return []
    return [view.texts("meeting-you-not-present")]


def _current(meeting: Meeting) -> int:
    """The question that an open meeting deals with now, or comes to next; the first in any other."""
    if meeting.state is not MeetingState.OPEN:
        return 1
    pending = (item for item in meeting.agenda if item.pending)
    found = meeting.voting_item() or meeting.agenda.heard() or next(pending, None)
    return found.number if found else 1


def _asked(view: View, meeting: Meeting) -> tuple[list[str], Rows] | None:
    """What a member is asked before they are marked as here or gone; None while nothing is asked."""
    act = view.card.content.get("confirm")
    if view.in_group or view.seat is None or act not in ("in", "invideo", "out"):
        return None
    absence = view.roster.absence(view.seat)
    if act != "out" and absence is None:
        return None
    question = (
        _leave_question(view, meeting)
        if act == "out"
        else view.texts("confirm-back", until=absence.last if absence else None)
    )
    rows: Rows = [
        (
            button(view, "confirm", tap(meeting, str(act))),
            button(view, "cancel", tap(meeting, "back")),
        )
    ]
    return ["", question], rows


def _leave_question(view: View, meeting: Meeting) -> str:
    duties = meeting.chair(view.roster)
    chairs = meeting.opened_at is not None and duties is not None and duties.seat == view.seat
    acting = view.office.profile.acting_seat
    key = "confirm-chair-leaves" if chairs else "confirm-leave"
    return view.texts(key, number=meeting.number or 0, acting=view.called(acting))


def question(view: View, item: AgendaItem) -> str:
    """One question of the agenda, with what became of it; what is known of it on a line of its own."""
    line = f"{item.number}. {escape(item.question)}{_became(view, item)}"
    about = _about(view, item) if item.pending else ""
    return f"{line}\n   {about}" if about else line


def _concluded(view: View, item: AgendaItem) -> str:
    """One question of a meeting that is over; under what was adopted, the decision and who executes it."""
    line = question(view, item)
    if item.result is None or item.result.outcome is not Outcome.ADOPTED:
        return line
    decided = decision_opening(view, item, item.standing, _DECISION, item.standing_points)
    return "\n".join([line, view.texts("agenda-decision", decision=decided), *execution(view, item.standing)])


def _became(view: View, item: AgendaItem) -> str:
    if item.moved_to is not None:
        return view.texts("agenda-carried-over")
    if item.removal is not None:
        return view.texts(f"agenda-{item.removal.value}", moment=item.removed_at)
    if item.result is None:
        return ""
    if item.points_begun:
        return view.texts("agenda-points", voted=item.next_point - 1, count=len(item.points))
    became = view.texts(f"agenda-{item.result.outcome.value.replace('_', '-')}")
    fell = [place for place, outcome in item.outcomes.items() if outcome is Outcome.NOT_ADOPTED]
    if item.result.outcome is Outcome.ADOPTED and fell:
        numbers = ", ".join(f"{item.number}.{place}" for place in fell)
        became += view.texts("points-fell", numbers=numbers, count=len(fell))
    return became + view.texts("agenda-reopened") if item.reopened else became


def _heading(view: View, meeting: Meeting) -> str:
    duties = meeting.closed_by or meeting.chair(_composition(view, meeting))
    return view.texts(
        "meeting-heading",
        number=meeting.number or 0,
        moment=meeting.starts_at,
        place=meeting.place or "none",
        form=meeting.form.value,
        who=view.did(duties.seat, meeting.closed_at or view.now) if duties else "",
        chair="nobody" if duties is None else "acting" if duties.acting else "head",
    )


def _composition(view: View, meeting: Meeting) -> Roster:
    """The composition of today; of its own day for a meeting that is still days away."""
    assert meeting.starts_at is not None  # it was convened
    day = meeting.starts_at.astimezone(view.office.profile.time_zone).date()
    ahead = meeting.state is MeetingState.CONVENED and day > view.roster.day
    return replace(view.roster, day=day) if ahead else view.roster


def _about(view: View, item: AgendaItem) -> str:
    parts = []
    if item.speaker_seat:
        parts.append(view.texts("agenda-speaker", name=view.called(item.speaker_seat)))
    elif item.speaker:
        parts.append(view.texts("agenda-speaker", name=item.speaker))
    if item.draft_decision:
        amended = item.amendments[-1].at if item.amendments else None
        key = "agenda-draft-amended" if amended else "agenda-draft"
        parts.append(view.texts(key, moment=amended or view.now))
    if item.added_at:
        parts.append(view.texts("agenda-added", moment=item.added_at))
    if item.heard_for:
        parts.append(view.texts("agenda-heard", count=minutes(item.heard_for)))
    if item.materials:
        parts.append(view.texts("agenda-materials", count=item.materials))
    return " · ".join(parts)


def _member_rows(view: View, meeting: Meeting) -> Rows:
    if meeting.state not in MEETING_AHEAD:
        return []
    guest = invited_guest(view, meeting)
    if not (view.in_group or guest or view.seat in meeting.participants):
        return []
    opens = meeting.check_in_opens(view.office.profile)
    coming = button(view, "coming", tap(meeting, "coming", meeting.edition))
    away = button(view, "not-coming", tap(meeting, "away", meeting.edition))
    if opens is not None and view.now < opens:
        return [(coming, away)]
    if guest:
        return []
    here: tuple[Button, ...] = (button(view, "check-in", tap(meeting, "in")),)
    if meeting.form is Form.MIXED:
        here += (button(view, "check-in-video", tap(meeting, "invideo")),)
    if view.in_group:
        return [here]
    assert view.seat is not None  # a participant looks
    if meeting.is_present(view.seat):
        return []
    return [here] if meeting.state is MeetingState.OPEN else [(*here, away)]


def _leaving(view: View, meeting: Meeting) -> Rows:
    """«Ухожу», last of all, for whoever is there."""
    if view.in_group or view.seat is None or not meeting.is_present(view.seat):
        return []
    if meeting.state not in MEETING_AHEAD:
        return []
    return [(button(view, "check-out", tap(meeting, "out")),)]
