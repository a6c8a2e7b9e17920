"""Versions of hashes of registries' rows"""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"

_VERSION = "1:"
_LENGTH = 32


def upgrade() -> None:
    """What was kept until now gets the first version's number: only the row itself could be hashed anew."""
    for name in ("messages", "import_rows"):
        rows = sa.table(name, sa.column("registry_hash", sa.String(_LENGTH)))
        digest = sa.func.substr(rows.c.registry_hash, 1, _LENGTH - len(_VERSION))
        op.get_bind().execute(
            sa.update(rows)
            .where(rows.c.registry_hash != "")
            .values(registry_hash=sa.literal(_VERSION) + digest)
        )
