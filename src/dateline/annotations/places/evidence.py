"""Why a name that places go by is taken for a place where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.annotations.places.boundaries import (
    PROPER,
    Clues,
    body_roles,
    has_idle_article,
    is_labelled,
    is_ordinary,
    is_part_of_other_name,
    is_written_as_name,
)
from dateline.annotations.places.toponyms import PLACE_LABELS, Toponym
from dateline.model import PlaceKind, Token
from dateline.resources.names import given_names
from dateline.resources.nominals import capital_contexts
from dateline.resources.places import place_words

_DASHES = frozenset(("-", "–", "—", "―", "--", ":"))
_PARTIES = frozenset(("D", "R", "I"))
_MISTAKEN = frozenset(("", "ORG", "PERSON", "NORP", "PRODUCT"))
"""Labels that the model often gives to places."""
_OWNED = frozenset(("poss", "compound", "amod"))
_PREPOSITIONS = frozenset(("ADP", "SCONJ", "ADV", "ADJ"))
_SHORTEST_DATELINE = 4
_LARGE = 100_000
"""People of a city whose other names are trusted where the model sees no place."""
_WELL_KNOWN = 300_000
"""People of a place whose name alone is trusted."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why words are taken for a place, for a reader; a weak one needs the rest of the report to agree."""

    words: str
    weak: bool = False


def reason(toponym: Toponym, clues: Clues) -> Reason | None:
    """Return why the words name a place here, or None where nothing shows that they do."""
    if is_ordinary(toponym):
        return None
    if _opens_report(toponym):
        return Reason("in a dateline")
    if is_part_of_other_name(toponym):
        return None
    if _of_party(toponym):
        return Reason("home of a politician")
    surname = clues.is_surname(toponym)
    if is_labelled(toponym) and not surname:
        return Reason("named as a place")
    if not is_written_as_name(toponym, clues):
        return None
    sure = _by_apposition(toponym) or _by_preposition(toponym)
    if sure or surname:
        return sure
    return _by_words_after(toponym) or _by_words_before(toponym) or _by_verb(toponym) or _by_size(toponym)


def may_be_place(toponym: Toponym, clues: Clues) -> bool:
    """Say whether nothing speaks against reading the words as a place that the report names elsewhere."""
    if toponym.label in PLACE_LABELS or is_ordinary(toponym) or clues.is_surname(toponym):
        return False
    proper = all(token.tag in PROPER for token in toponym.tokens)
    return proper and is_written_as_name(toponym, clues) and not is_part_of_other_name(toponym)


def told_kind(toponym: Toponym) -> PlaceKind | None:
    """Return what the words beside the name call it: "Washington state" is a region, "the city of Basra" a city."""
    if toponym.after is not None and toponym.after.text in place_words("area"):
        return PlaceKind.REGION
    noun = _noun_of(toponym, toponym.first - 1)
    if noun in place_words("town"):
        return PlaceKind.CITY
    return PlaceKind.REGION if noun in place_words("area") else None


def _noun_of(toponym: Toponym, index: int) -> str:
    """Return the noun before "of" at a token, as in "the city of", in lower case, or nothing."""
    tokens = toponym.sentence.tokens
    return tokens[index - 1].lower if index > 0 and tokens[index].lower == "of" else ""


def _opens_report(toponym: Toponym) -> bool:
    """Whether the name stands in capitals before a dash, perhaps with an agency between: "LIMA (AP) - "."""
    words = "".join(token.text for token in toponym.tokens)
    if not words.isupper() or len(words) < _SHORTEST_DATELINE:
        return False
    rest = toponym.sentence.tokens[toponym.last : toponym.last + 8]
    if rest and rest[0].text == "(":
        rest = next((rest[place + 1 :] for place, token in enumerate(rest) if token.text == ")"), ())
    return bool(rest) and rest[0].text in _DASHES


def _of_party(toponym: Toponym) -> bool:
    """Whether the letter of a party stands before the name, as in "D-Reno"."""
    before = toponym.sentence.tokens[max(0, toponym.first - 2) : toponym.first]
    if not before or not before[-1].text.endswith("-"):
        return False
    return (before[0].text if before[-1].text == "-" else before[-1].text).rstrip("-") in _PARTIES


def _by_apposition(toponym: Toponym) -> Reason | None:
    """Return what kind of place the name is said to be: "Misrata, a port city", "the village Qawalish"."""
    kinds = place_words("town") | place_words("area")
    if toponym.after is not None and toponym.after.text == ",":
        following = toponym.sentence.tokens[toponym.last + 1 : toponym.last + 6]
        if following and following[0].lower in ("a", "an", "the"):
            noun = next((token for token in following if token.pos == "NOUN" and token.dep != "compound"), None)
            if noun is not None and noun.lower in kinds:
                return Reason(f"called a {noun.text}")
    before = toponym.before
    if before is not None and before.lower in kinds and before.pos == "NOUN":
        return Reason(f"after {before.text}")
    return None


def _governing(toponym: Toponym) -> Token | None:
    """Return the word before the name and what belongs to it, where the name depends on that word."""
    index = toponym.first - 1
    if has_idle_article(toponym) or toponym.head.dep in _OWNED:
        return None
    tokens = toponym.sentence.tokens
    while index >= 0 and (tokens[index].lower in place_words("modifier") or tokens[index].lower == "the"):
        index -= 1
    return tokens[index] if index >= 0 else None


def _by_preposition(toponym: Toponym) -> Reason | None:
    """Return the preposition that only places have: "in Gori", "near Gori", "the town of Gori"."""
    before = _governing(toponym)
    if before is None:
        return None
    if before.pos in _PREPOSITIONS and before.lower in place_words("in"):
        return Reason(f"after {before.lower}")
    noun = _noun_of(toponym, before.index)
    return Reason(f"after {noun} of") if noun in place_words("kind") else None


def _by_words_before(toponym: Toponym) -> Reason | None:
    """Return the preposition that places have among much else: "to Gori", "Ada Field of Leeds"."""
    before = _governing(toponym)
    if before is None or before.pos not in ("ADP", "SCONJ") or before.lower not in place_words("toward"):
        return None
    if len(toponym.tokens) == 1 and toponym.tokens[0].text in given_names():
        return None
    if toponym.label == "PERSON" and not _tells_origin(toponym, before):
        return None
    if toponym.label == "ORG" and toponym.opens < before.index:
        return None
    trusted = any(not place.renamed or place.population >= _LARGE for place in toponym.known)
    return Reason(f"after {before.lower}", weak=True) if trusted else None


def _tells_origin(toponym: Toponym, preposition: Token) -> bool:
    """Whether "of" follows a person or an age: "Ada Field of Leeds", "Ada Field, 44, of Leeds"."""
    before = toponym.sentence.tokens[max(0, preposition.index - 3) : preposition.index]
    words = [token for token in before if token.text != ","]
    return preposition.lower == "of" and bool(words) and (words[-1].label == "PERSON" or words[-1].text.isdigit())


def _by_words_after(toponym: Toponym) -> Reason | None:
    """Return the noun before which a town's name stands: "a Leeds man", "Leeds City Council"."""
    after = toponym.after
    if after is None or toponym.label == "NORP":
        return None
    if after.text[0].isupper() and after.start - toponym.span.end <= 1:
        roles = list(body_roles(toponym))
        weak = len(toponym.tokens) == 1 and "local body" not in roles
        return Reason(f"before {after.text}", weak=weak) if roles else None
    for role in ("local", "site"):
        if after.lower in place_words(role) and after.pos in ("NOUN", "PROPN"):
            return Reason(f"before {after.text}", weak=role == "site")
    return None


def _by_verb(toponym: Toponym) -> Reason | None:
    """Return the verb of which the name is the object where places mostly are: "seized Goma", "left Lima"."""
    verb = toponym.sentence.head(toponym.head)
    if toponym.head.dep not in ("dobj", "obj") or has_idle_article(toponym):
        return None
    placed = capital_contexts().get(("verb", verb.lemma.lower())) == "place"
    return Reason(f"after {verb.text}", weak=True) if placed else None


def _by_size(toponym: Toponym) -> Reason | None:
    """Return that the name is known for a large place, where it is no person's and stands without an article."""
    if has_idle_article(toponym) or any(token.text in given_names() for token in toponym.tokens):
        return None
    if toponym.label not in _MISTAKEN or not all(token.tag in PROPER for token in toponym.tokens):
        return None
    known = (not place.renamed and place.population >= _WELL_KNOWN for place in toponym.known)
    return Reason("known as a large place", weak=True) if any(known) else None
