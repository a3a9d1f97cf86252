"""New and changed events as a JSON Feed (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, BinaryIO

from dateline.views.exports.entries import Entry, entries_of
from dateline.views.exports.texts import printable
from dateline.views.tables import Table


def export(table: Table[Any], stream: BinaryIO) -> None:
    """Write a table of events or changes as a feed; raises StageError for a table of anything else."""
    feed = render(entries_of(table, format_="jsonfeed"), title=f"dateline: {table.name}")
    stream.write(json.dumps(feed, ensure_ascii=False, indent=1).encode() + b"\n")


def render(
    entries: Sequence[Entry], *, title: str, self_url: str | None = None, base: str | None = None
) -> dict[str, Any]:
    """Return a feed; `self_url` is where it is served from, `base` what the id of an event is put behind for its page."""
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": printable(title),
        **({"feed_url": self_url} if self_url else {}),
        "language": "en",
        "authors": [{"name": "dateline"}],
        "items": [_item(entry, base) for entry in entries],
    }


def _item(entry: Entry, base: str | None) -> dict[str, Any]:
    return {
        "id": entry.id,
        **({"url": f"{base}{entry.event}"} if base else {}),
        "title": entry.title,
        "content_text": "\n".join(entry.lines) or entry.title,
        "date_published": entry.published,
        "date_modified": entry.updated,
        "tags": list(entry.tags),
        "_dateline": {"event": entry.event, "reports": list(entry.reports)},
    }
