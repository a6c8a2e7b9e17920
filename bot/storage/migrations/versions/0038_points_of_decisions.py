"""Tasks of points of a decision"""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"


def upgrade() -> None:
    """Of which point of the decision a task is; 0 of the whole, as all were."""
    op.add_column("tasks", sa.Column("point", sa.Integer(), nullable=False, server_default="0"))
