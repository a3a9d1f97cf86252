"""dateline explain: why an event is coded as it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Annotated

import typer
from rich.text import Text

from dateline.cli.disagreements import print_disagreement
from dateline.cli.options import AsJson, AsOf, Reports, StorePath, day, open_record
from dateline.cli.printing import console, print_json
from dateline.cli.show import marked_sentence
from dateline.model import Event
from dateline.model.disagreements import Disagreement
from dateline.views.explaining import Explanation
from dateline.views.record import Record


def run(
    event: Annotated[str, typer.Argument(help="The id of an event or of an event mention, or its beginning.")],
    reports: Reports = None,
    store: StorePath = None,
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """Print, for each telling of an event, the sentence with its roles marked and why it is coded so; then where they disagree.

    Example:

        dateline explain evt:2b7e --store r.db
    """
    with open_record(reports, store) as record:
        found = record.explain(event, as_of=day(as_of))
        disagreements = _disagreements(record, event, day(as_of))
        if as_json:
            print_json([_written(one, disagreements) for one in found])
            return
        for one in found:
            console().print(Text.assemble((one.document.name, "bold"), (f"  {one.mention.id}", "dim")))
            console().print(marked_sentence(one.mention))
            for what, words in one.lines:
                console().print(Text.assemble((f"{what:>14}  ", "dim"), words))
            console().print()
        for disagreement in disagreements:
            print_disagreement(disagreement)
            console().print()


def _disagreements(record: Record, name: str, as_of: date | None) -> Sequence[Disagreement]:
    """Return the disagreements about an event; of a single mention there are none to tell."""
    found = record.find(name, as_of=as_of)
    return list(record.disagreements(event=found.id, as_of=as_of)) if isinstance(found, Event) else []


def _written(one: Explanation, disagreements: Iterable[Disagreement]) -> dict[str, object]:
    sides = [(found, side) for found in disagreements for side in found.sides]
    taken = [
        {"id": found.id, "kind": str(found.kind), "says": side.says}
        for found, side in sides
        if any(told.mention.id == one.mention.id for told in side.tellings)
    ]
    return {"mention": one.mention.id, "report": one.document.name, **dict(one.lines), "disagreements": taken}
