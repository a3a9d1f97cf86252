"""Reading the tables under ``resources/tables``: plain TSV with a head of comment lines."""

from __future__ import annotations

import gzip
import zlib
from functools import cache
from hashlib import blake2b
from importlib.resources import files

from dateline.errors import ResourceError

_FOLDER = files(__package__).joinpath("tables")


@cache
def read_table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a table by column, in file order; raises ResourceError with file and line for a malformed one.

    *name* is the file's name, as in ``read_table("states.tsv")``. The rows are shared: copy one before changing it.
    """
    try:
        text = _FOLDER.joinpath(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ResourceError(f"tables/{name}: expected a readable UTF-8 table: {error}") from error
    return parse_table(text, name)


def parse_table(text: str, name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a table's *text*; *name* stands in the messages of the ResourceErrors it raises."""
    lines = ((number, line) for number, line in enumerate(text.split("\n"), 1) if line and not line.startswith("#"))
    number, head = next(lines, (0, ""))
    columns = head.split("\t")
    if not number or not all(columns) or len(set(columns)) != len(columns):
        raise ResourceError(f"tables/{name}:{number}: expected a header of distinct column names, got {head[:80]!r}")
    rows = []
    for number, line in lines:
        values = line.split("\t")
        if len(values) != len(columns):
            raise ResourceError(
                f"tables/{name}:{number}: expected {len(columns)} cells ({', '.join(columns)}), "
                f"got {len(values)}: {line[:80]!r}"
            )
        rows.append(dict(zip(columns, values, strict=True)))
    return tuple(rows)


@cache
def tables_digest() -> str:
    """Return a hash of all tables: part of every stage's key, so that work is done again when what is known changes."""
    digest = blake2b(digest_size=8)
    tables = (file for file in _FOLDER.iterdir() if file.name.endswith((".tsv", ".tsv.gz")))
    for table in sorted(tables, key=lambda file: file.name):
        content = table.read_bytes()
        digest.update(f"{table.name} {len(content)}\n".encode() + content)
    return digest.hexdigest()


@cache
def packed_table(name: str) -> bytes:
    """Return the text of a table that is kept compressed, for one too large to be read row by row.

    Raises ResourceError where it cannot be read.
    """
    try:
        return gzip.decompress(_FOLDER.joinpath(name).read_bytes())
    except (OSError, EOFError, zlib.error) as error:
        raise ResourceError(f"tables/{name}: expected a readable gzip file: {error}") from error


def cells(value: str) -> tuple[str, ...]:
    """Return the values that one cell holds.

    >>> cells("U.S.|US|USA"), cells("")
    (('U.S.', 'US', 'USA'), ())
    """
    return tuple(value.split("|")) if value else ()
