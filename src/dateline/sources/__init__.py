"""Files, folders and standard input to raw reports.

In: a path. Out: RawReport, with the text decoded and the fields as the file states them; Failure for what cannot be read.
Refuses: to judge what a report says, to fetch anything, to hold more than one line or one file's text in memory.
"""

from dateline.sources.discovery import find_reports

__all__ = ["find_reports"]
