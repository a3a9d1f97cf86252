"""dateline entities: who and what the reports name."""

from __future__ import annotations

from dateline.cli.options import AsJson, AsOf, Limit, Reports, StorePath, day, open_record
from dateline.cli.printing import print_table


def run(
    reports: Reports = None, store: StorePath = None, as_of: AsOf = None, limit: Limit = None, as_json: AsJson = False
) -> None:
    """Print the people, states and bodies of the record, those in most reports first.

    Example:

        dateline entities --store r.db --limit 10
    """
    with open_record(reports, store) as record:
        headings = {
            "name": "Name",
            "type": "Type",
            "country": "Country",
            "reports": "Reports",
            "mentions": "Mentions",
            "aliases": "Also",
            "id": "Id",
        }
        print_table(record.entities(as_of=day(as_of)), headings, as_json=as_json, limit=limit)
