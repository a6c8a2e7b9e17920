"""Proposals and attachments come back as they were kept, on both engines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.storage.database import Database
from domain.office.refusal import Refusal
from domain.proposals.proposal import Proposal, ProposalState


async def test_a_proposal_comes_back_as_it_was_kept(database: Database) -> None:
    proposal = Proposal(0, 4, "Уборка дворов", draft_decision="Усилить", ground="12 жалоб", message_id=7)
    async with database.write() as uow:
        await uow.proposals.add(proposal)
        later = Proposal(0, 3, "Детские сады")
        await uow.proposals.add(later)
        later.postpone()
        await uow.proposals.save(later)
        await uow.proposals.add(Proposal(0, 4, "Дороги"))
    async with database.read() as uow:
        assert await uow.proposals.get(proposal.id) == proposal
        assert [one.question for one in await uow.proposals.undecided()] == [
            "Уборка дворов",
            "Дороги",
            "Детские сады",
        ]
        assert [one.question for one in await uow.proposals.of_seat(4, 1)] == ["Дороги"]
    async with database.write() as uow:
        proposal.accept(5)
        await uow.proposals.save(proposal)
    async with database.read() as uow:
        kept = await uow.proposals.get(proposal.id)
        assert kept is not None and kept.state is ProposalState.ACCEPTED and kept.meeting_id == 5
        assert len(await uow.proposals.undecided()) == 2


def test_a_decided_proposal_stays_decided() -> None:
    proposal = Proposal(1, 4, "Уборка дворов")
    with pytest.raises(Refusal, match=r"^not-your-proposal$"):
        proposal.withdraw(5)
    proposal.decline("не наш вопрос")
    acts: tuple[Callable[[], object], ...] = (
        lambda: proposal.accept(1),
        lambda: proposal.withdraw(4),
        proposal.postpone,
    )
    for again in acts:
        with pytest.raises(Refusal, match=r"^proposal-is-declined$"):
            again()


async def test_attachments_move_with_what_they_belong_to(database: Database) -> None:
    async with database.write() as uow:
        first = await uow.attachments.add("proposal:1", "AAA", "смета.pdf", 1000, 1004, photo=False)
        await uow.attachments.add("proposal:1", "BBB", "двор.jpg", 2000, 1004, photo=True)
        await uow.attachments.move("proposal:1", "meeting:2:1")
    async with database.read() as uow:
        assert await uow.attachments.of("proposal:1") == []
        names = [one.file_name for one in await uow.attachments.of("meeting:2:1")]
        assert names == ["смета.pdf", "двор.jpg"]
    async with database.write() as uow:
        await uow.attachments.remove(first)
        assert await uow.attachments.get(first) is None
