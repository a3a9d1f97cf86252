"""dateline positions: who stands where on a matter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer
from rich.table import Table as RichTable
from rich.text import Text

from dateline.cli.options import AsJson, AsOf, Limit, Reports, StorePath, day, open_record
from dateline.cli.printing import console, nothing, print_json, shown_of, tell_rest
from dateline.views.positions import Held, matrix_of, sign_of, topic_keys, topics_named
from dateline.views.tables import Table

MOST_COLUMNS = 12
_STYLES = {"+": "green", "-": "red", "±": "yellow"}


def run(
    reports: Reports = None,
    store: StorePath = None,
    about: Annotated[str | None, typer.Option(help="The matter: ceasefire, sanctions, ...", show_default=False)] = None,
    concerning: Annotated[
        str | None, typer.Option(help="Only where it concerns this state or actor.", show_default=False)
    ] = None,
    holder: Annotated[str | None, typer.Option(help="Only this holder (a name or an id).", show_default=False)] = None,
    since: Annotated[str | None, typer.Option(help="Only what was published since.", show_default=False)] = None,
    words: Annotated[bool, typer.Option("--words", help="Under the matrix, the sentence behind every sign.")] = False,
    as_of: AsOf = None,
    limit: Limit = None,
    as_json: AsJson = False,
) -> None:
    """Print who is for (+) or against (-) a matter, by holder and day; an asterisk marks a condition.

    Examples:

        dateline positions --about ceasefire --as-of 2023-03-21 --store r.db

        dateline positions --about sanctions --concerning Russia --words --store r.db
    """
    with open_record(reports, store) as record:
        table = record.positions(
            as_of=day(as_of), about=about, holder=holder, concerning=concerning, since=day(since, first=True)
        )
        if as_json:
            print_json([table.row(held) for held in shown_of(table, as_json=True, limit=limit)])
        elif len(table):
            _print_matrix(table, limit)
            if words:
                for held in table:
                    _print_words(held)
        if not len(table):
            nothing(f"no positions found{_known_matters(about)}")


def _known_matters(about: str | None) -> str:
    """Return the matters that can be asked about, for somebody who asked about another."""
    if about is None or topics_named(about):
        return ""
    return f"; {about!r} is none of the matters: {', '.join(sorted(topic_keys()))}"


def _print_matrix(table: Table[Held], limit: int | None) -> None:
    by_topic: dict[str, list[Held]] = {}
    for held in table:
        by_topic.setdefault(held.position.topic, []).append(held)
    for topic, found in by_topic.items():
        matrix = matrix_of(found, most_columns=MOST_COLUMNS)
        periods = matrix.periods[-MOST_COLUMNS:]
        holders = shown_of(matrix.holders, as_json=False, limit=limit)
        grid = RichTable(topic, *periods, box=None, pad_edge=False, padding=(0, 2, 0, 0))
        for name in holders:
            grid.add_row(name, *(_cell(matrix.cells.get((name, period), ())) for period in periods))
        console().print(grid)
        tell_rest(len(matrix.holders) - len(holders))
        _tell_earlier(matrix.periods[: len(matrix.periods) - len(periods)])
        console().print()


def _tell_earlier(periods: Sequence[str]) -> None:
    if periods:
        console(stderr=True).print(
            f"… {len(periods)} earlier {'column' if len(periods) == 1 else 'columns'} left out, from {periods[0]} to"
            f" {periods[-1]}; --as-of {periods[-1]} shows the last {min(len(periods), MOST_COLUMNS)} of them, --json has all",
            style="dim",
        )


def _cell(held: tuple[Held, ...]) -> Text:
    sign = sign_of(held) if held else ""
    return Text(sign, style=_STYLES.get(sign[:1], ""))


def _print_words(held: Held) -> None:
    head = " · ".join(part for part in (held.day, held.holder, held.report.outlet, held.report.name) if part)
    quote = " ".join(held.position.evidence.quote.split())
    console().print(
        Text.assemble((head, "bold"), (f"  {held.id}", "dim"), f"\n  {sign_of([held])} {held.position.topic}: {quote}")
    )
