"""Raw reports to documents.

In: RawReport, its fields as a source states them. Out: Document, with its dateline, parts, language and document time;
Failure for what is no report. Refuses: to read files, to change a text, to take a date from anywhere without saying so.
"""

from dateline.documents.reading import DocumentReader

__all__ = ["DocumentReader"]
