"""Descriptions that the tables cover: "the Russian leader", "China's foreign minister", "the Japanese government"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from dateline.annotations.entities.meanings import Meaning, body_reference, city_reference
from dateline.annotations.entities.mentions import Found
from dateline.annotations.entities.offices import Offices
from dateline.annotations.entities.phrases import Description, described
from dateline.model import EntityRef, EntityType, Form, Sentence
from dateline.resources.gazetteer import Gazetteer, Organization, State

_PAST = frozenset(("former", "ex", "late", "then", "next", "new", "future", "deposed", "ousted"))


class Descriptions:
    """Finds and resolves the descriptions of one report."""

    def __init__(self, text: str, offices: Offices, gazetteer: Gazetteer, keys_by_id: Mapping[str, str]) -> None:
        self._text = text
        self._keys_by_id = keys_by_id
        self._gazetteer = gazetteer
        self._offices = offices
        self.countries: dict[str, str] = {}
        """The countries of persons whom no table knows, as descriptions beside their names give them, by entity id."""

    def find(self, sentences: Sequence[Sentence], names: Sequence[Found]) -> list[Found]:
        """Return the descriptions in order of the text; *names* are the mentions by name, in order."""
        by_sentence: dict[int, list[Found]] = defaultdict(list)
        for name in names:
            by_sentence[id(name.sentence)].append(name)
        found = []
        for sentence in sentences:
            inside = by_sentence[id(sentence)]
            for description in described(sentence, self._text, inside):
                meaning = self._meaning(description, inside)
                if meaning is not None:
                    form = Form.NAME if description.capitalised else Form.NOMINAL
                    found.append(
                        Found(sentence, description.head, description.span, form, meaning, description.noun.noun)
                    )
            self._offices.read(inside)
        return found

    def _meaning(self, description: Description, names: Sequence[Found]) -> Meaning | None:
        """Return what a description means, or None where nothing that the tables cover is described."""
        noun = description.noun
        if noun.body:
            return self._body(description)
        if noun.type is EntityType.PERSON and not noun.plural:
            return self._person(description, names)
        if noun.type is EntityType.PLACE and description.owner is not None:
            return self._capital(description)
        if noun.plural and (description.definite or description.words & {"two", "three"}):
            return Meaning(type=EntityType.GROUP, basis=f"description: {noun.noun}", gender="plural")
        return None

    def _body(self, description: Description) -> Meaning | None:
        noun = description.noun
        state = self._state_of(description)
        if state is None:
            return Meaning(type=noun.type, basis=f"description: {noun.noun}") if description.capitalised else None
        basis = f"description: {noun.noun} of {state.name}"
        return Meaning(type=noun.type, entity=body_reference(state, noun.body, noun.type), basis=basis)

    def _capital(self, description: Description) -> Meaning | None:
        state = self._state_of(description)
        if state is None:
            return None
        return Meaning(
            type=EntityType.PLACE,
            entity=city_reference(state, state.capital),
            basis=f"description: capital of {state.name}",
        )

    def _state_of(self, description: Description) -> State | None:
        owner = description.owner.meaning if description.owner else None
        if owner is None or owner.entity is None or owner.type is not EntityType.STATE:
            return None
        return self._gazetteer.states.get(owner.entity.country or "")

    def _organization_of(self, description: Description) -> Organization | None:
        entity = description.owner.meaning.entity if description.owner else None
        return self._gazetteer.organizations.get(self._keys_by_id.get(entity.id, "")) if entity else None

    def _person(self, description: Description, names: Sequence[Found]) -> Meaning | None:
        noun, gender = description.noun, description.noun.gender
        beside = _in_apposition(description, names)
        if beside is not None:
            state = self._state_of(description)
            if state is not None and beside.country is None:
                self.countries.setdefault(beside.id, state.country)
            basis = f"in apposition to {beside.name}"
            return Meaning(type=EntityType.PERSON, entity=beside, basis=basis, gender=gender)
        if description.owner is None and not (description.definite and noun.title):
            return None
        entity, basis = None, f"description: {noun.noun}"
        if not description.words & _PAST and not description.indefinite:
            entity, basis = self._holder(description, names)
        return Meaning(type=EntityType.PERSON, entity=entity, basis=basis, gender=gender)

    def _holder(self, description: Description, names: Sequence[Found]) -> tuple[EntityRef | None, str]:
        noun, state = description.noun, self._state_of(description)
        if "counterpart" in noun.roles:
            subject = _subject(description, names)
            return self._offices.counterpart(subject, state) if state else (None, "description: counterpart")
        owner = state or self._organization_of(description)
        if owner is not None:
            return self._offices.holder(noun, owner)
        return self._offices.titled(noun) if description.owner is None else (None, f"description: {noun.noun}")


def _in_apposition(description: Description, names: Sequence[Found]) -> EntityRef | None:
    sentence, head = description.sentence, description.head
    beside = {token.index for token in sentence.children(head, "appos")}
    if head.dep == "appos":
        beside.add(head.head)
    persons = (name for name in names if name.head.index in beside and name.meaning.type is EntityType.PERSON)
    return next((name.meaning.entity for name in persons), None)


def _subject(description: Description, names: Sequence[Found]) -> EntityRef | None:
    """Return the named person who is the subject of the nearest verb above the description: whose counterpart it is."""
    sentence = description.sentence
    persons = {name.head.index: name.meaning.entity for name in names if name.meaning.type is EntityType.PERSON}
    for token in sentence.ancestors(description.head):
        subject = sentence.child(token, "nsubj", "nsubjpass")
        if subject is not None and subject.index < description.first and subject.pos != "PRON":
            return persons.get(subject.index)
    return None
