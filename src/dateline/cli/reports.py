"""dateline reports: what the record rests on."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli.options import AsJson, AsOf, Limit, Reports, StorePath, day, open_record
from dateline.cli.printing import print_table


def run(
    reports: Reports = None,
    store: StorePath = None,
    outlet: Annotated[str | None, typer.Option(help="Only reports of this outlet.", show_default=False)] = None,
    as_of: AsOf = None,
    limit: Limit = None,
    as_json: AsJson = False,
) -> None:
    """Print the reports of a record in the order in which they became known.

    Example:

        dateline reports --store r.db --as-of 2023-03-18
    """
    with open_record(reports, store) as record:
        headings = {
            "published_at": "Published",
            "outlet": "Outlet",
            "agency": "Agency",
            "report": "Report",
            "title": "Title",
            "language": "Language",
            "words": "Words",
        }
        print_table(record.reports(as_of=day(as_of), outlet=outlet), headings, as_json=as_json, limit=limit)
