"""When an undated report can have been written, told from its words alone.

In: an undated document and its sentences. Out: one DocumentTime, with an interval that is as narrow as the words allow and
the reasons for it. Refuses: to guess a day, and to look at any other report.
"""

from dateline.annotations.dating.dater import TextDater

__all__ = ["TextDater"]
