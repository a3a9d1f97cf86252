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
    DATE = "date"
    CODE = "code"
    SPEAKER = "speaker"
    UNDO = "undo"


_VERDICTS = {Ruling.SAME: "positive", Ruling.DIFFERENT: "negative"}
_UNKNOWN = "unknown"


def run(
    ruling: Annotated[Ruling, typer.Argument(help="What is judged, or undo to take a judgement back.")],
    left: Annotated[
        str, typer.Argument(help="An entity, event, event mention or quotation; to undo: a judgement's id.")
    ],
    right: Annotated[
        str | None, typer.Argument(help="What it is, or is not; `unknown` where the report does not say.")
    ] = None,
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
    """Judge that two entities or events are the same, or are not, or put right a telling's date or code, or a speaker.

    A judgement is kept for good and respected by every rebuild, until it is undone; whatever follows is linked again at once.
    With `same`, the first is taken to be the second, which keeps its name and id. A date is a day, or two with a slash between; a
    code is a PLOVER type with perhaps a mode and a CAMEO code.

    Examples:

        dateline judge same "Li Example" "Li Exemple" --why "one minister, two spellings" --store r.db

        dateline judge different "Zhang Wei" --in report-7 --store r.db

        dateline judge different men:1a2b evt:3c4d --store r.db

        dateline judge date men:1a2b 2023-03-20/2023-03-22 --store r.db

        dateline judge code men:1a2b CONSULT:meet --why "talks, not a deal" --store r.db

        dateline judge speaker quo:7a8b "Li Example" --store r.db

        dateline judge undo jud:5e6f --store r.db
    """
    if right is None and (ruling is Ruling.SAME or (ruling is Ruling.DIFFERENT and within is None)):
        raise typer.BadParameter(f"`{ruling}` needs two ids or names, or `different` one and --in REPORT")
    if right is None and ruling in (Ruling.DATE, Ruling.CODE, Ruling.SPEAKER):
        raise typer.BadParameter(f"`{ruling}` needs what it should be, or `{_UNKNOWN}`")
    with progress() as shown:
        if ruling is Ruling.UNDO:
            found = api.retract(left, store=store, progress=shown)
        elif ruling in _VERDICTS:
            found = api.judge(
                _VERDICTS[ruling], left, right, store=store, within=within, author=author, why=why, progress=shown
            )
        else:
            value = "" if right == _UNKNOWN else right or ""
            found = api.amend(str(ruling), left, value, store=store, author=author, why=why, progress=shown)
    row = rows.judgement(found)
    if as_json:
        print_json([row])
    else:
        console().print(f"{found.id}: {_said(row)}{' (taken back)' if ruling is Ruling.UNDO else ''}")


def _said(row: rows.Row) -> str:
    if row["verdict"] in _VERDICTS:
        where = f" in {row['report']}" if row["report"] else ""
        return f"{row['left']} and {row['right'] or 'what is meant'}{where} judged {row['verdict']}"
    return f"the {row['verdict']} of {row['left']} is {row['name'] or row['right'] or 'not told'}"
