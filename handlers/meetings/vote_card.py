"""A voting card: one for each voting on an item, the same in the group and in every private chat."""

from __future__ import annotations

from collections.abc import Mapping

from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from domain.meetings.voting import Choice, Motion, Outcome, Vote, quorum_needed
from domain.office.outbox import Button, Screen
from domain.office.wording import clipped, opening
from handlers.chat.view import View
from handlers.meetings.execution import decision_text, execution
from handlers.meetings.notice import whole_draft
from handlers.meetings.taps import VoteTap

_DRAFT = 1200  # characters of a draft decision on the card
_ORDER = (Choice.FOR, Choice.AGAINST, Choice.ABSTAIN)


async def render(view: View) -> Screen | None:
    """The question with the roll call filling live; its result, once closed, stays."""
    meeting_id, number, turn = (int(part) for part in view.card.key.split(":"))
    meeting = await view.uow.meetings.get(meeting_id)
    if meeting is None:
        return None
    item = meeting.item(number)
    vote = item.votes[turn - 1]
    people = await _people(view, meeting, vote)
    if vote.result is not None:
        return Screen("\n".join(_closed(view, item, vote, people)))
    own = vote.ballots.get(view.seat) if view.seat is not None else None
    buttons = tuple(
        Button(
            f"{'✓ ' if own and own.choice is choice else ''}{view.texts(f'button-{choice.value}')}",
            VoteTap(meeting=meeting.id, item=number, turn=turn, choice=choice).pack(),
        )
        for choice in _ORDER
    )
    whole = whole_draft(view, meeting, item, _DRAFT)
    return Screen("\n".join(_open(view, meeting, item, vote, people)), (buttons, *whole))


async def _people(view: View, meeting: Meeting, vote: Vote) -> dict[int, str]:
    """Names of those who are there for their seats, or were when the vote was closed."""
    names = await view.uow.roster.names()
    here = {seat: meeting.attendance.who(seat) for seat in meeting.present()}
    there: Mapping[int, int | None] = vote.holders or here
    return {seat: names[holder] for seat, holder in there.items() if holder is not None and holder in names}


def _open(view: View, meeting: Meeting, item: AgendaItem, vote: Vote, people: Mapping[int, str]) -> list[str]:
    present = meeting.present()
    lines = [
        view.texts(
            "vote-heading",
            item=item.number,
            items=len(meeting.agenda),
            question=clipped(item.question, 400),
            again="yes" if sum(one.point == vote.point for one in item.votes) > 1 else "no",
        ),
        *_motion(view, item, vote),
        "",
        view.texts("vote-progress", present=len(present), voted=len(vote.ballots)),
        *_roll_call(view, vote, [seat for seat in vote.ballots if seat in present], people),
    ]
    waiting = [seat for seat in present if seat not in vote.ballots]
    if waiting:
        lines.append(view.texts("vote-waiting", names=view.surnames(waiting, people)))
    needed = quorum_needed(meeting.established, view.office.profile.quorum)
    if len(present) < needed:
        lines.append(view.texts("vote-no-quorum", missing=needed - len(present), needed=needed))
    return lines


def _closed(view: View, item: AgendaItem, vote: Vote, people: Mapping[int, str]) -> list[str]:
    result = vote.result
    assert result is not None and vote.chair is not None  # both are set when a vote is closed
    tally = result.tally
    return [
        view.texts(
            "vote-result",
            item=item.number,
            point=f"{item.number}.{vote.point}" if vote.point else "none",
            outcome=result.outcome.value,
            question=clipped(item.question, 400),
        ),
        *(_motion(view, item, vote) if result.outcome is Outcome.ADOPTED or vote.point else []),
        "",
        view.texts(
            "vote-figures",
            votes_for=tally.votes_for,
            against=tally.votes_against,
            abstained=tally.abstained,
            silent=tally.not_voted,
            present=tally.present,
        ),
        view.texts(
            f"ground-{result.ground.value.replace('_', '-')}",
            votes_for=tally.votes_for,
            present=tally.present,
            established=tally.established,
            needed=quorum_needed(tally.established, view.office.profile.quorum),
            acting="yes" if vote.chair.acting else "no",
        ),
        "",
        *_roll_call(view, vote, vote.present, people),
    ]


def _motion(view: View, item: AgendaItem, vote: Vote) -> list[str]:
    """What is voted on, as it stood when it was put to the vote."""
    motion = vote.motion or item.motion
    if vote.point:
        return _point(view, item, vote, motion)
    lines = [view.texts("vote-again", reason=vote.again)] if vote.again else []
    amendments = [one for one in item.amendments if one.at <= vote.opened_at]
    draft = opening(decision_text(view, item, motion), _DRAFT)
    if not amendments:
        lines += [view.texts("vote-draft", draft=draft)] if draft else []
        return lines + execution(view, motion)
    last = amendments[-1]
    lines.append(view.texts("vote-draft-amended", draft=draft, moment=last.at))
    if last.former:
        lines.append(view.texts("vote-draft-former", draft=opening(last.former, 400)))
    return lines + execution(view, motion)


def _point(view: View, item: AgendaItem, vote: Vote, motion: Motion) -> list[str]:
    """The one point that is voted on, under the words that introduce it."""
    draft = opening(decision_text(view, item, motion, only=vote.point), _DRAFT)
    lines = [view.texts("vote-again", reason=vote.again)] if vote.again else []
    key = "vote-point" if vote.result is None else "vote-point-closed"
    return [*lines, view.texts(key, point=f"{item.number}.{vote.point}", draft=draft)]


def _roll_call(view: View, vote: Vote, seats: list[int], people: Mapping[int, str]) -> list[str]:
    def line(key: str, of: list[int]) -> list[str]:
        return [view.texts(f"roll-call-{key}", count=len(of), names=view.surnames(of, people))] if of else []

    lines = []
    for choice in _ORDER:
        by = [seat for seat in seats if seat in vote.ballots and vote.ballots[seat].choice is choice]
        lines += line(choice.value, by)
    lines += line("aloud", [seat for seat in seats if seat in vote.ballots and vote.ballots[seat].aloud])
    return lines + line("silent", [seat for seat in seats if seat not in vote.ballots])
