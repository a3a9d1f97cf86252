"""Groups and their members: "the two leaders", "both sides", "the pair", "their leaders"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.annotations.entities.discourse import Discourse
from dateline.annotations.entities.meanings import Meaning, body_reference, state_reference
from dateline.annotations.entities.mentions import Found
from dateline.annotations.entities.offices import Offices
from dateline.annotations.entities.phrases import Description
from dateline.annotations.entities.sets import joined_at, joined_in, there
from dateline.model import EntityRef, EntityType
from dateline.resources.gazetteer import Gazetteer
from dateline.resources.names import word_set
from dateline.resources.nominals import Nominal, nominals

_NUMBERS = {2: "two", 3: "three", 4: "four"}
"""The kind of words that say each number."""
_REACH = 8
_PARAGRAPHS = 3
"""Sentences and paragraphs back in which a group's members are looked for."""
_JOINED_REACH = 2
"""Sentences back in which states joined by "and" are meant before those that the report is about."""
_FADING = 0.85
_CLEAR = 1.5
"""How the states that a report is about are told: by how often they are mentioned, less for every sentence since; how many
times the next one the last of them must have."""
_PERSON = (EntityType.PERSON,)


class Groups:
    """Finds the members of the groups that one report describes."""

    def __init__(
        self, discourse: Discourse, offices: Offices, gazetteer: Gazetteer, keys_by_id: Mapping[str, str]
    ) -> None:
        self._discourse = discourse
        self._offices = offices
        self._gazetteer = gazetteer
        self._keys_by_id = keys_by_id

    def described(self, description: Description, owner: Found | None) -> Meaning | None:
        """Return the group that a description of several means, with its members where they are sure."""
        owned = owner is not None and len(owner.meaning.references) > 1
        if not (description.definite or description.quantified or owned):
            return None
        number = _number(description)
        members = self.beside(description) or (self._held(description, owner) if owner is not None else ())
        if not members and owner is None and (number is not None or (description.bare and not description.narrowed)):
            members = self._members(description, number or 2)
        basis = f"description: {description.noun.noun}"
        if members:
            basis = f"{basis}, {' and '.join(member.name for member in members)}"
        return Meaning(type=EntityType.GROUP, basis=basis, gender="plural", members=members)

    def beside(self, description: Description) -> tuple[EntityRef, ...]:
        """Return the persons named beside a description of several: "the two aides, Ivan and Ana Example"."""
        for token in description.sentence.children(description.head, "appos"):
            joined = joined_at(self._discourse, description.sentence, token)
            if joined is not None and all(member.type is EntityType.PERSON for member in joined.members):
                return joined.members
        return ()

    def _held(self, description: Description, owner: Found | None) -> tuple[EntityRef, ...]:
        """Return who holds the office in each of several states: "their leaders", "the presidents of Chad and Mali"."""
        noun = description.noun
        if owner is None or not noun.roles or noun.type is not EntityType.PERSON:
            return ()
        single = replace(noun, noun=noun.roles[0], plural=False, single=True)
        owners = (self._gazetteer.states.get(entity.country or "") for entity in owner.meaning.references)
        found = [self._offices.holder(single, state)[0] for state in owners if state is not None]
        members = tuple(entity for entity in found if entity is not None)
        return members if len(members) == len(owner.meaning.references) > 1 else ()

    def _members(self, description: Description, number: int) -> tuple[EntityRef, ...]:
        noun = description.noun
        kinds = _kinds(noun)
        persons = self._persons(description, number) if EntityType.PERSON in kinds else ()
        if persons or EntityType.STATE not in kinds:
            return persons
        return self._bodies(self._parties(description, number, kinds), noun.body)

    def _persons(self, description: Description, number: int) -> tuple[EntityRef, ...]:
        """Return the persons whom the report told of together last, so many and such as the description says."""
        for distance, sentence in self._discourse.back(description.sentence, _REACH, _PARAGRAPHS):
            end = description.first if distance == 0 else len(sentence.tokens)
            sets = [joined.members for joined in joined_in(self._discourse, sentence, end)]
            for members in (*sets, there(self._discourse, sentence, end, _PERSON)):
                fitting = all(
                    member.type is EntityType.PERSON and self._offices.may_be(member, description.noun)
                    for member in members
                )
                if len(members) == number and fitting:
                    return members
        return ()

    def _parties(self, description: Description, number: int, kinds: Sequence[EntityType]) -> tuple[EntityRef, ...]:
        """Return the states or bodies: those joined by "and" just before, those the report is about, those joined earlier."""
        near = self._joined(description, number, kinds, _JOINED_REACH)
        return near or self._foremost(description, number, kinds) or self._joined(description, number, kinds, _REACH)

    def _joined(
        self, description: Description, number: int, kinds: Sequence[EntityType], reach: int
    ) -> tuple[EntityRef, ...]:
        for distance, sentence in self._discourse.back(description.sentence, reach, _PARAGRAPHS):
            end = description.first if distance == 0 else len(sentence.tokens)
            for joined in joined_in(self._discourse, sentence, end):
                members = self._as_states(joined.members)
                if len(members) == number and all(member.type in kinds for member in members):
                    return members
        return ()

    def _foremost(self, description: Description, number: int, kinds: Sequence[EntityType]) -> tuple[EntityRef, ...]:
        weights: dict[str, float] = defaultdict(float)
        found: dict[str, EntityRef] = {}
        for distance, sentence in self._discourse.back(description.sentence, _REACH * 3, _REACH * 3):
            end = description.first if distance == 0 else len(sentence.tokens)
            for mention in self._discourse.mentions(self._discourse.place(sentence)):
                for entity in self._as_states(mention.meaning.references) if mention.head.index < end else ():
                    if entity.type in kinds and self._takes_sides(entity):
                        found[entity.id] = entity
                        weights[entity.id] += _FADING**distance
        ranked = sorted(weights, key=lambda key: (-weights[key], key))
        if len(ranked) < number or (
            len(ranked) > number and weights[ranked[number - 1]] < _CLEAR * weights[ranked[number]]
        ):
            return ()
        return tuple(found[key] for key in ranked[:number])

    def _takes_sides(self, entity: EntityRef) -> bool:
        """Whether a state or body may be one side of a matter: outlets and firms are not, nor bodies that no table knows."""
        if entity.type is not EntityType.ORGANIZATION:
            return True
        known = self._gazetteer.organizations.get(self._keys_by_id.get(entity.id, ""))
        return known is not None and known.kind not in word_set("takes no side")

    def _as_states(self, entities: tuple[EntityRef, ...]) -> tuple[EntityRef, ...]:
        """Return entities with the states that persons act for, and in which capitals lie, in their stead."""
        return tuple(map(self._as_state, entities))

    def _as_state(self, entity: EntityRef) -> EntityRef:
        state = self._gazetteer.states.get(entity.country or "")
        stands = state is not None and entity.type in (EntityType.PERSON, EntityType.PLACE)
        return state_reference(state) if state is not None and stands else entity

    def _bodies(self, members: tuple[EntityRef, ...], body: str) -> tuple[EntityRef, ...]:
        if not body:
            return members
        states = (self._gazetteer.states.get(member.country or "") for member in members)
        return tuple(body_reference(state, body, EntityType.ORGANIZATION) for state in states if state is not None)


def _kinds(noun: Nominal) -> tuple[EntityType, ...]:
    """Return the types of those whom a noun for several, or for each of them, may mean."""
    if noun.type is EntityType.PERSON:
        return _PERSON
    if noun.type is EntityType.STATE or noun.body:
        return (EntityType.STATE,)
    if not noun.plural:
        noun = nominals().get(f"{noun.noun.removesuffix('y')}ies", noun) if noun.noun.endswith("y") else noun
    return tuple(kind for kind in EntityType if kind in noun.kinds)


def _number(description: Description) -> int | None:
    """Return how many a description says there are, or None."""
    return next((number for number, kind in _NUMBERS.items() if description.words & word_set(kind)), None)
