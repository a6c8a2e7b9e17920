"""What waited for the end of somebody's quiet hours goes out."""

from __future__ import annotations

from domain.ports import Office, UnitOfWork


async def release_held(_: Office, uow: UnitOfWork) -> bool:
    """Called every five minutes: True when something held may go out now."""
    return await uow.outbox.released()
