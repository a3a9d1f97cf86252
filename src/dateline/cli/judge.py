"""dateline judge: say for good that two things are the same, or that they are not."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dateline import api
from dateline.cli.options import DEFAULT_STORE, AsJson
from dateline.cli.printing import console, print_json, progress
from dateline.views import rows


class Ruling(StrEnum):
    """What can be judged."""

    SAME = "same"
    DIFFERENT = "different"
    UNDO = "undo"


_VERDICTS = {Ruling.SAME: "positive", Ruling.DIFFERENT: "negative"}


def run(
    ruling: Annotated[Ruling, typer.Argument(help="same, different, or undo to take a judgement back.")],
    left: Annotated[
        str, typer.Argument(help="An entity, event or event mention (id or name); to undo: a judgement's id.")
    ],
    right: Annotated[str | None, typer.Argument(help="The entity or event that it is, or is not.")] = None,
    within: Annotated[
        str | None, typer.Option("--in", help="Only in this report; `different` then needs no second name.")
    ] = None,
    why: Annotated[str, typer.Option(help="The reason, kept with the judgement.", show_default=False)] = "",
    author: Annotated[str, typer.Option(help="Who judges.")] = "user",
    store: Annotated[
        Path, typer.Option("--store", "-s", help="The store to correct.", envvar="DATELINE_STORE")
    ] = DEFAULT_STORE,
    as_json: AsJson = False,
) -> None:
    """Judge that two entities or events are the same, or are not; whatever follows is linked again at once.

    A judgement is kept for good and respected by every rebuild, until it is undone. With `same`, the first is taken to be the
    second, which keeps its name and id.

    Examples:

        dateline judge same "Li Example" "Li Exemple" --why "one minister, two spellings" --store r.db

        dateline judge different "Zhang Wei" --in report-7 --store r.db

        dateline judge different men:1a2b evt:3c4d --store r.db

        dateline judge undo jud:5e6f --store r.db
    """
    if ruling is not Ruling.UNDO and right is None and (within is None or ruling is Ruling.SAME):
        raise typer.BadParameter(f"`{ruling}` needs two ids or names, or `different` one and --in REPORT")
    with progress() as shown:
        if ruling is Ruling.UNDO:
            found = api.retract(left, store=store, progress=shown)
        else:
            found = api.judge(
                _VERDICTS[ruling], left, right, store=store, within=within, author=author, why=why, progress=shown
            )
    if as_json:
        print_json([rows.judgement(found)])
    else:
        said = "taken back" if ruling is Ruling.UNDO else f"judged {ruling}"
        where = f" in {found.document_id}" if found.document_id else ""
        console().print(f"{found.id}: {found.left} and {found.right or 'what is meant'}{where} {said}")
