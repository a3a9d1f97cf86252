"""RESULTS.md: sections of Markdown that the measurements write, each leaving the others as they are."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

RESULTS = Path(__file__).with_name("RESULTS.md")

HEAD = """# Results

Written by `python -m benchmarks.quality.run` and `python -m benchmarks.speed.run`; see README.md for what is measured and how.
"""


def read_section(path: Path, title: str) -> str:
    """Return the text of a section, or nothing when there is none."""
    return _sections(path).get(title, "")


def write_section(path: Path, title: str, text: str) -> None:
    """Put *text* in the place of a section, or at the end."""
    sections = {**_sections(path), title: text.strip()}
    body = "\n\n".join(f"## {name}\n\n{said}" for name, said in sections.items())
    path.write_text(f"{HEAD}\n{body}\n", encoding="utf-8")


def table(columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> str:
    """Return a Markdown table."""
    lines = [columns, ["---"] * len(columns), *([row.get(name, "") for name in columns] for row in rows)]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def read_table(text: str) -> list[dict[str, str]]:
    """Return the rows of the first Markdown table in *text*."""
    lines = [line for line in text.split("\n") if line.startswith("|")]
    if not lines:
        return []
    columns, _, *rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [dict(zip(columns, row, strict=True)) for row in rows]


def today() -> str:
    """Return the date of the measurement."""
    return datetime.now(UTC).date().isoformat()


def commit() -> str:
    """Return the commit measured, with a plus sign when the files differ from it."""
    here = Path(__file__).parent
    ask = ["git", "describe", "--always", "--abbrev=8", "--exclude=*", "--dirty=+"]
    done = subprocess.run(ask, cwd=here, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "unknown"


def _sections(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    _, *parts = path.read_text(encoding="utf-8").split("\n## ")
    return {title: text.strip() for title, _, text in (part.partition("\n") for part in parts)}
