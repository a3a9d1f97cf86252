"""dateline search: reports by their words."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from dateline.cli.options import AsJson, AsOf, Reports, StorePath, day, open_record
from dateline.cli.printing import console, nothing, print_json


def run(
    query: Annotated[str, typer.Argument(help='Words, a "phrase", OR, NOT, or a beginning*.', show_default=False)],
    reports: Reports = None,
    store: StorePath = None,
    as_of: AsOf = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="Reports to print at the most.")] = 20,
    as_json: AsJson = False,
) -> None:
    """Search the full text of the reports, best match first.

    Examples:

        dateline search "ceasefire" --store r.db

        dateline search '"position paper" NOT Gaza' --store r.db --as-of 2023-03-20
    """
    with open_record(reports, store) as record:
        hits = record.search(query, as_of=day(as_of), limit=limit)
        if as_json:
            print_json(hits.rows())
        for hit in [] if as_json else hits:
            document = hit.document
            head = " · ".join(
                str(part) for part in (document.dated or "undated", document.outlet, document.title) if part
            )
            console().print(Text.assemble((document.name, "bold"), "  ", (head, "dim")))
            console().print(_marked(hit.snippet))
        if not len(hits):
            nothing(f"no report matches {query!r}")


def _marked(snippet: str) -> Text:
    text = Text("  ")
    for number, part in enumerate(" ".join(snippet.split(" ")).replace("\n", " ").split("\x01")):
        found, _, rest = part.partition("\x02") if number else ("", "", part)
        text.append(found, style="bold yellow")
        text.append(rest)
    return text
