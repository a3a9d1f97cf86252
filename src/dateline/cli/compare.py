"""dateline compare: another coder's events beside ours."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline import api
from dateline.cli.options import AsJson, AsOf, Limit, StorePath, day, open_record
from dateline.cli.printing import PARTIAL, print_table
from dateline.model import Failure
from dateline.views.exchange.comparing import By


def run(
    theirs: Annotated[Path, typer.Argument(help="Their table: GDELT 2, ICEWS, PLOVER (POLECAT) or CAMEO dyads.")],
    store: StorePath = None,
    by: Annotated[By, typer.Option(help="What to count agreement by.")] = By.TYPE,
    as_of: AsOf = None,
    limit: Limit = None,
    as_json: AsJson = False,
) -> None:
    """Count how many events another coder's table and the record have in common.

    An event is the same when pair and type are and the days are at most one apart. Only days that both cover are counted.

    Examples:

        dateline compare theirs.tsv --store r.db

        dateline compare 20230320.export.CSV --store r.db --by dyad --json
    """
    with open_record(None, store) as record:
        read = list(api.read_dyads(theirs))
        failures = [found for found in read if isinstance(found, Failure)]
        headings = {
            "what": by.value.capitalize(),
            "ours": "Ours",
            "theirs": "Theirs",
            "both": "Both",
            "of_ours": "Of ours",
            "of_theirs": "Of theirs",
        }
        dyads = [found for found in read if not isinstance(found, Failure)]
        print_table(record.compare(dyads, by=by, as_of=day(as_of)), headings, as_json=as_json, limit=limit)
    for failure in failures[:5]:
        typer.echo(f"{failure.path}:{failure.line}: {failure.message}", err=True)
    if failures:
        typer.echo(f"{len(failures)} lines could not be read", err=True)
        raise typer.Exit(PARTIAL)
