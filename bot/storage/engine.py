"""An engine for one work with a database, which nobody else uses."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

from sqlalchemy import NullPool
from sqlalchemy.engine import URL

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine


@contextlib.asynccontextmanager
async def engine_for_now(url: URL) -> AsyncIterator[AsyncEngine]:
    """An engine whose every connection is closed at the end of the block."""
    # Brings the whole of SQLAlchemy's ORM: what copies a file needs none of it.
    from sqlalchemy.ext.asyncio import create_async_engine  # noqa: PLC0415

    engine = create_async_engine(url, poolclass=NullPool, hide_parameters=True)
    try:
        yield engine
    finally:
        await engine.dispose()
