"""Runs migrations on the connection that the store hands over, in the store's transaction."""

from alembic import context

from regional_news.store.postgres.schema import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
with context.begin_transaction():
    context.run_migrations()
