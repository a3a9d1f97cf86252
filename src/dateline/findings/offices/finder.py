"""The finder: each title beside a person's name with the state or body that it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.findings.offices.titles import Title, title_after, title_before
from dateline.model import (
    Derivation,
    Document,
    EntityMention,
    EntityRef,
    EntityType,
    Evidence,
    Form,
    Layers,
    MentionIndex,
    OfficeStatement,
    Record,
    Sentence,
    Span,
)
from dateline.resources.gazetteer import gazetteer
from dateline.resources.offices import is_office, office_reference
from dateline.settings import Settings

_BODIES = (EntityType.STATE, EntityType.ORGANIZATION)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class OfficeFinder:
    """Finds who holds which office, as a report says it."""

    name = "offices.titles"
    version = "1"
    requires: tuple[type[Record], ...] = (Sentence, EntityMention)
    yields: tuple[type[Record], ...] = (OfficeStatement,)

    def __init__(self, settings: Settings) -> None:
        self._derivation = Derivation(stage=self.name, version=self.version, settings=settings.digest)
        self._states = gazetteer(settings.resources).states

    def __call__(self, document: Document, layers: Layers) -> Iterator[OfficeStatement]:
        """Yield the statements in order of the text; one for each person and office."""
        mentions, said = MentionIndex(layers[EntityMention]), set[tuple[str, str]]()
        for sentence in layers[Sentence]:
            if _of_another_year(document, sentence):
                continue
            for statement in self._statements(document, sentence, mentions):
                key = (statement.office.id, statement.person.id)
                if key not in said:
                    said.add(key)
                    yield statement

    def _statements(self, document: Document, sentence: Sentence, mentions: MentionIndex) -> Iterator[OfficeStatement]:
        for mention in mentions.within(sentence.span):
            if not _names_a_person(mention):
                continue
            for title in _titles(sentence, mention):
                person = mention.entity
                body = self._body(title, mentions, person) if person is not None else None
                office = office_reference(title.noun, body) if body is not None else None
                if person is not None and office is not None:
                    yield self._statement(document, sentence, mention, title, office, person)

    def _body(self, title: Title, mentions: MentionIndex, person: EntityRef) -> EntityRef | None:
        """Return the state or body that a title is of: the one named at it, else the state that the person acts for."""
        for span in title.bodies:
            named = mentions.at(span)
            if named is not None and named.entity is not None and named.type in _BODIES:
                return named.entity
        state = self._states.get(person.country or "") if title.alone and title.noun.title else None
        if state is None:
            return None
        return EntityRef(id=state.entity_id, name=state.name, type=EntityType.STATE, country=state.country)

    def _statement(
        self,
        document: Document,
        sentence: Sentence,
        mention: EntityMention,
        title: Title,
        office: EntityRef,
        person: EntityRef,
    ) -> OfficeStatement:
        span = Span(min(mention.span.start, title.span.start), max(mention.span.end, title.span.end))
        return OfficeStatement(
            id=OfficeStatement.make_id(document.id, office.id, person.id, span),
            document_id=document.id,
            office=office,
            title=title.noun.noun,
            person=person,
            span=span,
            evidence=Evidence.cite(document.id, document.text, sentence.span),
            derivation=self._derivation,
        )


def _titles(sentence: Sentence, mention: EntityMention) -> Sequence[Title]:
    found = (title_before(sentence, mention.span), title_after(sentence, mention.span))
    return [title for title in found if title is not None]


def _names_a_person(mention: EntityMention) -> bool:
    entity = mention.entity
    if mention.form is not Form.NAME or mention.type is not EntityType.PERSON or entity is None:
        return False
    return " " in entity.name and not is_office(entity)


def _of_another_year(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence names a year before that of its report: titles in it may be those of that year."""
    published = document.time.interval.latest
    years = (int(year) for year in _YEAR.findall(sentence.span.of(document.text)))
    return published is not None and any(year < published.year for year in years)
