"""Where a report's places are: names of places as places, each with the one that is meant.

In: parsed sentences and entity mentions. Out: PlaceMention, in order of the text, with coordinates and GeoNames id.
Refuses: nationalities, capitals that stand for their governments, streets, and names that no table of places has.
"""

from dateline.annotations.places.annotator import PlaceAnnotator

__all__ = ["PlaceAnnotator"]
