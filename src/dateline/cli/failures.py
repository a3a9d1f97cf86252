"""dateline failures: what could not be read or found, and why."""

from __future__ import annotations

from dateline.cli.options import AsJson, Limit, Reports, StorePath, open_record
from dateline.cli.printing import print_table


def run(reports: Reports = None, store: StorePath = None, limit: Limit = None, as_json: AsJson = False) -> None:
    """Print what could not be read or found: file, line, stage and cause. Ends with 4 when there is nothing to print.

    Example:

        dateline failures --store r.db
    """
    with open_record(reports, store) as record:
        headings = {"path": "File", "line": "Line", "stage": "Stage", "error": "Error", "message": "Cause"}
        print_table(record.failures(), headings, as_json=as_json, limit=limit)
