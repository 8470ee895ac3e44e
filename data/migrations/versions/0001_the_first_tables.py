"""The first tables."""

import sqlalchemy as sa
from alembic import op

from data.tables import Moment, UnitVector

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audit_events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("actor", sa.String(length=200), nullable=False),
        sa.Column("action", sa.String(length=60), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_events")),
    )
    op.create_table(
        "calls",
        sa.Column("id", sa.String(length=20), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calls")),
    )
    op.create_table(
        "regions",
        sa.Column("id", sa.String(length=2), nullable=False),
        sa.Column("name_fi", sa.Text(), nullable=False),
        sa.Column("name_sv", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_regions")),
    )
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("started_at", Moment(), nullable=False),
        sa.Column("finished_at", Moment(), nullable=False),
        sa.Column("data_version", sa.String(length=64), nullable=False),
        sa.Column("software_version", sa.String(length=40), nullable=False),
        sa.Column("model", sa.Text(), nullable=True),
        sa.Column("random_state", sa.Integer(), nullable=True),
        sa.Column("parameters", sa.JSON(), nullable=False),
        sa.Column("results", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_runs")),
    )
    op.create_table(
        "sub_regions",
        sa.Column("id", sa.String(length=3), nullable=False),
        sa.Column("name_fi", sa.Text(), nullable=False),
        sa.Column("name_sv", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sub_regions")),
    )
    op.create_table(
        "vectors",
        sa.Column("model", sa.String(length=200), nullable=False),
        sa.Column("text_hash", sa.String(length=64), nullable=False),
        sa.Column("vector", UnitVector(), nullable=False),
        sa.PrimaryKeyConstraint("model", "text_hash", name=op.f("pk_vectors")),
    )
    op.create_table(
        "ideas",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("call_id", sa.String(length=20), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("origin", sa.String(length=20), nullable=False),
        sa.Column("reference", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("updated_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_ideas_call_id_calls")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ideas")),
    )
    with op.batch_alter_table("ideas", schema=None) as batch_op:
        batch_op.create_index("ix_ideas_reference", ["reference"], unique=False)

    op.create_table(
        "organisations",
        sa.Column("id", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("name_fi", sa.Text(), nullable=False),
        sa.Column("name_sv", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("official_name_fi", sa.Text(), nullable=True),
        sa.Column("official_name_sv", sa.Text(), nullable=True),
        sa.Column("official_name_en", sa.Text(), nullable=True),
        sa.Column("sort_key", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("region_id", sa.String(length=2), nullable=True),
        sa.Column("sub_region_id", sa.String(length=3), nullable=True),
        sa.Column("urban_class", sa.String(length=20), nullable=True),
        sa.Column("language_status", sa.String(length=5), nullable=True),
        sa.Column("population", sa.Integer(), nullable=True),
        sa.Column("population_is_estimate", sa.Boolean(), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("successor_id", sa.String(length=120), nullable=True),
        sa.Column("business_id", sa.String(length=20), nullable=True),
        sa.ForeignKeyConstraint(["region_id"], ["regions.id"], name=op.f("fk_organisations_region_id_regions")),
        sa.ForeignKeyConstraint(
            ["sub_region_id"], ["sub_regions.id"], name=op.f("fk_organisations_sub_region_id_sub_regions")
        ),
        sa.ForeignKeyConstraint(
            ["successor_id"], ["organisations.id"], name=op.f("fk_organisations_successor_id_organisations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisations")),
    )
    op.create_table(
        "projects",
        sa.Column("id", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("call_id", sa.String(length=20), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("programme", sa.Text(), nullable=True),
        sa.Column("granted_eur", sa.Integer(), nullable=True),
        sa.Column("source_url", sa.Text(), nullable=False),
        sa.Column("lead_stated", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=True),
        sa.Column("licence", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_projects_call_id_calls")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_projects")),
    )
    op.create_table(
        "aliases",
        sa.Column("organisation_id", sa.String(length=120), nullable=False),
        sa.Column("spelling", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("common_word", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_aliases_organisation_id_organisations")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "spelling", name=op.f("pk_aliases")),
    )
    op.create_table(
        "idea_parties",
        sa.Column("idea_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("written", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.String(length=120), nullable=True),
        sa.Column("did_you_mean", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["idea_id"], ["ideas.id"], name=op.f("fk_idea_parties_idea_id_ideas"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_idea_parties_organisation_id_organisations")
        ),
        sa.PrimaryKeyConstraint("idea_id", "position", name=op.f("pk_idea_parties")),
    )
    with op.batch_alter_table("idea_parties", schema=None) as batch_op:
        batch_op.create_index("ix_idea_parties_organisation_id", ["organisation_id"], unique=False)

    op.create_table(
        "idea_resources",
        sa.Column("idea_id", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(length=5), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=True),
        sa.ForeignKeyConstraint(
            ["idea_id"], ["ideas.id"], name=op.f("fk_idea_resources_idea_id_ideas"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("idea_id", "side", "position", name=op.f("pk_idea_resources")),
    )
    op.create_table(
        "neighbours",
        sa.Column("first_id", sa.String(length=120), nullable=False),
        sa.Column("second_id", sa.String(length=120), nullable=False),
        sa.Column("by_sea", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["first_id"], ["organisations.id"], name=op.f("fk_neighbours_first_id_organisations")),
        sa.ForeignKeyConstraint(
            ["second_id"], ["organisations.id"], name=op.f("fk_neighbours_second_id_organisations")
        ),
        sa.PrimaryKeyConstraint("first_id", "second_id", name=op.f("pk_neighbours")),
    )
    op.create_table(
        "organisation_members",
        sa.Column("organisation_id", sa.String(length=120), nullable=False),
        sa.Column("member_id", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["organisations.id"], name=op.f("fk_organisation_members_member_id_organisations")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_organisation_members_organisation_id_organisations"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "member_id", name=op.f("pk_organisation_members")),
    )
    op.create_table(
        "project_parties",
        sa.Column("project_id", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("written", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.String(length=120), nullable=True),
        sa.Column("did_you_mean", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_project_parties_organisation_id_organisations")
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projects.id"], name=op.f("fk_project_parties_project_id_projects"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("project_id", "position", name=op.f("pk_project_parties")),
    )


def downgrade() -> None:
    op.drop_table("project_parties")
    op.drop_table("organisation_members")
    op.drop_table("neighbours")
    op.drop_table("idea_resources")
    with op.batch_alter_table("idea_parties", schema=None) as batch_op:
        batch_op.drop_index("ix_idea_parties_organisation_id")

    op.drop_table("idea_parties")
    op.drop_table("aliases")
    op.drop_table("projects")
    op.drop_table("organisations")
    with op.batch_alter_table("ideas", schema=None) as batch_op:
        batch_op.drop_index("ix_ideas_reference")

    op.drop_table("ideas")
    op.drop_table("vectors")
    op.drop_table("sub_regions")
    op.drop_table("runs")
    op.drop_table("regions")
    op.drop_table("calls")
    op.drop_table("audit_events")
