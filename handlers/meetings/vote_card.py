"""A voting card: one for each voting on an item, the same in the group and in every private chat."""

from __future__ import annotations

from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from domain.meetings.voting import Choice, Outcome, Vote, quorum_needed
from domain.office.outbox import Button, Screen
from domain.office.wording import clipped
from handlers.chat.view import View
from handlers.chat.wording import seat_list
from handlers.meetings.taps import VoteTap

_ORDER = (Choice.FOR, Choice.AGAINST, Choice.ABSTAIN)


async def render(view: View) -> Screen | None:
    """The question with the roll call filling live; its result, once closed, stays."""
    meeting_id, number, turn = (int(part) for part in view.card.key.split(":"))
    meeting = await view.uow.meetings.get(meeting_id)
    if meeting is None:
        return None
    item = meeting.item(number)
    vote = item.votes[turn - 1]
    if vote.result is not None:
        return Screen("\n".join(_closed(view, item, vote)))
    buttons = tuple(
        Button(
            view.texts(f"button-{choice.value}"),
            VoteTap(meeting=meeting.id, item=number, turn=turn, choice=choice).pack(),
        )
        for choice in _ORDER
    )
    return Screen("\n".join(_open(view, meeting, item, vote)), (buttons,))


def _open(view: View, meeting: Meeting, item: AgendaItem, vote: Vote) -> list[str]:
    present = meeting.present()
    lines = [
        view.texts(
            "vote-heading",
            item=item.number,
            items=len(meeting.agenda),
            question=clipped(item.question, 600),
            again="yes" if len(item.votes) > 1 else "no",
        ),
        *_draft(view, item),
        "",
        view.texts("vote-progress", present=len(present), voted=len(vote.ballots)),
        *_roll_call(view, vote, [seat for seat in vote.ballots if seat in present]),
    ]
    waiting = [seat for seat in present if seat not in vote.ballots]
    if waiting:
        lines.append(view.texts("vote-waiting", seats=seat_list(waiting), count=len(waiting)))
    needed = quorum_needed(meeting.established, view.office.profile.quorum)
    if len(present) < needed:
        lines.append(view.texts("vote-no-quorum", missing=needed - len(present), needed=needed))
    return lines


def _closed(view: View, item: AgendaItem, vote: Vote) -> list[str]:
    result = vote.result
    assert result is not None and vote.chair is not None  # both are set when a vote is closed
    tally = result.tally
    return [
        view.texts(
            "vote-result",
            item=item.number,
            outcome=result.outcome.value,
            question=clipped(item.question, 600),
        ),
        *(_draft(view, item) if result.outcome is Outcome.ADOPTED else []),
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
        *_roll_call(view, vote, vote.present),
    ]


def _draft(view: View, item: AgendaItem) -> list[str]:
    if not item.draft_decision:
        return []
    if not item.amendments:
        return [view.texts("vote-draft", draft=clipped(item.draft_decision, 1200))]
    last = item.amendments[-1]
    lines = [view.texts("vote-draft-amended", draft=clipped(item.draft_decision, 1200), moment=last.at)]
    if last.former:
        lines.append(view.texts("vote-draft-former", draft=clipped(last.former, 600)))
    return lines


def _roll_call(view: View, vote: Vote, seats: list[int]) -> list[str]:
    lines = []
    for choice in _ORDER:
        by = [seat for seat in seats if seat in vote.ballots and vote.ballots[seat].choice is choice]
        if by:
            lines.append(view.texts(f"roll-call-{choice.value}", count=len(by), seats=seat_list(by)))
    aloud = [seat for seat in seats if seat in vote.ballots and vote.ballots[seat].aloud]
    if aloud:
        lines.append(view.texts("roll-call-aloud", count=len(aloud), seats=seat_list(aloud)))
    silent = [seat for seat in seats if seat not in vote.ballots]
    if silent:
        lines.append(view.texts("roll-call-silent", count=len(silent), seats=seat_list(silent)))
    return lines
