"""Proposals for the agenda."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import insert, select, update

from bot.storage.proposals.tables import proposals
from bot.storage.transaction import Store
from domain.office.shown import Thing
from domain.proposals.proposal import Proposal, ProposalState


class StoredProposals(Store):
    """Proposals in the database."""

    async def get(self, proposal_id: int) -> Proposal | None:
        statement = _proposals().where(proposals.c.id == proposal_id)
        statement = self.locked(statement)
        found = await self._found(statement)
        return found[0] if found else None

    async def add(self, proposal: Proposal) -> int:
        values = {**_columns(proposal), "brought_at": self.clock.now()}
        result = await self.connection.execute(insert(proposals).values(**values).returning(proposals.c.id))
        proposal.id = int(result.scalar_one())
        self.changed(proposal.entity, Thing.PROPOSALS)
        return proposal.id

    async def save(self, proposal: Proposal) -> None:
        self.changed(proposal.entity, Thing.PROPOSALS)
        await self.connection.execute(
            update(proposals).where(proposals.c.id == proposal.id).values(**_columns(proposal))
        )

    async def undecided(self) -> Sequence[Proposal]:
        states = (ProposalState.WAITING.value, ProposalState.POSTPONED.value)
        postponed = proposals.c.state == ProposalState.POSTPONED.value
        return await self._found(
            _proposals().where(proposals.c.state.in_(states)).order_by(postponed, proposals.c.id)
        )

    async def draft_of(self, seat: int, prepared_by: int | None) -> Proposal | None:
        found = await self._found(
            _proposals()
            .where(
                proposals.c.seat == seat,
                proposals.c.state == ProposalState.DRAFT.value,
                proposals.c.prepared_by.is_not_distinct_from(prepared_by),
            )
            .order_by(proposals.c.id.desc())
            .limit(1)
        )
        return found[0] if found else None

    async def of_seat(self, seat: int, limit: int) -> Sequence[Proposal]:
        return await self._found(
            _proposals()
            .where(proposals.c.seat == seat, proposals.c.state != ProposalState.DRAFT.value)
            .order_by(proposals.c.id.desc())
            .limit(limit)
        )

    async def _found(self, statement: Any) -> list[Proposal]:
        rows = await self.connection.execute(statement)
        return [Proposal(**{**row._mapping, "state": ProposalState(row.state)}) for row in rows]


def _proposals() -> Any:
    return select(*(proposals.c[name] for name in Proposal.__dataclass_fields__))


def _columns(proposal: Proposal) -> dict[str, Any]:
    values = asdict(proposal)
    del values["id"]
    return {**values, "state": proposal.state.value}
