"""The annotator of entities: names first, then descriptions, then pronouns, each from what came before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from dateline.annotations.entities.affiliations import affiliated, with_country
from dateline.annotations.entities.completion import completed
from dateline.annotations.entities.datelines import dateline_sentences
from dateline.annotations.entities.finding import find_names
from dateline.annotations.entities.meanings import Meaning
from dateline.annotations.entities.mentions import Found, name_span
from dateline.annotations.entities.names import Name
from dateline.annotations.entities.offices import Offices
from dateline.annotations.entities.phrases import is_noun
from dateline.annotations.entities.reading import Reading
from dateline.annotations.entities.resolution import Resolution
from dateline.model import Document, EntityMention, Form, Layers, Sentence
from dateline.resources.gazetteer import gazetteer
from dateline.settings import Settings


class EntityAnnotator:
    """Finds the entity mentions of a document and resolves them within it."""

    name = "entities.tables"
    version = "5"
    requires = (Sentence,)
    yields = (EntityMention,)

    def __init__(self, settings: Settings) -> None:
        self._gazetteer = gazetteer(settings.resources)
        self._keys_by_id = {
            **{person.entity_id: key for key, person in self._gazetteer.people.items()},
            **{organization.entity_id: key for key, organization in self._gazetteer.organizations.items()},
        }

    def __call__(self, document: Document, layers: Layers) -> Iterator[EntityMention]:
        """Yield the mentions in order of the text."""
        found = self._found(document, layers[Sentence])
        for mention in sorted(found, key=lambda mention: (mention.span.start, -mention.span.end)):
            yield EntityMention(
                document_id=document.id,
                span=mention.span,
                text=mention.span.of(document.text),
                form=mention.form,
                type=mention.meaning.type,
                entity=mention.meaning.entity,
                members=mention.meaning.members,
                basis=mention.meaning.basis,
            )

    def _found(self, document: Document, sentences: Sequence[Sentence]) -> list[Found]:
        text, day = document.text, document_day(document)
        said = (*dateline_sentences(document), *sentences)
        names = [name for sentence in said for name in find_names(sentence, text, self._gazetteer)]
        names = completed(names, sentences)
        names = [name for name in names if name.entries or not is_noun(name.span.of(text))]
        read = affiliated(Reading(document, day, self._gazetteer)(names))
        found = [_of_name(name, meaning) for name, meaning in read]
        offices = Offices(day, self._gazetteer, self._keys_by_id)
        offices.learn(found)
        resolution = Resolution(document, sentences, found, offices, self._gazetteer, self._keys_by_id)
        found += resolution()
        return [replace(mention, meaning=with_country(mention.meaning, resolution.countries)) for mention in found]


def document_day(document: Document) -> date | None:
    """Return the day on which offices are looked up: the last on which the report can have been written, if bounded."""
    return document.time.interval.latest


def _of_name(name: Name, meaning: Meaning) -> Found:
    form = Form.NAME if meaning.named else Form.NOMINAL
    return Found(name.sentence, name.head, name_span(name, meaning), form, meaning, title=name.title)
