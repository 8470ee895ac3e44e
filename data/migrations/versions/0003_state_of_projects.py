"""Whether a project of the register goes on, where its source says so."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("projects", sa.Column("state", sa.String(length=20), nullable=True))
