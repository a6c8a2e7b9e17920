"""A protocol is countersigned by its secretary, where the profile names one"""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"


def upgrade() -> None:
    """Protocols of before have none."""
    op.add_column("protocols", sa.Column("countersignature", sa.Text()))
