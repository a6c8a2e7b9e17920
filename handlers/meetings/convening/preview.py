"""The first page of the wizard: the programme as everyone will read it, and what can be done (п. 3.2)."""

from __future__ import annotations

from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState
from domain.meetings.voting import quorum_needed
from domain.office import reading
from domain.office.wording import clipped
from handlers.chat.parts import Rows, button
from handlers.chat.view import View
from handlers.meetings.agenda_pages import agenda_page
from handlers.meetings.convening import changing_pages
from handlers.meetings.convening.follow_up_offer import offers_follow_up
from handlers.meetings.convening.parts import ask, page, tap
from handlers.meetings.convening.regular_card import why_proposed
from handlers.meetings.convening.warnings import warnings
from handlers.meetings.execution import executors
from handlers.meetings.meeting_card import question


async def preview(view: View, meeting: Meeting, rest: str) -> tuple[list[str], Rows]:
    """The programme as everyone will read it, a long agenda in pages, and what can be done."""
    lines, rows = await _after_agenda(view, meeting)
    above = _programme(view, meeting)
    shown = agenda_page(
        view,
        [(item, _question(view, item)) for item in meeting.agenda],
        [*above, *lines],
        reading.whole(rest) or 1,
        lambda number: page(meeting, "preview", number),
    )
    questions = shown.lines or [view.texts("draft-no-agenda")]
    return [*above, *questions, *lines], [shown.moves, *rows]


async def regular(view: View, meeting: Meeting, rest: str) -> tuple[list[str], Rows]:
    """The next regular meeting, as it is proposed: sent, changed or skipped by a tap."""
    lines, rows = await preview(view, meeting, "")
    sending = [row for row in rows if row and row[0].data == tap(meeting, "send")]
    ways = (
        button(view, "change", page(meeting, "preview")),
        button(view, "skip", tap(meeting, "discard")),
    )
    return [*await why_proposed(view, meeting, rest), *lines], [*sending, ways]


async def _after_agenda(view: View, meeting: Meeting) -> tuple[list[str], Rows]:
    """What stands below the questions, and the buttons."""
    convened = meeting.state is MeetingState.CONVENED
    lines, rows = [*_outside(view, meeting), *await warnings(view, meeting)], _ways(view, meeting)
    waiting = await view.uow.proposals.undecided()
    if waiting:
        lines += ["", view.texts("draft-proposals-wait", count=len(waiting))]
        rows.append((button(view, "proposals", page(meeting, "proposals")),))
    if not convened and await offers_follow_up(view, meeting):
        rows.append((button(view, "follow-up", tap(meeting, "follow")),))
    if convened:
        return [*lines, *changing_pages.untold(view, meeting)], [*rows, *changing_pages.rows(view, meeting)]
    if meeting.starts_at and meeting.agenda and meeting.participants:
        lines += _without_chat(view, meeting)
        sending = ("send-out", "send") if view.chairs else ("submit", "submit")
        if view.chairs and meeting.prepared_by is not None:
            lines += ["", view.texts("secretary-asks" if _by_secretary(view, meeting) else "assistant-asks")]
            sending = ("confirm", "send")
        if (seat := view.card.content.get("submitted")) is not None:
            lines += ["", view.texts("draft-submitted", who=view.called(int(seat)))]
        else:
            rows.append((button(view, sending[0], tap(meeting, sending[1])),))
    else:
        what = "date" if not meeting.starts_at else "agenda" if not meeting.agenda else "people"
        lines += ["", view.texts("draft-missing", what=what, sends="yes" if view.chairs else "no")]
    rows.append((button(view, "cancel", tap(meeting, "discard")),))
    return lines, rows


def _programme(view: View, meeting: Meeting) -> list[str]:
    """When, where and who, as everyone will read it."""
    if meeting.state is MeetingState.CONVENED:
        lines = [view.texts("change-heading", number=meeting.number or 0)]
    else:
        lines = [view.texts("draft-heading")]
    if meeting.starts_at is None:
        lines.append(view.texts("draft-no-date"))
    else:
        lines.append(view.texts("draft-moment", moment=meeting.starts_at, day_off=_day_off(view, meeting)))
    names = view.surnames(meeting.participants)
    lines += [
        view.texts("draft-place", place=meeting.place or "—"),
        view.texts("draft-form", form=meeting.form.value, link=clipped(meeting.link, 100) or "none"),
        view.texts("draft-participants", count=len(meeting.participants), names=names),
        *below_quorum(view, meeting),
    ]
    invited = len(meeting.guests) + len(meeting.visitors)
    if invited:
        lines.append(view.texts("draft-guests", count=invited))
    if meeting.prepared_by is not None:
        assistant = view.roster.binding_of(meeting.prepared_by)
        key = "prepared-by-secretary" if _by_secretary(view, meeting) else "prepared-by"
        lines.append(view.texts(key, name=assistant.name if assistant else "—"))
    return [*lines, ""]


def _by_secretary(view: View, meeting: Meeting) -> bool:
    secretary = view.roster.secretary_account()
    return secretary is not None and secretary.user_id == meeting.prepared_by


def _ways(view: View, meeting: Meeting) -> Rows:
    """To the pages on which it is filled in."""
    date_key = "postpone" if meeting.state is MeetingState.CONVENED else "date"
    return [
        (
            button(view, date_key, page(meeting, "date")),
            button(view, "place", ask(meeting, "place")),
        ),
        (
            button(view, "form", page(meeting, "form")),
            button(view, "agenda", page(meeting, "agenda")),
        ),
        (
            button(view, "participants", page(meeting, "people")),
            button(view, "guests", page(meeting, "guests")),
        ),
    ]


def below_quorum(view: View, meeting: Meeting) -> list[str]:
    """How many participants a quorum lacks (п. 4.3.1)."""
    needed = quorum_needed(meeting.established, view.office.profile.quorum)
    missing = needed - len(meeting.participants)
    return [view.texts("draft-below-quorum", needed=needed, missing=missing)] if missing > 0 else []


def _question(view: View, item: AgendaItem) -> str:
    """A question with who executes and by when: what goes into the protocol as it stands here."""
    named = ", ".join(executors(view, item.motion))
    if not (named or item.due or item.draft_decision):
        return question(view, item)
    task = view.texts(
        "draft-item-task",
        executors=named or "none",
        dated="yes" if item.due else "no",
        due=item.due or view.now,
    )
    return f"{question(view, item)}\n{task}"


def _outside(view: View, meeting: Meeting) -> list[str]:
    """Speakers who are no participants, and the chair, who always is one (п. 4.3)."""
    lines = []
    for item in meeting.agenda:
        if item.speaker_seat and item.speaker_seat not in meeting.participants:
            lines.append(
                view.texts("draft-speaker-outside", item=item.number, name=view.called(item.speaker_seat))
            )
    chair = meeting.chair(view.roster)
    if chair is not None and chair.seat not in meeting.participants:
        lines.append(view.texts("draft-chair-takes-part", who=view.called(chair.seat)))
    return ["", *lines] if lines else []


def _without_chat(view: View, meeting: Meeting) -> list[str]:
    """Participants whom the bot cannot reach: they are to be told in another way."""
    unreached = [seat for seat in meeting.participants if view.roster.binding(seat) is None]
    return [view.texts("draft-without-chat", names=view.surnames(unreached))] if unreached else []


def _day_off(view: View, meeting: Meeting) -> str:
    assert meeting.starts_at is not None  # asked for a set date
    day = meeting.starts_at.astimezone(view.office.profile.time_zone).date()
    return "no" if view.office.calendar.is_working_day(day) else "yes"
