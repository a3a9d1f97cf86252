"""The commands put together, and what becomes of an error."""

from __future__ import annotations

import signal
from importlib.metadata import version
from types import FrameType
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from dateline.cli import (
    annotate,
    brief,
    build,
    changes,
    compare,
    date,
    dedup,
    demo,
    disagreements,
    doctor,
    entities,
    expected,
    explain,
    export,
    extract,
    failures,
    judge,
    judgements,
    link,
    mcp,
    positions,
    quotes,
    relation,
    reports,
    resolve,
    resources,
    search,
    serve,
    show,
    stages,
    stories,
    timeline,
    utterances,
)
from dateline.cli.printing import FAILED, MISUSED, complain, nothing
from dateline.errors import DatelineError, NotFoundError, SettingsError

INTERRUPTED = 128 + signal.SIGINT
TERMINATED = 128 + signal.SIGTERM
"""Exit codes as shells give them to a process that a signal has ended."""


class _Terminated(KeyboardInterrupt):
    """SIGTERM, which ends a command as tidily as Ctrl-C does."""


class Commands(TyperGroup):
    """The group of commands. An error that can be foreseen is one line on stderr, not a traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command; an error that can be foreseen ends it with its exit code: 4 nothing found, 2 wrong settings, 1 else."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as error:
            complain("interrupted; what was committed is safe, and the same command goes on from there")
            raise typer.Exit(TERMINATED if isinstance(error, _Terminated) else INTERRUPTED) from None
        except BrokenPipeError:
            raise  # whoever reads our output has read enough: not for us to complain of
        except NotFoundError as error:
            nothing(str(error))
        except SettingsError as error:
            complain(str(error))
            raise typer.Exit(MISUSED) from error
        except (DatelineError, OSError) as error:
            complain(str(error))
            raise typer.Exit(FAILED) from error
        except UnicodeEncodeError as error:
            complain(f"expected text that can be written as {error.encoding}, got {error.object[:40]!a}")
            raise typer.Exit(FAILED) from error

    def list_commands(self, ctx: Any) -> list[str]:
        """List the commands in the order in which a newcomer meets them."""
        return list(self.commands)


app = typer.Typer(
    name="dateline",
    cls=Commands,
    help="Turn dated news reports about states and leaders into a record that can be questioned.",
    epilog="Begin with: dateline demo",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode="markdown",
    pretty_exceptions_show_locals=False,
)
_PANELS = {
    "Begin": (demo, build, serve),
    "Ask what happened": (timeline, expected, changes, brief, stories, relation, disagreements),
    "Ask who said what, and who is who": (quotes, utterances, positions, entities, resolve),
    "Look closer": (show, explain, search, reports, date),
    "Correct": (judge, judgements, resources),
    "Hand on": (export, compare, mcp),
    "Work on files alone": (annotate, extract, dedup, link),
    "Look after it": (stages, failures, doctor),
}
for panel, commands in _PANELS.items():
    for command in commands:
        app.command(command.__name__.rpartition(".")[2], rich_help_panel=panel)(command.run)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dateline {version('dateline')}")
        raise typer.Exit


@app.callback()
def _options(
    _version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", callback=_print_version, is_eager=True)
    ] = False,
) -> None: ...


def main() -> None:
    """Run the command line."""
    signal.signal(signal.SIGTERM, _terminate)
    app()


def _terminate(_number: int, _frame: FrameType | None) -> None:
    raise _Terminated
