"""Descriptions by kind: "the alliance", "the court", "the country", "the city" mean the last thing of that kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.annotations.entities.clauses import weight
from dateline.annotations.entities.discourse import Discourse
from dateline.annotations.entities.meanings import Meaning
from dateline.annotations.entities.mentions import Found
from dateline.annotations.entities.phrases import Description
from dateline.model import EntityRef, EntityType, Form
from dateline.resources.gazetteer import Gazetteer
from dateline.resources.spelling import normalised

_REACH = {EntityType.ORGANIZATION: 30, EntityType.STATE: 2, EntityType.PLACE: 3}
"""Sentences back in which the thing is looked for."""
_CLEAR = 1.5
"""How many times the weight of the next state the one that is meant must have."""
_ANY, _UNKNOWN = "any", "unknown"


class Kinds:
    """Resolves descriptions of bodies, states and places that name no owner."""

    def __init__(self, discourse: Discourse, gazetteer: Gazetteer, keys_by_id: Mapping[str, str]) -> None:
        self._discourse = discourse
        self._gazetteer = gazetteer
        self._keys_by_id = keys_by_id

    def meaning(self, description: Description) -> Meaning | None:
        """Return what a definite description means, or None where nothing of its kind stands out."""
        kind = description.noun.type
        if kind not in _REACH or not description.definite or description.narrowed:
            return None
        entity = self._outstanding(description) if kind is EntityType.STATE else self._last(description)
        if entity is None:
            return None
        return Meaning(
            type=entity.type, entity=entity, basis=f"description: {description.noun.noun}, last {entity.name}"
        )

    def same_body(self, description: Description) -> Meaning | None:
        """Return the organ of a state that was spoken of by the same noun before, "the foreign ministry" of a state."""
        for mention in self._before(description, _REACH[EntityType.ORGANIZATION]):
            if mention.title == description.noun.noun and mention.meaning.entity is not None:
                return Meaning(
                    type=mention.meaning.type, entity=mention.meaning.entity, basis="the same body in this report"
                )
        return None

    def _last(self, description: Description) -> EntityRef | None:
        for mention in self._before(description, _REACH[description.noun.type]):
            if mention.meaning.entity is not None and self._fits(mention, description):
                return mention.meaning.entity
        return None

    def _outstanding(self, description: Description) -> EntityRef | None:
        """Return the state that stands out in this sentence and the last ones: one mentioned alone, or more than the others."""
        weights: dict[str, float] = {}
        states: dict[str, EntityRef] = {}
        for mention in self._before(description, _REACH[EntityType.STATE]):
            entity = mention.meaning.entity
            if entity is not None and entity.type is EntityType.STATE and self._is_such(entity, description):
                distance = self._discourse.place(description.sentence) - self._discourse.place(mention.sentence)
                states[entity.id] = entity
                weights[entity.id] = (
                    weights.get(entity.id, 0.0) + weight(mention.sentence, mention.anchor) * 0.5**distance
                )
        ranked = sorted(weights, key=lambda key: -weights[key])
        if not ranked or (len(ranked) > 1 and weights[ranked[0]] < _CLEAR * weights[ranked[1]]):
            return None
        return states[ranked[0]]

    def _before(self, description: Description, reach: int) -> Iterator[Found]:
        """Yield the mentions before a description, the nearest first."""
        place = self._discourse.place(description.sentence)
        for near in range(place, max(-1, place - reach - 1), -1):
            for mention in sorted(self._discourse.mentions(near), key=lambda found: -found.span.start):
                if near < place or mention.span.end <= description.span.start:
                    yield mention

    def _fits(self, mention: Found, description: Description) -> bool:
        noun, entity = description.noun, mention.meaning.entity
        if entity is None or entity.type is not noun.type or mention.form is Form.PRONOUN:
            return False
        if noun.type is EntityType.PLACE:
            return _ANY in noun.kinds
        if noun.noun in normalised(entity.name).split():
            return True
        known = self._gazetteer.organizations.get(self._keys_by_id.get(entity.id, ""))
        if known is None:
            return _UNKNOWN in noun.kinds and mention.form is Form.NAME
        return known.kind in noun.kinds

    def _is_such(self, entity: EntityRef, description: Description) -> bool:
        state = self._gazetteer.states.get(entity.country or "")
        kinds = description.noun.kinds
        return state is not None and (
            _ANY in kinds or any(kind in (*state.formal.split(), state.name) for kind in kinds)
        )
