"""The matters on which positions are taken, and the words that take them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline.errors import ResourceError
from dateline.model import Stance
from dateline.resources.tables import cells, read_table

POS = {"verb": ("VERB", "AUX"), "noun": ("NOUN", "PROPN"), "adjective": ("ADJ", "ADP", "VERB")}
"""The parts of speech that a parser may give a word of each kind; "against" and "opposed" are met as others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceWord:
    """A word that takes a side: `beside` is its particle or preposition, `of_subject` says that the matter is its subject.

    `turned` is the side that its denial takes, None where that takes none: who does not condemn a thing need not be for it.
    """

    lemma: str
    beside: str
    pos: tuple[str, ...]
    stance: Stance
    turned: Stance | None
    of_subject: bool
    example: str


@cache
def topics_by_head() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return, by the last word of each name of a matter, the words before it ("" for none) and the matter's key, longest first."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in read_table("position_topics.tsv"):
        for words in cells(row["words"]):
            before, _, head = words.rpartition(" ")
            found[head].append((before, row["key"]))
    return {head: tuple(sorted(names, key=lambda name: -len(name[0]))) for head, names in found.items()}


@cache
def topic_keys() -> frozenset[str]:
    """Return what the matters are called."""
    return frozenset(row["key"] for row in read_table("position_topics.tsv"))


@cache
def topics_named(words: str) -> tuple[str, ...]:
    """Return the keys of the matters whose key has these words in it or one of whose names is these words.

    >>> topics_named("cease-fire"), topics_named("bananas")
    (('ceasefire',), ())
    """
    wanted = " ".join(words.casefold().split()).removeprefix("a ").removeprefix("the ")
    rows = read_table("position_topics.tsv")
    return tuple(sorted(row["key"] for row in rows if wanted in row["key"] or wanted in _forms(cells(row["words"]))))


def _forms(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(
        (*names, *(f"{name}s" for name in names), *(f"{name[:-1]}ies" for name in names if name.endswith("y")))
    )


@cache
def bending(kind: str) -> frozenset[str]:
    """Return the words of a kind that bend a side, as the head of position_bending.tsv lists the kinds."""
    return frozenset(
        word for row in read_table("position_bending.tsv") if row["kind"] == kind for word in cells(row["words"])
    )


@cache
def stance_words() -> Mapping[str, tuple[StanceWord, ...]]:
    """Return the words that take a side by their lemma, without particle; raises ResourceError for a row that cannot be."""
    found: dict[str, list[StanceWord]] = defaultdict(list)
    for row in read_table("position_words.tsv"):
        lemma, _, beside = row["lemma"].partition(" ")
        try:
            stance = Stance(row["stance"])
            word = StanceWord(
                lemma=lemma,
                beside=beside,
                pos=POS[row["pos"]],
                stance=stance,
                turned=None if row["denied"] == "none" else stance.opposite,
                of_subject=row["role"] == "subject",
                example=row["example"],
            )
        except (KeyError, ValueError) as error:
            raise ResourceError(f"position_words.tsv, row {row['lemma']!r}: {error}") from error
        found[lemma].append(word)
    return {lemma: tuple(words) for lemma, words in found.items()}
