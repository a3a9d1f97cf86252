"""Nouns in a phrase that tell what kind of actor it is, from actor_nouns.tsv."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.links.actors.misspelt import Speller
from dateline.links.actors.words import Word, use_of
from dateline.resources.actors import ActorNoun, actor_nouns, longest_actor_noun, singulars


@dataclass(frozen=True, slots=True)
class Told:
    """Words ``[first, last)`` that are a noun of the table; `plural` says that they are not in its singular form."""

    first: int
    last: int
    noun: ActorNoun
    plural: bool = False


def find_nouns(words: Sequence[Word], taken: frozenset[int]) -> list[Told]:
    """Return the nouns in order, the longest first, none with a word that is *taken* by a name."""
    nouns: list[Told] = []
    first = 0
    while first < len(words):
        found = _longest(words, first, taken)
        if found:
            nouns.append(found)
        first = found.last if found else first + 1
    return nouns


def _longest(words: Sequence[Word], first: int, taken: frozenset[int]) -> Told | None:
    for last in range(min(first + longest_actor_noun(), len(words)), first, -1):
        if taken.isdisjoint(range(first, last)):
            found = _read(words, first, last)
            if found:
                return found
    return None


def _read(words: Sequence[Word], first: int, last: int) -> Told | None:
    if last - first == 1 and use_of(words[first]) not in ("", "idle"):
        return None
    before = " ".join(word.lower + word.possessive for word in words[first : last - 1])
    lead = f"{before} " if before else ""
    final = words[last - 1]
    for form in singulars(final.lower):
        noun = actor_nouns().get(lead + form) or _headed(words, first, last, form)
        if noun:
            return Told(first, last, noun, plural=form != final.lower or form == "people")
    return actor_told(lead + final.lower + final.possessive, first, last)


def actor_told(form: str, first: int, last: int) -> Told | None:
    """Return the noun that words with their last possessive ending are ("prosecutors'")."""
    noun = actor_nouns().get(form)
    return Told(first, last, noun) if noun else None


def _headed(words: Sequence[Word], first: int, last: int, final: str) -> ActorNoun | None:
    """Return the noun whose head, before "of" or the like, stands in the plural ("ministers of defence")."""
    if last - first < 3:
        return None
    rest = " ".join(word.lower + word.possessive for word in words[first + 1 : last - 1])
    found = (actor_nouns().get(f"{head} {rest} {final}") for head in singulars(words[first].lower))
    return next((noun for noun in found if noun), None)


def misspelt_noun(word: Word, place: int) -> Told | None:
    """Return the noun that a single word misspells."""
    form = _speller().meant(word.lower)
    return Told(place, place + 1, actor_nouns()[form]) if form else None


@cache
def _speller() -> Speller:
    return Speller(noun for noun in actor_nouns() if " " not in noun)
