"""Time expressions: tables of the grammar, matched, then read against the report's time and the tense around them.

In: sentences and the document time. Out: TimeExpression records (TIMEX3 type, value, mod) with the days meant.
Refuses: to give a day where only a month is known, or a value to a date that no calendar holds.
"""

from dateline.annotations.times.annotator import TimeAnnotator

__all__ = ["TimeAnnotator"]
