"""Terms end within a day; figures of participation are a person's"""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"

_IDENTIFIER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_COLUMNS = (
    "meeting_id",
    "seat",
    "holder_id",
    "starts_at",
    "invited",
    "present",
    "late",
    "votes_held",
    "voted",
    "abstained",
    "aloud",
)


def upgrade() -> None:
    """A moment beside the day; two holders of one seat may have been at one meeting."""
    op.add_column("holders", sa.Column("ended_at", sa.DateTime(timezone=True)))
    op.rename_table("participations", "participations_by_seat")
    op.drop_index(op.f("ix_participations_starts_at"), "participations_by_seat")
    op.create_table(
        "participations",
        sa.Column("id", _IDENTIFIER, nullable=False),
        sa.Column("meeting_id", _IDENTIFIER, nullable=False),
        sa.Column("seat", sa.Integer(), nullable=False),
        sa.Column("holder_id", _IDENTIFIER),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("invited", sa.Boolean(), nullable=False),
        sa.Column("present", sa.Boolean(), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("votes_held", sa.Integer(), nullable=False),
        sa.Column("voted", sa.Integer(), nullable=False),
        sa.Column("abstained", sa.Integer(), nullable=False),
        sa.Column("aloud", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_participations_of_holders"),
        sa.ForeignKeyConstraint(
            ["holder_id"], ["holders.id"], name="fk_participations_of_holders_holder_id_holders"
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name="fk_participations_of_holders_meeting_id_meetings"
        ),
    )
    op.create_index(op.f("ix_participations_starts_at"), "participations", ["starts_at"])
    op.create_index(op.f("ix_participations_meeting_id"), "participations", ["meeting_id"])
    columns = ", ".join(_COLUMNS)
    op.execute(
        f"INSERT INTO participations ({columns}) SELECT {columns} FROM participations_by_seat"  # noqa: S608
        " ORDER BY meeting_id, seat"
    )
    op.drop_table("participations_by_seat")
