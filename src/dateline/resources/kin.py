"""Words that can name one happening: a table of nominalisations and near-synonyms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from dateline.resources.tables import cells, read_table


@cache
def kinds_by_word() -> Mapping[str, frozenset[str]]:
    """Return the kinds of happening that each word, or pair of words ("step down"), can name."""
    by_word: dict[str, set[str]] = defaultdict(set)
    for row in read_table("event_kin.tsv"):
        for word in cells(row["words"]):
            by_word[word].add(row["kind"])
    return {word: frozenset(kinds) for word, kinds in by_word.items()}
