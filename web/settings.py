"""The settings, read once from the environment (`KUMPPANI_…`) or `.env`; options of a command go first."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What an installation can choose."""

    model_config = SettingsConfigDict(env_prefix="KUMPPANI_", env_file=".env", extra="ignore", frozen=True)

    var: Path = Field(default=Path("var"), description="Folder of the database, the language model and caches.")
    database_url: str | None = Field(
        default=None, description="Address of the database; a SQLite file in `var` where none is given."
    )
    model: str | None = Field(
        default=None,
        description="Name or path of a sentence-transformers model; the bundled multilingual one where none is given.",
    )
    host: str = Field(default="127.0.0.1", description="Network address the server listens on.")
    port: int = Field(default=8000, ge=0, le=65535, description="Port the server listens on; 0 takes a free one.")
    bench_data: Path | None = Field(
        default=None, description="Folder of benchmark data for `make bench` and the quality tests."
    )
    accessibility_address: str = Field(
        default="saavutettavuus@example.invalid",
        description="E-mail address for feedback on accessibility, shown in the statement; a placeholder until set.",
    )
