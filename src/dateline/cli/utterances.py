"""dateline utterances: the same words in several reports, and how they differ."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from dateline.cli.options import AsJson, AsOf, Limit, Reports, StorePath, day, open_record
from dateline.cli.printing import console, nothing, print_json, shown_of, tell_rest
from dateline.views.utterances import Utterance, Variant


def run(
    reports: Reports = None,
    store: StorePath = None,
    speaker: Annotated[
        str | None, typer.Option(help="Only this speaker (a name or an id).", show_default=False)
    ] = None,
    about: Annotated[str | None, typer.Option(help="Only words that contain this.", show_default=False)] = None,
    differing: Annotated[bool, typer.Option("--differing", help="Only those that reports word differently.")] = False,
    as_of: AsOf = None,
    limit: Limit = None,
    as_json: AsJson = False,
) -> None:
    """Print what several reports quote of one occasion, each wording beside the fullest, with the words that differ.

    Examples:

        dateline utterances --store r.db --speaker "John Kirby"

        dateline utterances --store r.db --differing
    """
    with open_record(reports, store) as record:
        table = record.utterances(as_of=day(as_of), speaker=speaker, about=about)
        found = [one for one in table if one.differs or not differing]
        shown = shown_of(found, as_json=as_json, limit=limit)
        if as_json:
            print_json([table.row(utterance) for utterance in shown])
        else:
            for utterance in shown:
                _show(utterance)
            tell_rest(len(found) - len(shown))
        if not found:
            nothing("no words that several reports quote found")


def _show(utterance: Utterance) -> None:
    speaker = utterance.speaker.name if utterance.speaker else "?"
    fullest = utterance.fullest.quoted
    console().print(Text.assemble((f"{speaker}: ", "bold"), fullest.words, (f"  {utterance.id}", "dim")))
    for variant in utterance.variants:
        _show_variant(variant)
    console().print()


def _show_variant(variant: Variant) -> None:
    document = variant.quoted.document
    head = " · ".join(str(part) for part in (document.dated, document.outlet, document.name) if part)
    line = Text.assemble(("  ", ""), (head, "bold"))
    for difference in variant.differences:
        line.append_text(
            Text.assemble("; ", (difference.before or "–", "red"), " → ", (difference.after or "–", "green"))
        )
    console().print(line)
