"""dateline resolve: words that name an actor to the actor, as of a day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.text import Text

from dateline import api
from dateline.cli.options import AsJson, day, settings_with
from dateline.cli.printing import console, nothing, print_json
from dateline.cli.streaming import write_stream
from dateline.model import Actor, Failure
from dateline.views.actors import render_actor
from dateline.views.record import Record

_CASES = (".jsonl", ".jsonl.gz", ".json")


def run(
    words: Annotated[
        str,
        typer.Argument(
            help="Words that name an actor, or a JSON Lines file of cases; - reads cases from standard input."
        ),
    ],
    as_of: Annotated[
        str | None,
        typer.Option(help="The day (2023-03-20) on which the words are used; else the present.", show_default=False),
    ] = None,
    context: Annotated[str, typer.Option(help="Other words beside them, which tell namesakes apart.")] = "",
    store: Annotated[
        Path | None,
        typer.Option(
            "--store", "-s", help="A store whose reports say who holds an office as well.", show_default=False
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Where the answers to cases go; else standard output.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Say who some words mean on a day: the entity, its state and PLOVER sector, and what the answer rests on.

    A file holds one case a line: {"case": "c1", "text": "Foreign Minister Qin Gang", "date": "2023-03-20"}. Every case gets an
    answer; what cannot be known has no country and no code. Ends with 4 when words given directly mean nobody that is known.

    With --store, reports published by the day tell who held an office that the tables know nobody in, or that they know only until
    the end of 2025.

    Examples:

        dateline resolve "German defence minister" --as-of 2023-03-20

        dateline resolve "the Norwegian trade minister" --as-of 2026-03-20 --store r.db

        dateline resolve cases.jsonl -o resolved.jsonl
    """
    with api.open_record(store) if store is not None else nullcontext() as record:
        if words == "-" or words.endswith(_CASES) or Path(words).is_file():
            write_stream(_answers(words, record), output, doing="Resolving", what="cases")
            return
        actor = api.resolve(words, on=day(as_of), context=context, record=record, settings=settings_with(None))
    if not actor.known:
        nothing(f"{words!r} names no actor that is known")
    if as_json:
        print_json([render_actor(actor)])
    else:
        _print(actor)


def _answers(path: str, record: Record | None) -> Iterator[dict[str, Any] | Failure]:
    for found in api.resolve_cases(path, record=record, settings=settings_with(None)):
        yield found if isinstance(found, Failure) else {"case": found[0], **render_actor(found[1])}


def _print(actor: Actor) -> None:
    codes = " ".join(code for code in (actor.country, actor.code, actor.code_2) if code)
    known = actor.name or "not known by name"
    wikidata = f"  {actor.entity.wikidata}" if actor.entity and actor.entity.wikidata else ""
    console().print(Text.assemble((known, "bold"), f"  {actor.type or ''}  {codes}{wikidata}"), soft_wrap=True)
    for ground in actor.grounds:
        console().print(Text(f"  {ground.source}: {ground.words}", style="dim"), soft_wrap=True)
