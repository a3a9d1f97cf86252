"""The stage that finds the places of a report and says which ones they are."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotations.places.choosing import choose
from dateline.annotations.places.datelines import names_in_dateline
from dateline.annotations.places.finding import Finder
from dateline.annotations.places.mentions import countries_spoken_of
from dateline.model import Document, EntityMention, Layers, Place, PlaceMention, Sentence
from dateline.resources.homes import country_of_outlet
from dateline.resources.places import KnownPlace, places
from dateline.settings import Settings


class PlaceAnnotator:
    """Finds the names of places in a report and gives each the coordinates of the place that is meant."""

    name = "places.gazetteer"
    version = "2"
    requires = (Sentence, EntityMention)
    yields = (PlaceMention,)

    def __init__(self, settings: Settings) -> None:
        self._places = places()

    def __call__(self, document: Document, layers: Layers) -> Iterator[PlaceMention]:
        """Yield the places in order of the text."""
        mentions = layers[EntityMention]
        found = Finder(document.text, mentions, self._places)(layers[Sentence])
        names = [*names_in_dateline(document, self._places), *found]
        spoken_of = countries_spoken_of(mentions, but={name.span.start for name in names})
        chosen = choose(names, spoken_of, country_of_outlet(document.outlet, document.url))
        for name, choice in zip(names, chosen, strict=True):
            if choice is not None:
                yield PlaceMention(
                    document_id=document.id,
                    span=name.span,
                    text=name.span.of(document.text),
                    place=_place(choice.place),
                    kind=choice.place.kind,
                    basis=f"{name.reason.words}; {choice.basis}",
                )


def _place(known: KnownPlace) -> Place:
    return Place(
        name=known.name,
        country=known.country or None,
        latitude=known.latitude,
        longitude=known.longitude,
        geonames=known.geonames,
    )
