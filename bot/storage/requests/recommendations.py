"""The register of recommendations; its words are kept normalised, so that any engine finds Russian ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select, true

from bot.storage.kept import KeptRows
from bot.storage.requests.tables import recommendations
from bot.storage.shape import Shape
from domain.messages.words import normalise
from domain.office.shown import Thing
from domain.requests.recommendation import Recommendation, RecommendationState


class StoredRecommendations(KeptRows[Recommendation]):
    """Recommendations in the database."""

    table = recommendations
    kind = Shape(Recommendation)
    shown_in = (Thing.RECOMMENDATIONS,)

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
        return await self.found(
            self.rows()
            .where(_holding(words))
            .order_by(over, recommendations.c.adopted_on.desc(), recommendations.c.id.desc())
            .limit(limit)
            .offset(offset)
        )

    def columns(self, thing: Recommendation) -> dict[str, Any]:
        return {**super().columns(thing), "words": normalise(f"{thing.number} {thing.text}")}


def _holding(words: str) -> ColumnElement[bool]:
    return and_(
        true(),
        *(recommendations.c.words.contains(word, autoescape=True) for word in normalise(words).split()),
    )
