"""Reports to the stories that they belong to: one unfolding affair each.

In: one document, and the stories of the record so far. Out: one link, to the story whose terms it shares or to a new one of
its own. Refuses: to move a report that has been linked, and to read a language that the stages do not.
"""

from dateline.links.stories.linker import StoryLinker

__all__ = ["StoryLinker"]
