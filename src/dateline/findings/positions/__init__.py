"""Where people and states stand on a matter: who is for or against what, on what condition, in which words.

In: sentences, mentions, quotations and event mentions of one document. Out: Position.
Refuses: to take an outlet's own wording for a position, and to give one to somebody who is not named.
"""

from dateline.findings.positions.finder import PositionFinder

__all__ = ["PositionFinder"]
