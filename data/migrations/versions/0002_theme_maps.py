"""Theme maps, each kept with the run that drew it."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "theme_maps",
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("fk_theme_maps_run_id_runs")),
        sa.PrimaryKeyConstraint("run_id", name=op.f("pk_theme_maps")),
    )
