"""dateline judgements: what people have judged."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli.options import AsJson, Limit, StorePath, open_record
from dateline.cli.printing import print_table


def run(
    store: StorePath = None,
    retracted: Annotated[bool, typer.Option("--retracted", help="Also those that were taken back.")] = False,
    limit: Limit = None,
    as_json: AsJson = False,
) -> None:
    """Print what people have judged same or different or have put right, with author and reason.

    Example:

        dateline judgements --store r.db
    """
    with open_record(None, store) as record:
        headings = {
            "verdict": "Judged",
            "left": "Of",
            "right": "And",
            "name": "Name",
            "report": "In report",
            "author": "By",
            "why": "Why",
            "judged_at": "At",
            "retracted_at": "Taken back",
            "id": "Id",
        }
        print_table(record.judgements(retracted=retracted), headings, as_json=as_json, limit=limit)
