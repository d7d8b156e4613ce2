"""Who follows feeds."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "followers",
        sa.Column("place", sa.BigInteger, sa.Identity(), primary_key=True),
        sa.Column("email", sa.Text, nullable=False),
        sa.Column("mark", sa.Text, nullable=False),
    )


def downgrade() -> None:
    """Remove the table, and with it every feed address."""
    op.drop_table("followers")
