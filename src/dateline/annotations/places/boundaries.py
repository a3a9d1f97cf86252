"""Whether a name stands by itself, or is a part of another name or no name at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.annotations.places.toponyms import PLACE_LABELS, Toponym
from dateline.model import PlaceKind, Token
from dateline.resources.places import place_words

PROPER = frozenset(("NNP", "NNPS"))
"""Tags of proper nouns."""
_NO_NAMES = frozenset(("DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "LANGUAGE", "LAW"))
_JOINTS = frozenset(("of", "-", "–", "—", "/", "&", "and", ",", "(", "'s", "’s"))
_LONGEST_ACRONYM = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """What one report tells of its words: the last names of persons in it, and what it also writes without a capital."""

    surnames: frozenset[str] = frozenset()
    uncapitalised: frozenset[str] = frozenset()

    def is_surname(self, toponym: Toponym) -> bool:
        """Say whether a name is a single word by which the report may call one of its persons."""
        return len(toponym.tokens) == 1 and toponym.tokens[0].lower in self.surnames


def is_part_of_other_name(toponym: Toponym) -> bool:
    """Say whether the words belong to a longer name that is no place: "Lima Street", "Perth Glory", "George Paris"."""
    if _has_more_before(toponym):
        return True
    after = toponym.after
    if after is None or after.start - toponym.span.end > 1:
        return False
    if after.text == "-":
        return not is_labelled(toponym) and _joins_names(toponym, after)
    if not after.text[0].isupper():
        return False
    if after.text in place_words("feature"):
        return True
    if is_labelled(toponym):
        return False
    return after.tag in PROPER and not any(body_roles(toponym))


def is_ordinary(toponym: Toponym) -> bool:
    """Say whether the words are no name, or a single word that mostly means something else: "Hall", "Reading"."""
    if toponym.label in _NO_NAMES:
        return True
    word = toponym.tokens[0].text
    return len(toponym.tokens) == 1 and (word.capitalize() in _ordinary_words() or word.lower() in _ordinary_words())


def is_labelled(toponym: Toponym) -> bool:
    """Say whether the model takes the name, and before it no more than a direction, for a place."""
    return toponym.label in PLACE_LABELS and toponym.closes == toponym.last and not _has_more_before(toponym)


def is_written_as_name(toponym: Toponym, clues: Clues) -> bool:
    """Say whether the words are written as a name is, and no acronym but a state's."""
    if not all(token.tag in PROPER or token.label or token.lower in ("of", "the") for token in toponym.tokens):
        return False
    words = "".join(token.text for token in toponym.tokens)
    acronym = words.isupper() and words.isalpha() and len(words) <= _LONGEST_ACRONYM
    if acronym and all(place.kind is not PlaceKind.COUNTRY for place in toponym.known):
        return False
    return words.lower() not in clues.uncapitalised


def has_idle_article(toponym: Toponym) -> bool:
    """Say whether "the" stands before a single word that the model takes for no place: few towns have it, many things do."""
    single = len(toponym.tokens) == 1 and toponym.label not in PLACE_LABELS
    return single and toponym.before is not None and toponym.before.lower == "the"


def body_roles(toponym: Toponym) -> Iterator[str]:
    """Yield the roles in which the words that follow make the name that of a body: "Lima City Council", "Lima Opera"."""
    after = toponym.after
    if after is not None:
        yield from (role for role in ("local body", "body") if after.text in place_words(role))
        if toponym.closes > toponym.last and toponym.sentence.tokens[toponym.closes - 1].text in place_words("body"):
            yield "body"


@cache
def _ordinary_words() -> frozenset[str]:
    roles = ("not alone", "body", "local body", "feature", "modifier", "local", "site", "kind")
    return frozenset(word for role in roles for word in place_words(role))


def _has_more_before(toponym: Toponym) -> bool:
    """Whether a word before belongs to the same name, other than a direction or "University of"."""
    before = toponym.before
    if before is not None and before.text == "-" and toponym.label not in PLACE_LABELS:
        return _joins_names(toponym, before)
    if before is None or before.lower in _JOINTS or before.lower in place_words("modifier"):
        return False
    if before.index >= toponym.opens:
        return True
    if toponym.label in PLACE_LABELS or not before.text[0].isupper():
        return False
    alike = before.tag in PROPER and before.label in ("", toponym.label)
    return alike and not any(before.text in place_words(role) for role in ("body", "local body"))


def _joins_names(toponym: Toponym, hyphen: Token) -> bool:
    """Whether a hyphen joins two names without a space, as in double names of persons and firms."""
    around = toponym.sentence.tokens[max(0, hyphen.index - 1) : hyphen.index + 2]
    if len(around) < 3 or len(around[0].text) == 1:
        return False
    joined = around[0].end == hyphen.start and hyphen.end == around[2].start
    return joined and around[0].text[0].isupper() and around[2].text[0].isupper()
