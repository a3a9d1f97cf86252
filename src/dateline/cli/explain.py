"""dateline explain: why an event is coded as it is."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from dateline.cli.options import AsJson, AsOf, Reports, StorePath, day, open_record
from dateline.cli.printing import console, print_json
from dateline.cli.show import marked_sentence


def run(
    event: Annotated[str, typer.Argument(help="The id of an event or of an event mention, or its beginning.")],
    reports: Reports = None,
    store: StorePath = None,
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """Print, for each telling of an event, the sentence with its roles marked and why it is coded so.

    Example:

        dateline explain evt:2b7e --store r.db
    """
    with open_record(reports, store) as record:
        found = record.explain(event, as_of=day(as_of))
        if as_json:
            print_json([{"mention": one.mention.id, "report": one.document.name, **dict(one.lines)} for one in found])
            return
        for one in found:
            console().print(Text.assemble((one.document.name, "bold"), (f"  {one.mention.id}", "dim")))
            console().print(marked_sentence(one.mention))
            for what, words in one.lines:
                console().print(Text.assemble((f"{what:>14}  ", "dim"), words))
            console().print()
