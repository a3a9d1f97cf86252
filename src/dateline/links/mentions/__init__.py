"""Events from mentions that somebody else has found.

In: the mentions, and the reports they stand in with their sentences. Out: each mention's event. Refuses: to look for mentions,
to use any topic or date that is not in the words of the reports, or to keep anything.
"""

from dateline.links.mentions.linker import MentionLinker
from dateline.links.mentions.views import GivenMention

__all__ = ["GivenMention", "MentionLinker"]
