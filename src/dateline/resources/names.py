"""What the words of a name tell: forms of address, given names with their gender, regions, and words that show the type."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.model import EntityType
from dateline.resources.spelling import normalised
from dateline.resources.tables import cells, read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Honorific:
    """One form of honorifics.tsv; `in_name` says whether a mention takes it in ("Mr Xi", but not "Gen. Li")."""

    form: str
    gender: str
    in_name: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """One row of regions.tsv: a part of the world, or its people, that acts in news as one."""

    key: str
    name: str
    type: EntityType
    country: str


@cache
def regions() -> dict[str, Region]:
    """Return the regions of regions.tsv by each of their forms."""
    return {
        form: Region(key=row["key"], name=row["name"], type=EntityType(row["type"]), country=row["country"])
        for row in read_table("regions.tsv")
        for form in cells(row["forms"])
    }


@cache
def honorifics() -> dict[str, Honorific]:
    """Return the forms of address of honorifics.tsv by form: lower case, without a full stop."""
    return {
        row["form"]: Honorific(form=row["form"], gender=row["gender"], in_name=row["in_name"] == "yes")
        for row in read_table("honorifics.tsv")
    }


@cache
def given_names() -> dict[str, str]:
    """Return the gender (m, f, or empty for both) of the given names of given_names.tsv."""
    return {row["name"]: row["gender"] for row in read_table("given_names.tsv")}


@cache
def word_set(kind: str) -> frozenset[str]:
    """Return the words of one kind of entity_words.tsv, in lower case.

    >>> "von" in word_set("particle")
    True
    """
    return _word_sets()[kind]


@cache
def _word_sets() -> dict[str, frozenset[str]]:
    return {row["kind"]: frozenset(cells(row["words"])) for row in read_table("entity_words.tsv")}


def surnames(name: str, country: str | None = None) -> tuple[str, ...]:
    """Return the words of a person's full name by which alone news may call the person, most likely first, without accents.

    A family name that stands first is known by family_names.tsv; of three words or more the last but one may be one too.

    >>> surnames("Qin Gang"), surnames("Veikko Rantasalo"), surnames("Ana Ruiz Castro")
    (('qin',), ('rantasalo',), ('castro', 'ruiz'))
    """
    words = [word for word in normalised(name).split() if word not in word_set("generation")]
    if not words:
        return ()
    if len(words) > 1 and _stands_first(words[0], country):
        return (words[0],)
    last = words[-1]
    middle = words[-2] if len(words) > 2 and len(words[-2]) > 1 and words[-2] not in word_set("particle") else None
    return (last, middle) if middle is not None and middle not in _given_words() else (last,)


def _stands_first(word: str, country: str | None) -> bool:
    sure, doubtful = _family_names()
    if country is not None:
        return country in sure.get(word, doubtful.get(word, ()))
    return word in sure


@cache
def _family_names() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Return the states of each family name that stands first, of the sure ones and of the doubtful."""
    sure: dict[str, tuple[str, ...]] = {}
    doubtful: dict[str, tuple[str, ...]] = {}
    for row in read_table("family_names.tsv"):
        for column, found in (("names", sure), ("doubtful", doubtful)):
            for name in cells(row[column]):
                found[normalised(name)] = (*found.get(normalised(name), ()), *cells(row["states"]))
    return sure, doubtful


@cache
def _given_words() -> frozenset[str]:
    return frozenset(map(normalised, given_names()))


@cache
def _name_words() -> dict[tuple[str, str], EntityType]:
    return {(row["position"], row["word"]): EntityType(row["type"]) for row in read_table("name_words.tsv")}


def is_no_name(word: str) -> bool:
    """Say whether a word is never a name by itself, such as a time zone."""
    return ("never", word) in _name_words()


def type_by_words(name: str) -> EntityType | None:
    """Return the type that the last or first word of a name shows, or its given name; None where no word does.

    >>> type_by_words("Sunderland University"), type_by_words("Maria Example"), type_by_words("Example")
    (<EntityType.ORGANIZATION: 'organization'>, <EntityType.PERSON: 'person'>, None)
    """
    words = name.split()
    if len(words) < 2:
        return None
    given = words[0] in given_names() and all(word[0].isupper() for word in words)
    if given and len(words) == 2:
        return EntityType.PERSON
    shown = _name_words().get(("last", words[-1])) or _name_words().get(("first", words[0]))
    return EntityType.PERSON if shown is None and given else shown


def gender_by_given_name(name: str) -> str:
    """Return m or f by the first word of a person's full name, or empty where that does not tell."""
    words = name.split()
    return given_names().get(words[0], "") if len(words) > 1 else ""
