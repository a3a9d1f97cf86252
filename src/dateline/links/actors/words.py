"""The words of a phrase, with their possessive endings set apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline.resources.tables import read_table

_WORD = re.compile(r"[^\W_](?:[\w.’'&/+-]*[\w+])?[.’']?|[&,;(]|['’]s\b")
_POSSESSIVE = re.compile(r"['’]s?$")
_STOP = re.compile(r"(?<=\w\w)\.$")
_BREAKS = frozenset(",;(")


@dataclass(frozen=True, slots=True)
class Word:
    """One word; `end` and `text` leave out a possessive ending, which `possessive` tells of."""

    text: str
    start: int
    end: int
    possessive: str = ""

    @property
    def lower(self) -> str:
        """The word in lower case, without full stops."""
        return self.text.lower().replace(".", "")

    @property
    def capitalised(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of a phrase in order; a comma, semicolon or opening bracket is a word.

    >>> [(word.text, word.possessive) for word in words_of("Chad's two ministers, U.S. aides")]
    [('Chad', "'s"), ('two', ''), ('ministers', ''), (',', ''), ('U.S.', ''), ('aides', '')]
    """
    words: list[Word] = []
    for found in _WORD.finditer(text):
        written = found[0]
        ending = _POSSESSIVE.search(written)
        if ending and ending.start() == 0 and words:
            last = words.pop()
            words.append(Word(last.text, last.start, last.end, "'s"))
            continue
        base = written[: ending.start()] if ending else written
        if "." not in base[:-1]:
            base = _STOP.sub("", base)
        if base:
            possessive = ending[0].replace("’", "'") if ending else ""
            words.append(Word(base, found.start(), found.start() + len(base), possessive))
    return tuple(words)


@cache
def _uses() -> Mapping[str, str]:
    return {row["word"]: row["use"] for row in read_table("actor_words.tsv")}


def use_of(word: Word) -> str:
    """Return what a small word does (actor_words.tsv), "break" for punctuation, "idle" for a number, "" for any other word."""
    if word.text in _BREAKS:
        return "break"
    if word.text[0].isdigit() and not any(mark.isalpha() for mark in word.text):
        return "idle"
    return _uses().get(word.lower, "") if not word.text.isupper() or len(word.text) == 1 else ""
