"""A collection of reports on one matter to a timeline: the days that matter, and the sentences that tell them best.

In: each report's sentences and time expressions. Out: entries, every sentence as it stands in its report. Refuses: to write
a sentence of its own, and to name a day that no report names or was published on.
"""

from dateline.links.timelines.assembling import assemble_timeline
from dateline.links.timelines.reading import ReadReport, read_report

__all__ = ["ReadReport", "assemble_timeline", "read_report"]
