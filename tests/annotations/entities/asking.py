"""What the entity annotator says of a text, asked in one line."""

from __future__ import annotations

from functools import cache

from dateline.annotations.entities import EntityAnnotator
from dateline.model import EntityMention, Form
from dateline.settings import Settings
from tests.factories import make_document, parse


@cache
def annotator() -> EntityAnnotator:
    return EntityAnnotator(Settings())


def mentions(text: str, *, published_at: str | None = "2023-03-20") -> list[EntityMention]:
    document = make_document(text, published_at=published_at)
    return list(annotator()(document, parse(document)))


def last(text: str, words: str, *, published_at: str | None = "2023-03-20") -> EntityMention:
    """Return the last mention with these words."""
    found = mentions(text, published_at=published_at)
    same = [mention for mention in found if mention.text == words]
    assert same, f"no mention {words!r} among {[mention.text for mention in found]}"
    return same[-1]


def named(text: str, words: str, *, published_at: str | None = "2023-03-20") -> str | None:
    """Return the name of the entity that the last mention with these words has."""
    mention = last(text, words, published_at=published_at)
    return mention.entity.name if mention.entity else None


def members(text: str, words: str, *, published_at: str | None = "2023-03-20") -> list[str]:
    """Return the names of the members that the last mention with these words has."""
    return [member.name for member in last(text, words, published_at=published_at).members]


def names(text: str) -> list[str]:
    """Return the mentions by name."""
    return [mention.text for mention in mentions(text) if mention.form is Form.NAME]
