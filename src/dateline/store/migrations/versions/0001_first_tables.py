"""The first tables."""

from alembic import op

from dateline.store.schema import FULL_TEXT, metadata

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table. Later migrations write their changes out; this one may take the tables as the schema has them."""
    metadata.create_all(op.get_bind())
    op.execute(FULL_TEXT)
