"""Places and the names of places in a text, for tests."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotations.entities import EntityAnnotator
from dateline.annotations.places import PlaceAnnotator
from dateline.annotations.places.toponyms import Toponym, find_toponyms
from dateline.model import Document, EntityMention, Layers, PlaceKind, PlaceMention, Sentence
from dateline.resources.places import KnownPlace, places
from dateline.settings import Settings
from tests.factories import make_document, parse


def layers_of(document: Document) -> Layers:
    """Return a document's layers after the stages that the places rest on."""
    layers = parse(document)
    return layers.with_records([EntityMention], EntityAnnotator(Settings())(document, layers))


def places_of(document: Document) -> list[PlaceMention]:
    """Return the place mentions of a document."""
    return list(PlaceAnnotator(Settings())(document, layers_of(document)))


def places_in(text: str, *, outlet: str | None = None) -> dict[str, PlaceMention]:
    """Return the place mentions of a text by their words, the last of each."""
    return {mention.text: mention for mention in places_of(make_document(text, outlet=outlet))}


def countries_in(text: str, *, outlet: str | None = None) -> dict[str, str | None]:
    """Return the country of each place that a text names, by its words."""
    return {words: mention.place.country for words, mention in places_in(text, outlet=outlet).items()}


def toponym(text: str, words: str, sentences: Sequence[Sentence] = ()) -> Toponym:
    """Return the name of a place in a text that consists of *words*."""
    sentences = sentences or parse(make_document(text))[Sentence]
    found = (each for sentence in sentences for each in find_toponyms(sentence, text, places()))
    return next(each for each in found if each.span.of(text) == words)


def known(
    name: str, country: str = "PER", *, people: int = 0, at: tuple[float, float] = (0.0, 0.0), **more: object
) -> KnownPlace:
    """Return a made-up place, a city unless *more* says otherwise."""
    return KnownPlace(
        name, PlaceKind(more.pop("kind", "city")), country, str(more.pop("region", "01")), *at, people, **more
    )  # type: ignore[arg-type]
