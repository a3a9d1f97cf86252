"""The words that bring in quotations: cue verbs and nouns with their frames, source phrases, media."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline.model import Sentence, Token
from dateline.resources.tables import cells, read_table

SHAPES = frozenset({"quote", "clause", "infinitive", "object", "object-as", "object-to", "addressee", "passive"})
"""Frames that name the shape of the content; every other frame is a preposition that leads to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CueWord:
    """A verb or noun that brings in content, with the shapes that its content takes (see the head of the tables)."""

    lemma: str
    kind: str
    frames: frozenset[str]

    @property
    def prepositions(self) -> frozenset[str]:
        """The prepositions that lead to the content."""
        return self.frames - SHAPES


@cache
def cue_verbs() -> Mapping[str, CueWord]:
    """Return the cue verbs by lemma, and by what the parser gives for it by mistake."""
    verbs = {}
    for row in read_table("quotation_verbs.tsv"):
        word = CueWord(lemma=row["lemma"], kind=row["kind"], frames=frozenset(cells(row["frames"])))
        verbs.update(dict.fromkeys((row["lemma"], *cells(row["aliases"])), word))
    return verbs


@cache
def cue_nouns() -> Mapping[str, CueWord]:
    """Return the cue nouns by lemma ("promise")."""
    return _words("quotation_nouns.tsv", "noun")


@cache
def cue_adjectives() -> Mapping[str, CueWord]:
    """Return the cue adjectives by lemma ("confident")."""
    return _words("quotation_adjectives.tsv", "adjective")


@cache
def support_verbs() -> frozenset[str]:
    """Return the verbs that lend their subject to a cue noun that is their object ("voiced support for")."""
    return frozenset(row["lemma"] for row in read_table("quotation_support.tsv"))


def _words(table: str, kind: str) -> Mapping[str, CueWord]:
    return {
        row["lemma"]: CueWord(lemma=row["lemma"], kind=kind, frames=frozenset(cells(row["frames"])))
        for row in read_table(table)
    }


@cache
def source_phrases() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return the phrases that name a source for their clause ("according to"), each as its words, by first word."""
    phrases: dict[str, tuple[tuple[str, ...], ...]] = {}
    for row in read_table("quotation_phrases.tsv"):
        words = tuple(row["words"].split())
        phrases[words[0]] = (*phrases.get(words[0], ()), words)
    return phrases


@cache
def media_nouns() -> frozenset[str]:
    """Return the nouns that tell that a phrase names a medium."""
    return frozenset(row["lemma"] for row in read_table("quotation_media.tsv"))


@cache
def channels() -> Mapping[str, str]:
    """Return the kind of each word for the form or occasion in which something is said: document, occasion or service."""
    return {row["words"]: row["kind"] for row in reversed(read_table("quotation_channels.tsv"))}


def channel_of(sentence: Sentence, noun: Token) -> str | None:
    """Return the kind of form or occasion that a noun names, with the words before it or alone; None for any other noun."""
    for before in (*sentence.children(noun, "compound", "amod"), None):
        words = f"{before.lower} {noun.lemma.lower()}" if before else noun.lemma.lower()
        if kind := channels().get(words):
            return kind
    return channels().get(noun.lower)


@cache
def voice_words(kind: str) -> frozenset[str]:
    """Return the words that tell a kind of source: anonymous, several, mouthpiece or citing."""
    return frozenset(row["lemma"] for row in read_table("quotation_voices.tsv") if row["kind"] == kind)
