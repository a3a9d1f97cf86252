"""Descriptions of one: "the Russian leader", "China's foreign minister", "his host", "the alliance", "the Japanese government"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dateline.annotations.entities.clauses import SUBJECTS
from dateline.annotations.entities.discourse import Discourse
from dateline.annotations.entities.groups import Groups
from dateline.annotations.entities.kinds import Kinds
from dateline.annotations.entities.meanings import Meaning, body_reference, city_reference, state_reference
from dateline.annotations.entities.mentions import Found
from dateline.annotations.entities.names import is_title
from dateline.annotations.entities.offices import Offices
from dateline.annotations.entities.owners import owner_of, possessor_of, seat_of
from dateline.annotations.entities.phrases import Description
from dateline.annotations.entities.pronouns import Persons
from dateline.annotations.entities.speech import Speech
from dateline.model import EntityRef, EntityType, Form, Token
from dateline.resources.gazetteer import Gazetteer, Organization, State
from dateline.resources.names import word_set

_REACH = 8
_PARAGRAPHS = 3
"""Sentences and paragraphs back in which a bearer of a title and the other of two who meet are looked for."""


class Descriptions:
    """Resolves the descriptions of one report."""

    def __init__(
        self,
        discourse: Discourse,
        offices: Offices,
        groups: Groups,
        persons: Persons,
        speech: Speech,
        gazetteer: Gazetteer,
        keys_by_id: Mapping[str, str],
    ) -> None:
        self._discourse = discourse
        self._offices = offices
        self._groups = groups
        self._persons = persons
        self._speech = speech
        self._gazetteer = gazetteer
        self._keys_by_id = keys_by_id
        self._kinds = Kinds(discourse, gazetteer, keys_by_id)
        self.countries: dict[str, str] = {}
        """The countries of persons whom no table knows, as descriptions beside their names give them, by entity id."""

    def found(self, description: Description) -> Found | None:
        """Return the mention that a description is, or None where nothing that the tables cover is described."""
        owner = owner_of(description, self._discourse)
        meaning = self._meaning(description, owner)
        if meaning is None:
            return None
        form = Form.NAME if description.capitalised else Form.NOMINAL
        return Found(description.sentence, description.head, description.span, form, meaning, description.noun.noun)

    def read(self, names: Sequence[Found]) -> None:
        """Note the titles of a sentence once it has been read."""
        self._offices.read(names)

    def _meaning(self, description: Description, owner: Found | None) -> Meaning | None:
        """Return what a description means, or None where nothing that the tables cover is described."""
        noun = description.noun
        several = description.numbered and description.definite and (owner is None or bool(owner.meaning.members))
        if noun.body and not several:
            return self._body(description, owner)
        if noun.plural or description.quantified or several:
            return self._groups.described(description, owner)
        if noun.type is EntityType.PERSON:
            return self._person(description, owner)
        if noun.type is EntityType.PLACE and noun.noun == "capital":
            return self._capital(self._state_of(owner)) if owner is not None else None
        if noun.type is EntityType.STATE and owner is not None and owner.meaning.type is EntityType.PERSON:
            return self._home(description, owner)
        return self._kinds.meaning(description) if owner is None else None

    def _body(self, description: Description, owner: Found | None) -> Meaning | None:
        noun = description.noun
        beside = self._groups.beside(description) if noun.plural else ()
        if beside:
            basis = f"in apposition to {' and '.join(member.name for member in beside)}"
            return Meaning(type=EntityType.GROUP, basis=basis, members=beside)
        state = self._state_of(owner) or self._state_of(seat_of(description, self._discourse))
        if state is None and owner is None and description.definite:
            state = self._state_of(self._speaker(description))
        if state is None:
            known = self._kinds.same_body(description) if description.definite and owner is None else None
            if known is None and not description.capitalised and not (noun.plural and description.definite):
                return None
            return known or Meaning(type=noun.type, basis=f"description: {noun.noun}")
        basis = f"description: {noun.noun} of {state.name}"
        return Meaning(type=noun.type, entity=body_reference(state, noun.body, noun.type), basis=basis)

    def _speaker(self, description: Description) -> Found | None:
        """Return who spoke last before a body that goes on speaking for the same state: "..., the foreign ministry said"."""
        sentence, head = description.sentence, description.head
        if all(speaker.index != head.index for speaker in self._speech.speakers(sentence)):
            return None
        last = self._speech.last_speaker(sentence, head)
        mention = self._discourse.at(*last) if last is not None else None
        return mention if mention is not None and mention.meaning.type is EntityType.STATE else None

    def _capital(self, state: State | None) -> Meaning | None:
        if state is None:
            return None
        basis = f"description: capital of {state.name}"
        return Meaning(type=EntityType.PLACE, entity=city_reference(state, state.capital), basis=basis)

    def _home(self, description: Description, owner: Found) -> Meaning | None:
        """Return the state that a person acts for: "his country"."""
        state = self._state_of(owner)
        if state is None:
            return None
        basis = f"description: {description.noun.noun} of {owner.meaning.entity.name if owner.meaning.entity else ''}"
        return Meaning(type=EntityType.STATE, entity=state_reference(state), basis=basis)

    def _state_of(self, owner: Found | None) -> State | None:
        """Return the state that a mention means or, if it means a person, acts for."""
        if owner is None or owner.meaning.entity is None:
            return None
        country = owner.meaning.entity.country or self.countries.get(owner.meaning.entity.id, "")
        return self._gazetteer.states.get(country) if owner.meaning.type is not EntityType.ORGANIZATION else None

    def _organization_of(self, owner: Found | None) -> Organization | None:
        entity = owner.meaning.entity if owner is not None else None
        return self._gazetteer.organizations.get(self._keys_by_id.get(entity.id, "")) if entity else None

    def _person(self, description: Description, owner: Found | None) -> Meaning | None:
        noun, gender = description.noun, description.noun.gender
        beside = self._in_apposition(description)
        if beside is not None:
            state = self._state_of(owner)
            if state is not None and beside.country is None:
                self.countries.setdefault(beside.id, state.country)
            self._offices.give(beside, noun.noun)
            return Meaning(
                type=EntityType.PERSON, entity=beside, basis=f"in apposition to {beside.name}", gender=gender
            )
        entity, basis = None, f"description: {noun.noun}"
        if not description.words & word_set("not now") and not description.indefinite:
            entity, basis = self._holder(description, owner)
        if entity is None and owner is None and not (description.definite and noun.title):
            return None
        return Meaning(type=EntityType.PERSON, entity=entity, basis=basis, gender=gender)

    def _holder(self, description: Description, owner: Found | None) -> tuple[EntityRef | None, str]:
        noun, state = description.noun, self._state_of(owner)
        unknown = None, f"description: {noun.noun}"
        if "counterpart" in noun.roles:
            owned = owner is not None and owner.meaning.type is EntityType.STATE
            return self._offices.counterpart(self._subject(description), state) if state and owned else unknown
        if "partner" in noun.roles:
            return self._partner(description, owner)
        if owner is not None:
            body = self._organization_of(owner) if state is None else state
            if body is None or (owner.meaning.type is EntityType.PERSON and not noun.roles):
                return unknown
            return self._offices.holder(noun, body)
        if not description.definite:
            return unknown
        if "epithet" in noun.roles:
            return self._persons.standing_out(description)
        return self._offices.titled(noun, self._before(description)) if noun.title and description.bare else unknown

    def _partner(self, description: Description, owner: Found | None) -> tuple[EntityRef | None, str]:
        """Return the other of the two persons whom a report has meet: the host of one is the one with whom he is told of."""
        possessor = possessor_of(description, self._discourse) or owner
        one = possessor.meaning.entity if possessor is not None else None
        if one is None or one.type is not EntityType.PERSON:
            return None, f"description: {description.noun.noun}"
        state = owner.meaning.entity if owner is not None and owner.meaning.type is EntityType.STATE else None
        other = self._other(description, one, state.country if state is not None else None)
        return other, f"the one who meets {one.name} here" if other else f"description: {description.noun.noun}"

    def _other(self, description: Description, one: EntityRef, country: str | None) -> EntityRef | None:
        """Return the person of another state told of before, if there is one such, or one who ranks with *one*."""
        others = {
            person.id: person
            for person in self._before(description)
            if person.id != one.id
            and (person.country == country if country else not one.country or person.country != one.country)
        }
        equals = [person for person in others.values() if self._offices.ranks_with(one, person)]
        found = equals or list(others.values())
        return found[0] if len(found) == 1 else None

    def _before(self, description: Description) -> Iterator[EntityRef]:
        """Yield the persons named before a description, in the sentences it may look back to."""
        for distance, sentence in self._discourse.back(description.sentence, _REACH, _PARAGRAPHS):
            for mention in self._discourse.mentions(self._discourse.place(sentence)):
                entity = mention.meaning.entity if mention.meaning.type is EntityType.PERSON else None
                if entity is not None and (distance or mention.head.index < description.first):
                    yield entity

    def _in_apposition(self, description: Description) -> EntityRef | None:
        """Return the person named beside a description: by the parser's apposition, or between commas right after it."""
        sentence, head = description.sentence, description.head
        named = [*sentence.children(head, "appos")]
        if head.dep == "appos":
            named = [
                token for token in reversed(sentence.conjuncts(sentence.head(head))) if token.index < head.index
            ] + named
        following = self._following(description)
        found = (self._discourse.at(sentence, token) for token in (*named, *([following] if following else [])))
        for mention in found:
            if mention is not None and mention.meaning.type is EntityType.PERSON and mention.meaning.entity is not None:
                return mention.meaning.entity
        return None

    def _following(self, description: Description) -> Token | None:
        """Return the head of a name that follows a description between commas, whatever the parser makes of it."""
        sentence, tokens = description.sentence, description.sentence.tokens
        if description.last >= len(tokens) or tokens[description.last].text != ",":
            return None
        for mention in self._discourse.mentions(self._discourse.place(sentence)):
            inside = sentence.within(mention.span)
            if mention.form is not Form.NAME or not inside:
                continue
            between = tokens[description.last + 1 : inside[0].index]
            after = tokens[inside[-1].index + 1] if inside[-1].index + 1 < len(tokens) else None
            titles = " ".join(token.lower for token in between)
            if inside[0].index > description.last and (not between or is_title(titles)):
                return mention.head if after is None or after.text in ",.;)" else None
        return None

    def _subject(self, description: Description) -> EntityRef | None:
        """Return whose counterpart a description is: whom "his" means, else the subject of the nearest verb above it."""
        possessor = possessor_of(description, self._discourse)
        if possessor is not None and possessor.meaning.type is EntityType.PERSON:
            return possessor.meaning.entity
        sentence = description.sentence
        for token in sentence.ancestors(description.head):
            subject = sentence.child(token, *SUBJECTS)
            if subject is not None and subject.index < description.first:
                mention = self._discourse.at(sentence, subject)
                return mention.meaning.entity if mention and mention.meaning.type is EntityType.PERSON else None
        return None
