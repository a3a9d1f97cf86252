"""Readings of words for past, present and future: "now", "recent years", "one day"."""

from __future__ import annotations

from dateline.annotations.times.context import Context, Parts, Reading
from dateline.annotations.times.direction import FUTURE
from dateline.model import Sentence, Token
from dateline.resources.times import beside


def reference(parts: Parts, context: Context) -> Reading | None:
    """Read words for past, present or future, whose value the grammar's row gives."""
    return Reading(value=context.argument)


def era(parts: Parts, context: Context) -> Reading | None:
    """Read "the past", "the future"; not where they stand before a noun ("the past three summers")."""
    return reference(parts, context) if context.head is not None and context.head.pos == "NOUN" else None


def one_day(parts: Parts, context: Context) -> Reading | None:
    """Read "one day" as some day to come where a verb speaks of the future, else as how long something lasts."""
    if context.head is not None and context.direction == FUTURE and _is_beside(context.head, context.sentence):
        return Reading(value="FUTURE_REF", direction=FUTURE)
    return Reading(value="P1D", type="DURATION")


def _is_beside(noun: Token, sentence: Sentence) -> bool:
    """Say whether a noun stands beside a verb as its time: not as its subject, and not as how long it lasts."""
    verb = sentence.head(noun)
    free = noun.dep == "npadvmod" or len(sentence.children(verb, "nsubj", "nsubjpass")) > 1
    return free and verb.lemma.lower() not in beside("lasting")


def adjective(parts: Parts, context: Context) -> Reading | None:
    """Read "current", "recent", "future" where they stand before a noun."""
    if context.head is None or context.head.dep not in ("amod", "compound"):
        return None
    return Reading(value=context.argument)
