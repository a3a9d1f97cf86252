"""Finds who did what to whom: PLOVER events, from a lexicon of frames over parsed sentences.

In: sentences, entity mentions, time expressions and predicates. Out: EventMention. Refuses: to code a plan, a denial or a mere
statement as a deed, and to guess a party or a day that the clause does not give.
"""

from dateline.findings.events.finder import EventFinder

__all__ = ["EventFinder"]
