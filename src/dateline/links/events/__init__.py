"""Event mentions of many reports to the events they tell of.

Two mentions tell of the same event when their act, their parties in the right direction, their days and their place can be
one; any of these that cannot is a gate, whatever the rest says. Mentions come in order of publication and are compared only
with what was published before them, so a record built from the first half of an archive links that half as the whole does.
"""

from dateline.links.events.linker import THRESHOLD, EventLinker

__all__ = ["THRESHOLD", "EventLinker"]
