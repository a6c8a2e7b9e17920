"""Posts for citizens, and the channel they go to."""

from __future__ import annotations

from typing import Any

from sqlalchemy import insert, select, update

from bot.storage.posts.tables import public_channels, publications
from bot.storage.transaction import Store
from domain.figures.period import Period
from domain.office.shown import Thing
from domain.posts.post import ChannelState, Publication, PublicationState, PublicChannel


class StoredPublications(Store):
    """Posts and channels in the database."""

    async def add(self, publication: Publication) -> int:
        values = {**_columns(publication), "created_at": self.clock.now()}
        result = await self.connection.execute(
            insert(publications).values(**values).returning(publications.c.id)
        )
        publication.id = int(result.scalar_one())
        return publication.id

    async def get(self, publication_id: int) -> Publication | None:
        statement = select(publications).where(publications.c.id == publication_id)
        return await self._found(self.locked(statement))

    async def save(self, publication: Publication) -> None:
        self.changed(publication.entity)
        await self.connection.execute(
            update(publications).where(publications.c.id == publication.id).values(**_columns(publication))
        )
        self.ask_work()

    async def approved(self) -> Publication | None:
        """The oldest post that is to be sent."""
        statement = select(publications).where(publications.c.state == PublicationState.APPROVED.value)
        return await self._found(statement.order_by(publications.c.id).limit(1))

    async def _found(self, statement: Any) -> Publication | None:
        row = (await self.connection.execute(statement)).first()
        if row is None:
            return None
        return Publication(
            row.id,
            row.seat,
            row.chat_id,
            Period(row.first_day, row.last_day),
            row.text,
            PublicationState(row.state),
            row.attempt,
        )

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
        self.changed(Thing.CHANNEL)
        """Posts go to this channel from now on; a former one is left."""
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


def _columns(publication: Publication) -> dict[str, Any]:
    return {
        "seat": publication.seat,
        "chat_id": publication.chat_id,
        "first_day": publication.period.first,
        "last_day": publication.period.last,
        "text": publication.text,
        "state": publication.state.value,
        "attempt": publication.attempt,
    }
