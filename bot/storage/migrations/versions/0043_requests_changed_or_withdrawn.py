"""Requests of ЦУР that were changed or withdrawn"""

import sqlalchemy as sa
from alembic import op

revision = "0043"
down_revision = "0041"


def upgrade() -> None:
    """Whether the day of the answer was moved; when and why a request was withdrawn: none was."""
    op.add_column(
        "centre_requests", sa.Column("moved", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.add_column("centre_requests", sa.Column("withdrawn_on", sa.Date(), nullable=True))
    op.add_column("centre_requests", sa.Column("reason", sa.Text(), nullable=False, server_default=""))
