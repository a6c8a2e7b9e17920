"""Posts for citizens, and the channel they go to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import insert, select, update

from bot.storage.figures.reports import period_columns, period_of
from bot.storage.kept import KeptRows
from bot.storage.posts.tables import public_channels, publications
from bot.storage.shape import Shape
from domain.office.shown import Thing
from domain.posts.post import ChannelState, Publication, PublicationState, PublicChannel


class StoredPublications(KeptRows[Publication]):
    """Posts and channels in the database."""

    table = publications
    kind = Shape(Publication)

    async def approved(self) -> Publication | None:
        """The oldest post that is to be sent."""
        return await self.first(
            self.rows()
            .where(publications.c.state == PublicationState.APPROVED.value)
            .order_by(publications.c.id)
        )

    def made(self, row: Mapping[str, Any]) -> Publication:
        return super().made({**row, "period": period_of(row)})

    def columns(self, thing: Publication) -> dict[str, Any]:
        return {**super().columns(thing), **period_columns(thing.period)}

    def at_first(self) -> dict[str, Any]:
        return {"created_at": self.clock.now()}

    def wrote(self, thing: Publication) -> None:
        super().wrote(thing)
        self.ask_work()

    # The channel

    async def ask_channel(self, named: str, asked_by: int) -> int:
        result = await self.connection.execute(
            insert(public_channels)
            .values(named=named, asked_by=asked_by, state=ChannelState.ASKED.value, asked_at=self.clock.now())
            .returning(public_channels.c.id)
        )
        self.ask_work()
        return int(result.scalar_one())

    async def channel(self) -> PublicChannel | None:
        return await self._channel(ChannelState.BOUND)

    async def asked_channel(self) -> PublicChannel | None:
        """The oldest channel that is to be looked at."""
        return await self._channel(ChannelState.ASKED)

    async def refuse_channel(self, asked_id: int) -> None:
        """It cannot be bound."""
        await self._move(public_channels.c.id == asked_id, state=ChannelState.REFUSED.value)

    async def bind_channel(self, asked_id: int, chat_id: int, title: str, username: str) -> None:
        """Posts go to this channel from now on; a former one is left."""
        self.changed(Thing.CHANNEL)
        await self._move(public_channels.c.state == ChannelState.BOUND.value, state=ChannelState.FORMER.value)
        await self._move(
            public_channels.c.id == asked_id,
            state=ChannelState.BOUND.value,
            chat_id=chat_id,
            title=title[:300],
            username=username[:64],
        )

    async def _move(self, condition: Any, **values: Any) -> None:
        await self.connection.execute(update(public_channels).where(condition).values(**values))

    async def _channel(self, state: ChannelState) -> PublicChannel | None:
        columns = [public_channels.c[name] for name in PublicChannel.__dataclass_fields__]
        row = (
            await self.connection.execute(
                select(*columns)
                .where(public_channels.c.state == state.value)
                .order_by(public_channels.c.id)
                .limit(1)
            )
        ).first()
        return PublicChannel(**{**row._mapping, "state": state}) if row else None
