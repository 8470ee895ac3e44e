"""All tables, the same on SQLite and PostgreSQL; changed through migrations only."""

from datetime import UTC, datetime
from typing import Final

import numpy as np
from numpy.typing import NDArray
from pgvector.sqlalchemy import Vector
from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)
from sqlalchemy.types import TypeEngine

NAMING_CONVENTION: Final = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
METADATA: Final = MetaData(naming_convention=NAMING_CONVENTION)

# Sort keys order by code point (models/collation.py), so PostgreSQL must not apply a collation of its own.
SortKey: Final = Text().with_variant(Text(collation="C"), "postgresql")


class Moment(TypeDecorator[datetime]):
    """An aware time in UTC; SQLite, which keeps no zone, gets it back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Store UTC."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Read as UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class UnitVector(TypeDecorator[NDArray[np.float32]]):
    """A float32 vector: a pgvector column on PostgreSQL, its bytes (little endian) on SQLite."""

    impl = LargeBinary
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[object]:
        """Choose the column type by database."""
        return dialect.type_descriptor(Vector() if dialect.name == "postgresql" else LargeBinary())

    def process_bind_param(self, value: NDArray[np.float32] | None, dialect: Dialect) -> object:
        """Store as the database wants it."""
        if value is None or dialect.name == "postgresql":
            return value
        return np.ascontiguousarray(value, dtype="<f4").tobytes()

    def process_result_value(self, value: object, dialect: Dialect) -> NDArray[np.float32] | None:
        """Read as a float32 array."""
        if value is None:
            return None
        if dialect.name == "postgresql":
            return np.asarray(value, dtype=np.float32)
        return np.frombuffer(value, dtype="<f4")  # type: ignore[call-overload,no-any-return]


regions = Table(
    "regions",
    METADATA,
    Column("id", String(2), primary_key=True),
    Column("name_fi", Text, nullable=False),
    Column("name_sv", Text, nullable=False),
    Column("name_en", Text, nullable=False),
)

sub_regions = Table(
    "sub_regions",
    METADATA,
    Column("id", String(3), primary_key=True),
    Column("name_fi", Text, nullable=False),
    Column("name_sv", Text, nullable=False),
    Column("name_en", Text, nullable=False),
)

organisations = Table(
    "organisations",
    METADATA,
    Column("id", String(120), primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("name_fi", Text, nullable=False),
    Column("name_sv", Text, nullable=False),
    Column("name_en", Text, nullable=False),
    Column("official_name_fi", Text),
    Column("official_name_sv", Text),
    Column("official_name_en", Text),
    Column("sort_key", SortKey, nullable=False),
    Column("region_id", ForeignKey("regions.id")),
    Column("sub_region_id", ForeignKey("sub_regions.id")),
    Column("urban_class", String(20)),
    Column("language_status", String(5)),
    Column("population", Integer),
    Column("population_is_estimate", Boolean, nullable=False),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("valid_from", Date),
    Column("valid_to", Date),
    Column("successor_id", ForeignKey("organisations.id")),
    Column("business_id", String(20)),
)

organisation_members = Table(
    "organisation_members",
    METADATA,
    Column("organisation_id", ForeignKey("organisations.id"), primary_key=True),
    Column("member_id", ForeignKey("organisations.id"), primary_key=True),
)

aliases = Table(
    "aliases",
    METADATA,
    Column("organisation_id", ForeignKey("organisations.id"), primary_key=True),
    Column("spelling", String(200), primary_key=True),
    Column("kind", String(40), nullable=False),
    Column("common_word", Boolean, nullable=False),
)

neighbours = Table(
    "neighbours",
    METADATA,
    Column("first_id", ForeignKey("organisations.id"), primary_key=True),
    Column("second_id", ForeignKey("organisations.id"), primary_key=True),
    Column("by_sea", Boolean, nullable=False),
)

# A call is a versioned document: its rules differ by year, so its fields are not columns.
calls = Table(
    "calls",
    METADATA,
    Column("id", String(20), primary_key=True),
    Column("document", JSON, nullable=False),
)

projects = Table(
    "projects",
    METADATA,
    Column("id", String(120), primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("title", Text),
    Column("description", Text, nullable=False),
    Column("language", String(8), nullable=False),
    Column("call_id", ForeignKey("calls.id")),
    Column("year", Integer),
    Column("programme", Text),
    Column("granted_eur", Integer),
    Column("source_url", Text, nullable=False),
    Column("lead_stated", Boolean, nullable=False),
    Column("note", Text, nullable=False),
    Column("owner", Text),
    Column("licence", Text),
    Column("state", String(20)),
)

project_parties = Table(
    "project_parties",
    METADATA,
    Column("project_id", ForeignKey("projects.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("role", String(20), nullable=False),
    Column("written", Text, nullable=False),
    Column("organisation_id", ForeignKey("organisations.id")),
    Column("did_you_mean", JSON, nullable=False),
)

ideas = Table(
    "ideas",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("language", String(8), nullable=False),
    Column("call_id", ForeignKey("calls.id")),
    Column("year", Integer),
    Column("status", String(20), nullable=False),
    Column("origin", String(20), nullable=False),
    Column("reference", Text),
    Column("source", Text, nullable=False),
    Column("content_hash", String(64), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    Index("ix_ideas_reference", "reference"),
)

idea_parties = Table(
    "idea_parties",
    METADATA,
    Column("idea_id", ForeignKey("ideas.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("role", String(20), nullable=False),
    Column("written", Text, nullable=False),
    Column("organisation_id", ForeignKey("organisations.id")),
    Column("did_you_mean", JSON, nullable=False),
    Index("ix_idea_parties_organisation_id", "organisation_id"),
)

idea_resources = Table(
    "idea_resources",
    METADATA,
    Column("idea_id", ForeignKey("ideas.id", ondelete="CASCADE"), primary_key=True),
    Column("side", String(5), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("text", Text, nullable=False),
    Column("kind", String(20)),
)

vectors = Table(
    "vectors",
    METADATA,
    Column("model", String(200), primary_key=True),
    Column("text_hash", String(64), primary_key=True),
    Column("vector", UnitVector, nullable=False),
)

runs = Table(
    "runs",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("finished_at", Moment, nullable=False),
    Column("data_version", String(64), nullable=False),
    Column("software_version", String(40), nullable=False),
    Column("model", Text),
    Column("random_state", Integer),
    Column("parameters", JSON, nullable=False),
    Column("results", JSON, nullable=False),
)

# Figures of an evaluation are read and written as a whole, under the run that measured them.
evaluations = Table(
    "evaluations",
    METADATA,
    Column("run_id", ForeignKey("runs.id"), primary_key=True),
    Column("document", JSON, nullable=False),
)

# A theme map is drawn, read and replaced as a whole, by the run that drew it.
theme_maps = Table(
    "theme_maps",
    METADATA,
    Column("run_id", ForeignKey("runs.id"), primary_key=True),
    Column("document", JSON, nullable=False),
)

# What an edit changes may be gone while the edit is kept: its document names themes and ideas without foreign keys.
theme_edits = Table(
    "theme_edits",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("actor", String(200), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("document", JSON, nullable=False),
    Column("undone_at", Moment),
    Column("undone_by", String(200)),
)

# No foreign keys, on purpose: history survives the removal of what it tells about.
audit_events = Table(
    "audit_events",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("actor", String(200), nullable=False),
    Column("action", String(60), nullable=False),
    Column("subject", Text, nullable=False),
    Column("details", JSON, nullable=False),
)
