"""The tables that time expressions are read with: words, grammar, modifiers, holidays, and cues of past and future."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.resources.tables import cells, read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class GrammarRow:
    """One row of times_grammar.tsv; `needs` are the word classes one of which a text must hold for it to match."""

    name: str
    type: str
    needs: tuple[str, ...]
    pattern: str
    reading: str
    argument: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ModifierRow:
    """One row of times_modifiers.tsv: words beside an expression that change it."""

    name: str
    side: str
    pattern: str
    before: str
    mod: str | None
    narrows: str
    types: tuple[str, ...]


@cache
def words() -> dict[str, dict[str, str]]:
    """Return, for each class, its words as the table writes them and what they stand for."""
    classes: dict[str, dict[str, str]] = {}
    for row in read_table("times_words.tsv"):
        classes.setdefault(row["class"], {}).update(dict.fromkeys(cells(row["words"]), row["value"]))
    return classes


@cache
def word_value(word_class: str, word: str) -> str | None:
    """Return what a word of a class stands for, whatever its case and white space; None when it is not of the class.

    >>> word_value("month", "JUNE")
    '06'
    """
    return _folded(word_class).get(" ".join(word.lower().split()))


@cache
def _folded(word_class: str) -> dict[str, str]:
    return {word.lower(): value for word, value in words().get(word_class, {}).items()}


@cache
def fragments() -> dict[str, str]:
    """Return the named patterns that the grammar is built from."""
    return {row["name"]: row["pattern"] for row in read_table("times_fragments.tsv")}


@cache
def grammar() -> tuple[GrammarRow, ...]:
    """Return the rows of the grammar, in the order of the table."""
    return tuple(
        GrammarRow(
            name=row["name"],
            type=row["type"],
            needs=cells(row["needs"]),
            pattern=row["pattern"],
            reading=row["reading"],
            argument=row["argument"],
        )
        for row in read_table("times_grammar.tsv")
    )


@cache
def modifiers() -> tuple[ModifierRow, ...]:
    """Return the words that modify an expression beside them."""
    return tuple(
        ModifierRow(
            name=row["name"],
            side=row["side"],
            pattern=row["pattern"],
            before=row["before"],
            mod=row["mod"] or None,
            narrows=row["narrows"],
            types=cells(row["types"]),
        )
        for row in read_table("times_modifiers.tsv")
    )


@cache
def holidays() -> tuple[tuple[str, str], ...]:
    """Return the pattern of each holiday's name with the rule for its day."""
    return tuple((name, row["day"]) for row in read_table("times_holidays.tsv") for name in cells(row["name"]))


@cache
def names() -> tuple[str, ...]:
    """Return patterns of names that hold a word of time and are no time."""
    return tuple(row["pattern"] for row in read_table("times_names.tsv"))


@cache
def cues(kind: str) -> dict[str, str]:
    """Return the words of one kind of cue with the direction that each tells."""
    rows = [row for row in read_table("times_direction.tsv") if row["kind"] == kind]
    return {word: row["direction"] for row in rows for word in cells(row["words"])}


@cache
def beside(kind: str) -> frozenset[str]:
    """Return the words of one kind that stand around times and tell what they are."""
    return frozenset(
        word for row in read_table("times_beside.tsv") if row["kind"] == kind for word in cells(row["words"])
    )


@cache
def date_order_of(outlet: str) -> str | None:
    """Return the order in which an outlet's country writes dates in figures, None where it is not known or not one.

    >>> date_order_of("The Associated Press")
    'mdy'
    """
    country = _countries_by_outlet().get(outlet)
    return next((row["order"] for row in read_table("times_orders.tsv") if country in cells(row["countries"])), None)


@cache
def _countries_by_outlet() -> dict[str, str]:
    rows = read_table("outlets.tsv")
    return {name: row["country"] for row in rows for name in (row["name"], *cells(row["aliases"]))}
