"""The resolver: what a phrase names, by the tables if they know it, else by what its words tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

from dateline.links.actors.describing import SEPARATIST, SOURCES, Describer, Owner
from dateline.links.actors.holders import Holders, Learned
from dateline.links.actors.names import Named, NameFinder
from dateline.links.actors.nouns import Told
from dateline.links.actors.phrase import Phrase, Piece, parse_phrase
from dateline.links.actors.references import person_reference, reference_to
from dateline.links.actors.standing import (
    FORMER,
    Standing,
    body_standing,
    office_standing,
    outlet_standing,
    person_standing,
)
from dateline.links.actors.words import Word, words_of
from dateline.links.offices import Holder
from dateline.model import Actor, EntityRef, EntityType, Ground
from dateline.resources.actors import NounKind
from dateline.resources.gazetteer import Gazetteer, Person

_SEATS = ("capital", "metonym")
_TYPES = {
    NounKind.PERSON: EntityType.PERSON,
    NounKind.ROLE: EntityType.PERSON,
    NounKind.KIN: EntityType.PERSON,
    NounKind.BODY: EntityType.ORGANIZATION,
}


@dataclass(frozen=True, slots=True)
class _Question:
    """A phrase with the day it is asked as of, the words of its context and the states that this names."""

    phrase: Phrase
    on: date | None
    context: frozenset[str]
    countries: frozenset[str]


class ActorResolver:
    """Resolves words that name an actor, as of a day; *learned* tells the holders of offices that reports name."""

    def __init__(self, gazetteer: Gazetteer, learned: Learned | None = None) -> None:
        self._gazetteer = gazetteer
        self._finder = NameFinder(gazetteer)
        self._describer = Describer(gazetteer)
        self._holders = Holders(gazetteer, learned)

    def __call__(self, text: str, *, on: date | None = None, context: str = "") -> Actor:
        """Return the actor that *text* names on a day; without a day, in the present as the tables know it.

        *context* is other text in which the words stand: the states that it names decide between namesakes, and the office
        that it speaks of is the one meant.
        """
        words = words_of(context)
        named = self._finder.find(context, words, on, frozenset())
        countries = frozenset(name.country for name in named if name.country)
        phrase = parse_phrase(text, self._finder, on, countries)
        spoken = frozenset(word.lower.replace("defense", "defence") for word in words)
        question = _Question(phrase, on, spoken, countries)
        return self._named(question) or self._described(question) or Actor(text=text, on=on)

    def _named(self, question: _Question) -> Actor | None:
        """Return the actor whose name the phrase's core ends with, or that stands beside it after a comma."""
        name = _subject(question.phrase)
        if name is None:
            return None
        if name.kind == "person":
            return self._person(question, name)
        if name.kind == "organization":
            standing = body_standing(self._gazetteer.organizations[name.key], self._gazetteer, question.on)
            return self._answer(question, standing, name)
        if name.kind == "outlet":
            return self._answer(question, outlet_standing(name.name), name)
        if question.phrase.core.nouns:
            return None
        return self._answer(question, _standing_of_area(name), name)

    def _person(self, question: _Question, name: Named) -> Actor:
        """Return a person of the tables: by the office held, else by what the words before the name say."""
        standing = person_standing(self._gazetteer.people[name.key], self._gazetteer, question.on, question.context)
        told = self._describer.sectors(question.phrase, question.phrase.core, question.on)
        if told.code and standing.code in ("", FORMER):
            standing = Standing(standing.country, told.code, told.code_2, (*told.grounds, *standing.grounds))
        return self._answer(question, standing, name)

    def _described(self, question: _Question) -> Actor | None:
        """Return the actor that a description means: the holder of an office, or no more than its state and sector."""
        phrase, on = question.phrase, question.on
        head = self._describer.head(phrase.core)
        office = self._holders.find(phrase, head, on) if head else None
        holder = self._holders.told(phrase, head, on, office) if head else None
        if holder:
            return self._told(question, holder)
        if office:
            standing = office_standing(office, self._gazetteer)
            entity = person_reference(office.person, self._gazetteer)
            return _actor(question, standing, EntityType.PERSON, entity=entity)
        if head is None and _is_somebodys_name(phrase):
            return None
        owner = self._describer.owner(phrase)
        told = self._describer.sectors(phrase, phrase.core, on)
        if told.code and not owner.country:
            owner = _owner_in_context(question.countries)
        code_2 = told.code_2 or (owner.also if told.code else "")
        code = told.code or owner.also
        if not code and not owner.country:
            return None
        standing = Standing(owner.country, code, code_2, (*told.grounds, *owner.grounds))
        return _actor(question, standing, _type_of(head))

    def _told(self, question: _Question, holder: Holder) -> Actor:
        """Return the holder of an office whom reports name, with the sector that the words for the office tell."""
        phrase, naming = question.phrase, holder.naming
        owner, told = self._describer.owner(phrase), self._describer.sectors(phrase, phrase.core, question.on)
        known = self._people.get(naming.person)
        entity = EntityRef(
            id=naming.person,
            name=naming.name,
            type=EntityType.PERSON,
            country=owner.country or None,
            wikidata=known.wikidata or None if known else None,
        )
        ground = Ground(source="report", words=holder.explanation)
        standing = Standing(owner.country, told.code, told.code_2, (ground, *told.grounds, *owner.grounds))
        return _actor(question, standing, EntityType.PERSON, entity=entity)

    @cached_property
    def _people(self) -> dict[str, Person]:
        return {person.entity_id: person for person in self._gazetteer.people.values()}

    def _answer(self, question: _Question, standing: Standing, name: Named) -> Actor:
        entity = reference_to(name, self._gazetteer)
        kind = entity.type if entity else EntityType.ORGANIZATION if name.kind == "outlet" else EntityType.PLACE
        return _actor(question, standing, kind, name=name.name, entity=entity)


def _actor(
    question: _Question,
    standing: Standing,
    kind: EntityType,
    *,
    name: str | None = None,
    entity: EntityRef | None = None,
) -> Actor:
    return Actor(
        text=question.phrase.text,
        on=question.on,
        name=name or (entity.name if entity else None),
        entity=entity,
        type=kind,
        country=standing.country,
        code=standing.code,
        code_2=standing.code_2,
        grounds=standing.grounds,
    )


def _owner_in_context(countries: frozenset[str]) -> Owner:
    """Return the one state that the context names as the one that an actor without any other belongs to."""
    if len(countries) != 1:
        return Owner()
    code = next(iter(countries))
    return Owner(code, "", (Ground(source="context", words=f"the only state named there ({code})"),))


def _subject(phrase: Phrase) -> Named | None:
    """Return the name that a phrase is about: the last piece of its core, or a person named beside a description of one."""
    pieces = phrase.core.pieces
    last = pieces[-1] if pieces else None
    if isinstance(last, Named):
        return _body_of_state(pieces[-2], last) or last if len(pieces) > 1 else last
    if isinstance(last, Told):
        return _itself(pieces[-2], last) if len(pieces) > 1 else _beside(phrase)
    return None


def _itself(before: Piece, noun: Told) -> Named | None:
    """Return the body that a noun after its name only says again ("the Zetas cartel")."""
    body = isinstance(before, Named) and before.kind in ("organization", "outlet")
    return before if isinstance(before, Named) and body and noun.noun.kind is NounKind.BODY else None


def _body_of_state(before: Piece, state: Named) -> Named | None:
    """Return the body after whose name that of its state only says where it is ("the Example Party Norway")."""
    body = isinstance(before, Named) and before.kind == "organization" and state.kind == "state"
    return before if isinstance(before, Named) and body and before.country == state.country else None


def _beside(phrase: Phrase) -> Named | None:
    """Return the person named after a comma ("the foreign minister, Ann Example")."""
    for segment in phrase.segments_of("break"):
        if len(segment.pieces) == 1 and segment.names and segment.names[0].kind == "person":
            return segment.names[0]
    return None


def _standing_of_area(name: Named) -> Standing:
    """Return where a state, territory, place or part of the world stands when it is named by itself."""
    if name.kind == "state":
        code = "GOV" if name.how in _SEATS else ""
    elif name.kind == "region":
        code = ""
    else:
        code = "PRE" if name.how == SEPARATIST else "CVL"
    ground = Ground(source=SOURCES[name.kind], words=f"{name.name}: {name.how} ({name.country or 'no state'})")
    return Standing(name.country, code, "", (ground,))


def _is_somebodys_name(phrase: Phrase) -> bool:
    """Whether unknown words in capitals follow a state's name, so that this is rather a person's ("Jordan Example")."""
    pieces = phrase.core.pieces
    return any(
        isinstance(piece, Named)
        and piece.how in ("name", "surname")
        and not phrase.possessive(piece)
        and isinstance(after, Word)
        and after.capitalised
        for piece, after in pairwise(pieces)
    )


def _type_of(head: Told | None) -> EntityType:
    if head is None:
        return EntityType.OTHER
    kind = _TYPES.get(head.noun.kind, EntityType.OTHER)
    return EntityType.GROUP if kind is EntityType.PERSON and head.plural else kind
