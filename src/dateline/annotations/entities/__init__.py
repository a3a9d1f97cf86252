"""Who and what a report speaks of: names, descriptions and pronouns, each resolved within the report where it can be.

In: parsed sentences, the dateline and the document's date. Out: EntityMention, in order of the text; `entity` is None and
`members` empty where it is not sure. Refuses: to look into other reports, to guess between two who may be meant, and to read
descriptions that no table lists.
"""

from dateline.annotations.entities.annotator import EntityAnnotator

__all__ = ["EntityAnnotator"]
