"""A voting as it stands: on the card of its meeting, and on cards of its own that earlier versions sent."""

from __future__ import annotations

from collections.abc import Mapping

from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from domain.meetings.voting import Choice, Motion, Outcome, Vote, quorum_needed
from domain.office.outbox import Button, Screen, Tone
from domain.office.wording import clipped, opening
from handlers.chat.parts import Rows
from handlers.chat.view import View
from handlers.meetings.execution import decision_opening, execution
from handlers.meetings.notice import whole_draft
from handlers.meetings.taps import VoteTap

_DRAFT = 1200  # characters of a draft decision on the card
_TONES = {Choice.FOR: Tone.GOOD, Choice.AGAINST: Tone.BAD, Choice.ABSTAIN: Tone.USUAL}
_ORDER = (Choice.FOR, Choice.AGAINST, Choice.ABSTAIN)


async def render(view: View) -> Screen | None:
    """A card that an earlier version sent: the roll call filling live; the result, once closed, stays."""
    meeting_id, number, turn = (int(part) for part in view.card.key.split(":"))
    meeting = await view.uow.meetings.get(meeting_id)
    if meeting is None:
        return None
    item = meeting.item(number)
    vote = item.votes[turn - 1]
    here = view.in_group or (view.seat is not None and meeting.is_present(view.seat))
    rows = ballot_rows(view, meeting, item, vote) if vote.result is None and here else []
    return Screen("\n".join(await vote_lines(view, meeting, item, vote)), tuple(rows))


async def vote_lines(view: View, meeting: Meeting, item: AgendaItem, vote: Vote) -> list[str]:
    """The question with what is voted on and the roll call; the result, once closed."""
    people = await _people(view, meeting, vote)
    if vote.result is not None:
        return _closed(view, item, vote, people)
    return _open(view, meeting, item, vote, people)


def ballot_rows(view: View, meeting: Meeting, item: AgendaItem, vote: Vote) -> Rows:
    """«За», «Против», «Воздержался», with one's own vote marked; the way to a long draft decision.

    Once the vote is closed they show what was chosen and do nothing.
    """
    own = vote.ballots.get(view.seat) if view.seat is not None else None
    turn, going_on = item.votes.index(vote) + 1, vote.result is None

    def data(choice: Choice) -> str:
        return VoteTap(meeting=meeting.id, item=item.number, turn=turn, choice=choice).pack()

    ballots = tuple(
        Button(
            f"{'✓ ' if own and own.choice is choice else ''}{view.texts(f'button-{choice.value}')}",
            data(choice) if going_on else "",
            tone=_TONES[choice],
            idle=not going_on,
        )
        for choice in _ORDER
    )
    return [ballots, *(whole_draft(view, meeting, item, _DRAFT) if going_on else [])]


async def _people(view: View, meeting: Meeting, vote: Vote) -> dict[int, str]:
    """Names of those who are there for their seats, or were when the vote was closed."""
    names = await view.uow.roster.names()
    here = {seat: meeting.attendance.who(seat) for seat in meeting.present()}
    there: Mapping[int, int | None] = vote.holders or here
    return {seat: names[holder] for seat, holder in there.items() if holder is not None and holder in names}


def heading(view: View, meeting: Meeting, item: AgendaItem, *, again: bool = False) -> str:
    """«Вопрос 1 из 2», and what it is."""
    return view.texts(
        "vote-heading",
        item=item.number,
        items=len(meeting.agenda),
        question=clipped(item.question, 400),
        again="yes" if again else "no",
    )


def _open(view: View, meeting: Meeting, item: AgendaItem, vote: Vote, people: Mapping[int, str]) -> list[str]:
    present = meeting.present()
    lines = [
        heading(view, meeting, item, again=sum(one.point == vote.point for one in item.votes) > 1),
        *_motion(view, item, vote),
        "",
        view.texts("vote-progress", present=len(present), voted=len(vote.ballots)),
        *_roll_call(view, vote, [seat for seat in vote.ballots if seat in present], people),
    ]
    waiting = meeting.silent(vote)
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
    if not amendments:
        return lines + draft_lines(view, item, motion)
    draft = decision_opening(view, item, motion, _DRAFT)
    last = amendments[-1]
    lines.append(view.texts("vote-draft-amended", draft=draft, moment=last.at))
    if last.former:
        lines.append(view.texts("vote-draft-former", draft=opening(last.former, 400)))
    return lines + execution(view, motion)


def draft_lines(view: View, item: AgendaItem, motion: Motion) -> list[str]:
    """The draft decision, who executes it and by when."""
    draft = decision_opening(view, item, motion, _DRAFT)
    return [*([view.texts("vote-draft", draft=draft)] if draft else []), *execution(view, motion)]


def _point(view: View, item: AgendaItem, vote: Vote, motion: Motion) -> list[str]:
    """The one point that is voted on, under the words that introduce it."""
    draft = decision_opening(view, item, motion, _DRAFT, [(vote.point, motion.points[vote.point - 1])])
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
