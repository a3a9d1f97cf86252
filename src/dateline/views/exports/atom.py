"""New and changed events as an Atom feed (RFC 4287); report text is text, never markup."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from typing import Any, BinaryIO
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from dateline.views.exports.entries import Entry, entries_of, updated
from dateline.views.exports.texts import iri, printable
from dateline.views.tables import Table

ATOM = "http://www.w3.org/2005/Atom"


def export(table: Table[Any], stream: BinaryIO) -> None:
    """Write a table of events or changes as a feed; raises StageError for a table of anything else."""
    stream.write(render(entries_of(table, format_="atom"), title=f"dateline: {table.name}"))


def render(entries: Sequence[Entry], *, title: str, self_url: str | None = None, base: str | None = None) -> bytes:
    """Return a feed; `self_url` is where it is served from, `base` what the id of an event is put behind for its page."""
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": "en"})
    _text(feed, "title", title)
    _text(feed, "id", self_url or iri(f"feed:{title}".replace(" ", "-")))
    _text(feed, "updated", updated(entries))
    _text(SubElement(feed, "author"), "name", "dateline")
    SubElement(feed, "generator", {"version": version("dateline")}).text = "dateline"
    if self_url:
        SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": self_url})
    for entry in entries:
        _entry(SubElement(feed, "entry"), entry, base)
    indent(feed)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(feed, encoding="unicode")}\n'.encode()


def _entry(element: Element, entry: Entry, base: str | None) -> None:
    _text(element, "title", entry.title)
    _text(element, "id", entry.id)
    _text(element, "published", entry.published)
    _text(element, "updated", entry.updated)
    for tag in entry.tags:
        SubElement(element, "category", {"term": tag})
    if base:
        SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": f"{base}{entry.event}"})
    _text(element, "content", "\n".join(entry.lines) or entry.title).set("type", "text")


def _text(parent: Element, tag: str, value: str) -> Element:
    element = SubElement(parent, tag)
    element.text = printable(value)
    return element
