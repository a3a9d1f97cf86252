"""How far two mentions speak for one happening: their words, who stands with them, their sentences, their reports."""

from __future__ import annotations

from dateline.links.mentions.views import MentionView

_ENDINGS = frozenset(
    "|s|e|ed|er|or|ing|ion|tion|ation|ition|sion|ment|al|ance|ence|ure|age|y|th|t|d|n|ant|ent|ive|ery|ist|ism".split("|")
)
_SHORTEST_STEM = 4


def derived(first: str, second: str) -> bool:
    """Say whether one word may be had from the other by changing its ending.

    >>> derived("resign", "resignation"), derived("explode", "explosion"), derived("report", "reply")
    (True, True, False)
    """
    if first == second:
        return True
    length = 0
    for a, b in zip(first, second, strict=False):
        if a != b:
            break
        length += 1
    return length >= _SHORTEST_STEM and first[length:] in _ENDINGS and second[length:] in _ENDINGS
