"""dateline brief: a page on what changed since a day."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.changes import Since, Until
from dateline.cli.options import Reports, StorePath, day, open_record
from dateline.cli.printing import console
from dateline.views.briefs import render_brief


class Form(StrEnum):
    """The forms of a page."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


def run(
    since: Since,
    until: Until = None,
    reports: Reports = None,
    store: StorePath = None,
    ahead: Annotated[int, typer.Option(min=0, help="How many days ahead to look for what is due.")] = 14,
    form: Annotated[Form, typer.Option("--format", "-f", help="The form of the page.")] = Form.TEXT,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Where to; else standard output.")] = None,
) -> None:
    """Write a page for a reader who was away: what is new, changed, confirmed, disputed, due and overdue.

    Examples:

        dateline brief --since 2023-03-17 --to 2023-03-21 --store r.db

        dateline brief --since 2023-03-17 --format html -o brief.html --store r.db
    """
    with open_record(reports, store) as record:
        first, last = day(since), day(until)
        try:
            page = render_brief(record.brief(since=first, until=last, ahead=ahead), form.value)
        except ValueError as error:
            raise typer.BadParameter(str(error)) from error
    if output is not None:
        output.write_text(page, encoding="utf-8")
        console(stderr=True).print(f"written to {output}")
    else:
        console().print(page, soft_wrap=True, end="")
