"""A proposal's card: a draft to fill, then what became of it; the head's buttons where it waits."""

from __future__ import annotations

from domain.meetings.preparation import MeetingState
from domain.office.attachment import Attachment
from domain.office.outbox import Button, Screen
from domain.office.wording import clipped
from domain.proposals.proposal import Proposal, ProposalState
from handlers.chat.parts import Rows, button, file_rows, paging
from handlers.chat.taps import CommandTap
from handlers.chat.view import View
from handlers.meetings.convening.draft_buttons import draft_titles
from handlers.proposals.taps import ProposalTap

PAGE = 6
_MEETINGS = 8
_FILLING = ("edit", "ask", "files")


async def render(view: View) -> Screen | None:
    """The card as it is now for the one who looks."""
    proposal = await view.uow.proposals.get(int(view.card.key))
    if proposal is None:
        return None
    page = str(view.card.content.get("page", ""))
    if proposal.state is ProposalState.DRAFT:
        return await _draft(view, proposal, page)
    lines = [*_heading(view, proposal), *await _content(view, proposal), "", await _state(view, proposal)]
    mine, heads = view.seat == proposal.seat, view.chairs
    if not proposal.undecided:
        return Screen("\n".join(lines))
    if page in _FILLING and mine:
        return await _filling(view, proposal, page, lines)
    if page == "withdraw" and mine:
        lines.append(view.texts("proposal-confirm-withdraw"))
        return Screen("\n".join(lines), (_confirmation(view, proposal, "withdraw", "page"),))
    if page == "accept" and heads:
        lines.append(view.texts("proposal-choose-meeting"))
        return Screen("\n".join(lines), tuple(await _meetings(view, proposal)))
    if page == "decline" and heads:
        lines.append(view.texts("proposal-ask-reason"))
        return Screen("\n".join(lines), ((button(view, "back", _tap(proposal, "back")),),))
    return Screen("\n".join(lines), tuple(await _rows(view, proposal, mine=mine, heads=heads)))


def _tap(proposal: Proposal, act: str, value: str = "") -> str:
    return ProposalTap(act=act, proposal=proposal.id, value=value).pack()


def _heading(view: View, proposal: Proposal) -> list[str]:
    return [view.texts("proposal-heading", id=proposal.id, who=view.called(proposal.seat))]


async def _content(view: View, proposal: Proposal) -> list[str]:
    lines = [
        view.texts("proposal-question", text=proposal.question or view.texts("draft-none", what="question"))
    ]
    if proposal.draft_decision:
        lines.append(view.texts("draft-item-decision", text=proposal.draft_decision))
    if proposal.ground:
        lines.append(view.texts("proposal-ground", text=proposal.ground))
    files = await view.uow.attachments.of(proposal.entity)
    if files:
        lines.append(view.texts("proposal-files", names=_names(list(files)), count=len(files)))
    if proposal.prepared_by is not None:
        assistant = view.roster.binding_of(proposal.prepared_by)
        lines.append(view.texts("prepared-by", name=assistant.name if assistant else "—"))
    return lines


def _names(files: list[Attachment]) -> str:
    return ", ".join(clipped(file.file_name, 40) for file in files)


async def _state(view: View, proposal: Proposal) -> str:
    number = 0
    if proposal.meeting_id is not None:
        meeting = await view.uow.meetings.get(proposal.meeting_id)
        number = meeting.number or 0 if meeting else 0
    return view.texts(
        f"proposal-{proposal.state.value}",
        reason=proposal.reason,
        number=number,
        reader="head" if view.chairs else "other",
    )


async def _rows(view: View, proposal: Proposal, *, mine: bool, heads: bool) -> Rows:
    rows: Rows = []
    if heads:
        later = () if proposal.state is ProposalState.POSTPONED else ("later",)
        rows.append(tuple(button(view, f"proposal-{act}", _tap(proposal, act)) for act in ("accept", *later)))
        rows.append((button(view, "proposal-decline", _tap(proposal, "decline")),))
    if mine:
        rows.append(
            (
                button(view, "proposal-edit", _tap(proposal, "page", "edit")),
                button(view, "proposal-withdraw", _tap(proposal, "page", "withdraw")),
            )
        )
    if await view.uow.attachments.of(proposal.entity):
        rows.append((button(view, "proposal-files", _tap(proposal, "files")),))
    return rows


def _confirmation(view: View, proposal: Proposal, act: str, back: str) -> tuple[Button, ...]:
    return (
        button(view, "confirm", _tap(proposal, act)),
        button(view, "cancel", _tap(proposal, back)),
    )


async def _meetings(view: View, proposal: Proposal) -> Rows:
    """The meetings whose agenda is open, and a new one."""
    rows: Rows = []
    ahead = (await view.uow.meetings.ahead())[:_MEETINGS]
    drafts = draft_titles(view.texts, [one for one in ahead if one.state is MeetingState.DRAFT])
    for meeting in ahead:
        caption = drafts.get(meeting.id) or view.texts(
            "button-into-meeting", number=meeting.number or 0, moment=meeting.starts_at
        )
        rows.append((Button(caption, _tap(proposal, "into", str(meeting.id))),))
    rows.append((button(view, "into-new-meeting", _tap(proposal, "into", "0")),))
    rows.append((button(view, "back", _tap(proposal, "back")),))
    return rows


# The draft


async def _draft(view: View, proposal: Proposal, page: str) -> Screen:
    lines = [view.texts("proposal-draft-heading"), *await _content(view, proposal)]
    if page in _FILLING:
        return await _filling(view, proposal, page, lines)
    if page == "discard":
        lines += ["", view.texts("proposal-confirm-discard")]
        return Screen("\n".join(lines), (_confirmation(view, proposal, "discard", "page"),))
    if proposal.prepared_by is not None and view.seat == proposal.seat:
        lines += ["", view.texts("assistant-asks")]
        return Screen("\n".join(lines), (_confirmation(view, proposal, "bring", "discard"),))
    rows = _parts(view, proposal)
    if proposal.question:
        mine = "proposal-bring" if view.seat is not None else "submit"
        rows.append((button(view, mine, _tap(proposal, "bring")),))
    rows.append((button(view, "cancel", _tap(proposal, "discard")),))
    return Screen("\n".join(lines), tuple(rows))


async def _filling(view: View, proposal: Proposal, page: str, lines: list[str]) -> Screen:
    """Words or files are asked for; of what was brought, first which of its parts is to change."""
    back = (button(view, "back", _tap(proposal, "page")),)
    if page == "ask":
        asks = view.texts(f"proposal-ask-{view.card.content.get('rest', 'question')}")
        return Screen(asks, (back,))
    if page == "files":
        files = list(await view.uow.attachments.of(proposal.entity))
        rows = file_rows(view, files, lambda file: _tap(proposal, "unfile", str(file)))
        return Screen("\n".join([*lines, "", view.texts("files-ask")]), (*rows, back))
    return Screen("\n".join([*lines, view.texts("proposal-choose-part")]), (*_parts(view, proposal), back))


def _parts(view: View, proposal: Proposal) -> Rows:
    """What can be worded or attached."""
    asks = [
        button(view, f"proposal-{what}", _tap(proposal, "ask", what))
        for what in ("question", "decision", "ground")
    ]
    return [(asks[0], asks[1]), (asks[2], button(view, "proposal-files", _tap(proposal, "page", "files")))]


# The list


async def render_list(view: View) -> Screen | None:
    """The head's queue; to the others what they brought themselves."""
    if view.seat is None:
        return None
    if view.chairs:
        found = list(await view.uow.proposals.undecided())
        lines = [view.texts("proposals-queue", count=len(found))]
    else:
        found = list(await view.uow.proposals.of_seat(view.seat, 60))
        lines = [view.texts("proposals-mine", count=len(found))]
    wanted = view.card.content.get("offset")
    offset = wanted if isinstance(wanted, int) and 0 <= wanted < len(found) else 0
    shown = found[offset : offset + PAGE]
    for proposal in shown:
        line = "proposals-line" if view.chairs else "proposals-own-line"
        lines.append(
            view.texts(
                line,
                id=proposal.id,
                name=view.called(proposal.seat),
                question=clipped(proposal.question, 150),
                state=proposal.state.value,
            )
        )
    rows: Rows = []
    if shown:
        rows.append(tuple(Button(str(one.id), _tap(one, "open")) for one in shown))
        rows += paging(offset, PAGE, len(found), lambda start: _tap(shown[0], "list", str(start)))
    if not view.chairs:
        rows.append((button(view, "propose", CommandTap(name="propose").pack()),))
    return Screen("\n".join(lines), tuple(rows))
