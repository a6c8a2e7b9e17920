"""The register of recommendations; its words are kept normalised, so that any engine finds Russian ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import ColumnElement, and_, func, insert, select, true, update

from bot.storage.requests.tables import recommendations
from bot.storage.transaction import Store
from domain.messages.routing import normalise
from domain.office.shown import Thing
from domain.requests.recommendation import Recommendation, RecommendationState


class StoredRecommendations(Store):
    """Recommendations in the database."""

    async def get(self, recommendation_id: int) -> Recommendation | None:
        statement = _recommendations().where(recommendations.c.id == recommendation_id)
        statement = self.locked(statement)
        found = await self._found(statement)
        return found[0] if found else None

    async def add(self, recommendation: Recommendation) -> int:
        result = await self.connection.execute(
            insert(recommendations).values(**_columns(recommendation)).returning(recommendations.c.id)
        )
        recommendation.id = int(result.scalar_one())
        self.changed(Thing.RECOMMENDATIONS)
        return recommendation.id

    async def save(self, recommendation: Recommendation) -> None:
        self.changed(Thing.RECOMMENDATIONS)
        await self.connection.execute(
            update(recommendations)
            .where(recommendations.c.id == recommendation.id)
            .values(**_columns(recommendation))
        )

    async def entered(self, protocol_id: int) -> Sequence[int]:
        rows = await self.connection.execute(
            select(recommendations.c.item).where(recommendations.c.protocol_id == protocol_id)
        )
        return [int(item) for item in rows.scalars()]

    async def count(self, words: str = "") -> int:
        found = await self.connection.scalar(
            select(func.count()).select_from(recommendations).where(_holding(words))
        )
        return int(found or 0)

    async def page(self, words: str, limit: int, offset: int = 0) -> Sequence[Recommendation]:
        over = recommendations.c.state != RecommendationState.IN_FORCE.value
        return await self._found(
            _recommendations()
            .where(_holding(words))
            .order_by(over, recommendations.c.adopted_on.desc(), recommendations.c.id.desc())
            .limit(limit)
            .offset(offset)
        )

    async def _found(self, statement: Any) -> list[Recommendation]:
        rows = await self.connection.execute(statement)
        return [Recommendation(**{**row._mapping, "state": RecommendationState(row.state)}) for row in rows]


def _holding(words: str) -> ColumnElement[bool]:
    return and_(
        true(),
        *(recommendations.c.words.contains(word, autoescape=True) for word in normalise(words).split()),
    )


def _recommendations() -> Any:
    return select(*(recommendations.c[name] for name in Recommendation.__dataclass_fields__))


def _columns(recommendation: Recommendation) -> dict[str, Any]:
    values = asdict(recommendation)
    del values["id"]
    words = normalise(f"{recommendation.number} {recommendation.text}")
    return {**values, "state": recommendation.state.value, "words": words}
