"""A registry's message in the chat, so that it can be deleted once the file was read"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0052"
down_revision = "0051"


def upgrade() -> None:
    """Of what was sent before it is not known where it lies."""
    op.add_column("imports", sa.Column("message_id", sa.BigInteger(), nullable=True))
