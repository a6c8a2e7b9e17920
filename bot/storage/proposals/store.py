"""Proposals for the agenda."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.storage.kept import KeptRows
from bot.storage.proposals.tables import proposals
from bot.storage.shape import Shape
from domain.office.shown import Thing
from domain.proposals.proposal import Proposal, ProposalState


class StoredProposals(KeptRows[Proposal]):
    """Proposals in the database."""

    table = proposals
    kind = Shape(Proposal)
    shown_in = (Thing.PROPOSALS,)

    async def undecided(self) -> Sequence[Proposal]:
        states = (ProposalState.WAITING.value, ProposalState.POSTPONED.value)
        postponed = proposals.c.state == ProposalState.POSTPONED.value
        return await self.found(
            self.rows().where(proposals.c.state.in_(states)).order_by(postponed, proposals.c.id)
        )

    async def draft_of(self, seat: int, prepared_by: int | None) -> Proposal | None:
        return await self.first(
            self.rows()
            .where(
                proposals.c.seat == seat,
                proposals.c.state == ProposalState.DRAFT.value,
                proposals.c.prepared_by.is_not_distinct_from(prepared_by),
            )
            .order_by(proposals.c.id.desc())
        )

    async def of_seat(self, seat: int, limit: int) -> Sequence[Proposal]:
        return await self.found(
            self.rows()
            .where(proposals.c.seat == seat, proposals.c.state != ProposalState.DRAFT.value)
            .order_by(proposals.c.id.desc())
            .limit(limit)
        )

    def at_first(self) -> dict[str, Any]:
        return {"brought_at": self.clock.now()}
