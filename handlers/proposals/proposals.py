"""Bringing a proposal: a draft on one live card, brought to the head by a tap (п. 4.4.2)."""

from __future__ import annotations

from domain.office.act import Act
from domain.office.attachment import SentFile
from domain.office.outbox import Screen
from domain.office.ports import Expectation
from domain.office.refusal import Refusal, required
from domain.office.typed import short
from domain.people.roster import Actor, member_seat, prepared_seat
from domain.proposals.bringing import bring_up
from domain.proposals.proposal import Part, Proposal, ProposalState
from domain.tasks.task import head_account
from handlers.chat.assistants import tell_assistant
from handlers.chat.cards import show_below, show_only
from handlers.chat.feature import Waiting
from handlers.chat.files import attach, pass_on
from handlers.chat.parts import button
from handlers.chat.request import Request
from handlers.chat.taps import CommandTap
from handlers.chat.typed import still_awaited
from handlers.chat.view import View
from handlers.proposals.taps import ProposalNumberTap, ProposalTap

WORDS_KIND, FILES_KIND = "proposal", "proposal-files"
_LIMITS = {"question": 500, "decision": 1500, "ground": 1000}
_PARTS = {"question": Part.QUESTION, "decision": Part.DECISION, "ground": Part.GROUND}
_PAGES = ("files", "discard", "withdraw", "edit")


async def propose(request: Request) -> None:
    """`/propose`, alone or with the question after it."""
    await begin(request, request.argument)


async def begin(request: Request, words: str = "") -> None:
    """The draft begun before goes on, else a new one; its question is asked for first."""
    seat = prepared_seat(request.actor)
    prepared_by = request.actor.user_id if request.actor.assists is not None else None
    question = short(words, _LIMITS["question"]) if words.strip() else ""
    proposal = await request.uow.proposals.draft_of(seat, prepared_by)
    if proposal is None:
        proposal = Proposal(0, seat, question, state=ProposalState.DRAFT, prepared_by=prepared_by)
        await request.uow.proposals.add(proposal)
        await request.record(Act("proposal-drafted", proposal.entity, {"seat": seat}))
    elif question:
        proposal.question = question
        await request.uow.proposals.save(proposal)
    await _show_draft(request, proposal, {} if proposal.question else await _asking(request, proposal))


async def _asking(request: Request, proposal: Proposal, what: str = "question") -> dict[str, object]:
    await request.uow.expect(
        request.actor.user_id, Expectation(WORDS_KIND, {"proposal": proposal.id, "what": what})
    )
    return {"page": "ask", "rest": what}


async def _show_draft(
    request: Request, proposal: Proposal, content: dict[str, object], album: str = ""
) -> None:
    await show_below(request, "proposal", proposal.entity, content, album)


async def proposal_of(request: Request, proposal_id: int) -> Proposal:
    """The proposal, locked; a refusal when there is none."""
    return required(await request.uow.proposals.get(proposal_id), "no-such-proposal")


async def _draft(request: Request, proposal_id: int) -> Proposal:
    """A draft for one who may fill it: the seat's holder, and the assistant who began it."""
    seat = prepared_seat(request.actor)
    proposal = await proposal_of(request, proposal_id)
    if request.actor.assists is not None and proposal.prepared_by != request.actor.user_id:
        raise Refusal("not-your-proposal", seat=proposal.seat)
    proposal.expect_draft(seat)
    return proposal


async def _own(request: Request, proposal_id: int) -> Proposal:
    """A draft for one who may fill it; or what the holder brought and nobody has decided on."""
    proposal = await proposal_of(request, proposal_id)
    if proposal.state is ProposalState.DRAFT:
        return await _draft(request, proposal_id)
    proposal.expect_own(member_seat(request.actor))
    return proposal


# Filling the draft


async def ask(request: Request, tap: ProposalTap) -> None:
    """A tap after which words are expected."""
    proposal = await _own(request, tap.proposal)
    if tap.value not in _LIMITS:
        raise Refusal("card-outdated")
    card = await request.card()
    await request.uow.outbox.turn(card, await _asking(request, proposal, tap.value))


async def draft_words(request: Request, expectation: Expectation, text: str) -> None:
    """The words that were asked for; once it was brought, the head is told of them."""
    proposal = await proposal_of(request, int(expectation.content["proposal"]))
    if not await still_awaited(request, lambda: proposal.expect_own(prepared_seat(request.actor))):
        return
    proposal = await _own(request, proposal.id)
    what = str(expectation.content["what"])
    act = proposal.word(_PARTS[what], short(text, _LIMITS[what]))
    await request.uow.proposals.save(proposal)
    await request.uow.expect(request.actor.user_id, None)
    await _show_draft(request, proposal, {})
    if act is not None:
        await request.record(act)
        await _tell_head(request, proposal, what)


async def _tell_head(request: Request, proposal: Proposal, what: str) -> None:
    """Whoever decides on it hears once what its author has changed; their card shows it by itself."""
    roster = await request.roster()
    for chat_id in head_account(roster):
        if chat_id != request.actor.user_id:
            told = request.texts(
                "proposal-changed",
                id=proposal.id,
                name=request.actor.name,
                what=what,
                question=proposal.question,
            )
            await request.uow.outbox.text(chat_id, Screen(told))


async def page(request: Request, tap: ProposalTap) -> None:
    """Turn the card: to its files, to a question that needs a confirmation, or back."""
    seat = prepared_seat(request.actor)
    proposal = await proposal_of(request, tap.proposal)
    if proposal.seat != seat:
        raise Refusal("not-your-proposal", seat=proposal.seat)
    card = await request.card()
    name = tap.value if tap.value in _PAGES else ""
    waits = None
    if name in ("files", "edit"):
        proposal = await _own(request, proposal.id)
    if name == "files":
        waits = Expectation(FILES_KIND, {"proposal": proposal.id})
    await request.uow.expect(request.actor.user_id, waits)
    await request.uow.outbox.turn(card, {"page": name} if name else {})


async def draft_file(request: Request, expectation: Expectation, file: SentFile, _: str) -> None:
    """A file of the proposal; more may follow."""
    proposal = await _own(request, int(expectation.content["proposal"]))
    await attach(request, proposal.entity, file)
    await _show_draft(request, proposal, {"page": "files"}, file.album)


async def take_file_back(request: Request, tap: ProposalNumberTap) -> None:
    """A file is taken off the proposal."""
    proposal = await _own(request, tap.proposal)
    files = await request.uow.attachments.of(proposal.entity)
    if tap.value not in [file.id for file in files]:
        raise Refusal("card-outdated")
    await request.uow.attachments.remove(tap.value)
    await request.uow.outbox.turn(await request.card(), {"page": "files"})


# Bringing and taking back


async def bring(request: Request, tap: ProposalTap) -> None:
    """«Внести»: the head has it in the queue and is told. An assistant's draft is «Подтвердить» first."""
    proposal = await _draft(request, tap.proposal)
    card = await request.card()
    if request.actor.assists is not None:
        await _submit(request, proposal)
        return
    await request.uow.outbox.turn(card, {})
    await bring_to_head(request, proposal)
    await tell_assistant(request, proposal.prepared_by, "assistant-confirmed", proposal.question)


async def _submit(request: Request, proposal: Proposal) -> None:
    """An assistant's draft goes to the holder's chat, to be confirmed there."""
    if not proposal.question:
        raise Refusal("proposal-without-question")
    holder = (await request.roster()).binding(proposal.seat)
    if holder is None:
        raise Refusal("holder-without-chat", seat=proposal.seat)
    await request.record(Act("proposal-submitted", proposal.entity, {"seat": proposal.seat}))
    await request.uow.expect(request.actor.user_id, None)
    await request.uow.outbox.card_anew(holder.user_id, "proposal", proposal.entity)
    request.warn("toast-submitted", who=await request.called(proposal.seat))


async def bring_to_head(request: Request, proposal: Proposal) -> None:
    """The proposal goes into the queue of whoever performs the head's duties."""
    head = await bring_up(request.uow, await request.roster(), request.actor, proposal)
    await request.uow.expect(request.actor.user_id, None)
    if head is None:
        request.warn("toast-proposal-waits-for-head")
        return
    if head.user_id == request.actor.user_id:
        await _offer_agendas(request, proposal)
        return
    await request.uow.outbox.card(
        head.user_id, "proposal", proposal.entity, key=f"{proposal.entity}:head:{head.user_id}"
    )
    request.reply("toast-proposal-brought", id=proposal.id)


async def _offer_agendas(request: Request, proposal: Proposal) -> None:
    """The head's own proposal waits for nobody: its card offers the agendas at once."""
    card = await request.uow.outbox.of_subject(request.chat_id, "proposal", proposal.entity)
    if card is not None:
        await request.uow.outbox.turn(card, {"page": "accept"})
    else:
        await request.uow.outbox.card(request.chat_id, "proposal", proposal.entity, {"page": "accept"})
    request.reply("toast-proposal-own", id=proposal.id)


async def discard(request: Request, tap: ProposalTap) -> None:
    """«Отмена» of a draft, after a confirmation."""
    proposal = await _draft(request, tap.proposal)
    card = await request.card()
    if card.content.get("page") != "discard":
        await request.uow.outbox.turn(card, {"page": "discard"})
        return
    await request.record(proposal.discard(proposal.seat))
    await request.uow.proposals.save(proposal)
    await request.uow.expect(request.actor.user_id, None)
    await request.uow.outbox.turn(card, {})
    if request.actor.assists is None:
        await tell_assistant(request, proposal.prepared_by, "assistant-declined", proposal.question)


async def withdraw(request: Request, tap: ProposalTap) -> None:
    """«Отозвать» by who brought it, after a confirmation; the head's card shows it."""
    seat = member_seat(request.actor)
    proposal = await proposal_of(request, tap.proposal)
    act = proposal.withdraw(seat)
    card = await request.card()
    if card.content.get("page") != "withdraw":
        await request.uow.outbox.turn(card, {"page": "withdraw"})
        return
    await request.uow.proposals.save(proposal)
    await request.record(act)
    await request.uow.outbox.turn(card, {})
    request.reply("toast-proposal-withdrawn")


# Looking


async def show_proposals(request: Request) -> None:
    """The head's queue; to the others what they brought themselves."""
    member_seat(request.actor)
    await show_only(request, "proposals")


async def turn_list(request: Request, tap: ProposalNumberTap) -> None:
    """Page through the list."""
    member_seat(request.actor)
    await request.uow.outbox.turn(await request.card(), {"offset": tap.value})


async def seen(request: Request, proposal_id: int) -> Proposal:
    """The proposal for one who may see it: who brought it, and whoever performs the head's duties."""
    seat = member_seat(request.actor)
    proposal = await proposal_of(request, proposal_id)
    duties = (await request.roster()).duties()
    heads = duties is not None and duties.seat == seat
    if proposal.seat != seat and (not heads or proposal.state is ProposalState.DRAFT):
        raise Refusal("not-your-proposal", seat=proposal.seat)
    return proposal


async def open_card(request: Request, tap: ProposalTap) -> None:
    """One proposal of the list, on a card of its own."""
    proposal = await seen(request, tap.proposal)
    await show_below(request, "proposal", proposal.entity, {})


async def send_files(request: Request, tap: ProposalTap) -> None:
    """«Файлы»: what was attached."""
    proposal = await seen(request, tap.proposal)
    await pass_on(request, proposal.entity, proposal.question)


async def proposals_waiting(view: View, actor: Actor) -> list[Waiting]:
    """For the greeting of whoever performs the head's duties: how many proposals wait for their word."""
    if view.duties is None or view.duties.seat != actor.seat:
        return []
    count = sum(one.state is ProposalState.WAITING for one in await view.uow.proposals.undecided())
    if not count:
        return []
    opens = button(view, "proposals", CommandTap(name="proposals").pack())
    return [Waiting(view.texts("start-proposals", count=count), (opens,))]
