"""Who signed out."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "departed",
        sa.Column("place", sa.BigInteger, sa.Identity(), primary_key=True),
        sa.Column("mark", sa.Text, nullable=False),
    )


def downgrade() -> None:
    """Remove the table: cookies of who signed out live on until their hours end."""
    op.drop_table("departed")
