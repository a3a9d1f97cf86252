"""dateline turns dated news reports about states and leaders into a record that can be questioned.

record = dateline.read("reports/")
record.timeline(as_of="2023-03-18")
"""

from dateline.api import annotate, annotate_reports, build, examples, extract, judge, open_record, read, resolve
from dateline.errors import (
    DatelineError,
    DocumentError,
    NotFoundError,
    SettingsError,
    SourceError,
    StageError,
    StoreBusyError,
    StoreError,
)
from dateline.settings import Settings
from dateline.views.record import Record

__version__ = "0.1.0"

__all__ = [
    "DatelineError",
    "DocumentError",
    "NotFoundError",
    "Record",
    "Settings",
    "SettingsError",
    "SourceError",
    "StageError",
    "StoreBusyError",
    "StoreError",
    "__version__",
    "annotate",
    "annotate_reports",
    "build",
    "examples",
    "extract",
    "judge",
    "open_record",
    "read",
    "resolve",
]
