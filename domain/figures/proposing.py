"""What stands out in the figures becomes a proposal (п. 4.4.2), from a chat and from the page alike."""

from __future__ import annotations

from domain.figures.figures import Figures
from domain.figures.wording import FigureWording
from domain.office.ports import Texts
from domain.office.profile import OfficeProfile
from domain.office.refusal import Refusal
from domain.proposals.proposal import Proposal
from domain.unit_of_work import UnitOfWork


async def propose(
    uow: UnitOfWork, texts: Texts, profile: OfficeProfile, seat: int, figures: Figures, mark: str
) -> Proposal:
    """The proposal of this seat, kept and not brought yet; a refusal where nothing of this mark stands out,
    or the same question waits already.
    """
    found = figures.find(mark)
    if found is None:
        raise Refusal("figures-not-out")
    wording = FigureWording.of(texts, profile)
    question, ground = wording.question(found), wording.ground(figures, found)
    if any(one.question == question for one in await uow.proposals.undecided()):
        raise Refusal("figures-proposed-before")
    proposal = Proposal(0, seat, question, texts("figures-decision"), ground)
    await uow.proposals.add(proposal)
    return proposal
