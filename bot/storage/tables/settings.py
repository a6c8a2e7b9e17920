"""What each person has set for themselves."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Table, Time

from bot.storage.tables.base import metadata

quiet_hours = Table(
    "quiet_hours",
    metadata,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("begin", Time, nullable=False),
    Column("end", Time, nullable=False),
)
