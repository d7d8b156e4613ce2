"""No words in the database: every server indexes them in its own memory."""

from typing import Any

from alembic import context

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Remove the table of words."""
    _words().downgrade()


def downgrade() -> None:
    """Make the table of words again; it is filled by those who search."""
    _words().upgrade()


def _words() -> Any:
    """Return the migration that made the table, and knows the way back."""
    return context.script.get_revision("0002").module
