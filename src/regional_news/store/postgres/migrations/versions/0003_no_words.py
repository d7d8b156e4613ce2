"""No words in the database: every server indexes them in its own memory."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# Words of a text that changes are forgotten; the next search folds the new text.
_FORGET = """
create function forget_words() returns trigger language plpgsql as $$
begin
    delete from brief_words where place = old.place;
    return null;
end $$
"""


def upgrade() -> None:
    """Remove the table of words."""
    op.execute("drop trigger forget_words on briefs")
    op.execute("drop function forget_words")
    op.execute("drop table brief_words")


def downgrade() -> None:
    """Make the table of words again; it is filled by those who search."""
    op.execute(
        "create table brief_words (place bigint primary key references briefs on delete cascade, "
        "headline tsvector not null, summary tsvector not null)"
    )
    for column in ("headline", "summary"):
        op.execute(f"create index brief_words_{column} on brief_words using gin ({column})")
    op.execute(_FORGET)
    op.execute(
        "create trigger forget_words after update of headline, summary on briefs "
        "for each row execute function forget_words()"
    )
