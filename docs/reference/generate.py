"""Write the reference pages that follow from the code: commands, settings, Python API, model and tables.

    python docs/reference/generate.py

`tests/test_docs.py` fails while a page differs from what this would write.
"""

from __future__ import annotations

import inspect
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args, get_type_hints

import typer.main
from fastapi import FastAPI

import dateline
from dateline import model
from dateline.cli.app import app
from dateline.mcp.tools import Tools
from dateline.resources import tables
from dateline.resources.tables import packed_table
from dateline.serve import feeds, rest
from dateline.settings import SETTINGS_FILE, Settings
from dateline.views import rows
from dateline.views.tables import Column, Table

HERE = Path(__file__).parent
TABLES = Path(tables.__file__).parent / "tables"
NOTE = "<!-- Written by docs/reference/generate.py. Do not edit: change the code and run it again. -->"


def pages() -> dict[str, str]:
    """Return each generated page by the name of its file."""
    writers: dict[str, Callable[[], Iterable[str]]] = {
        "commands.md": _commands,
        "settings.md": _settings,
        "python-api.md": _python_api,
        "model.md": _model,
        "tables.md": _tables,
        "rest.md": _rest,
        "tools.md": _tools,
    }
    return {name: "\n\n".join([NOTE, *write()]) + "\n" for name, write in writers.items()}


# commands.md


def _commands() -> Iterator[str]:
    group: Any = typer.main.get_command(app)
    yield "# Commands"
    yield (
        "Data goes to standard output, everything else to standard error. How a command ends: [exit codes](exit-codes.md). "
        "`-h` or `--help` after any command prints what stands here."
    )
    cells = [(f"[`{name}`](#{name})", _first_line(command.help)) for name, command in group.commands.items()]
    yield _grid(("command", "what it does"), cells)
    yield "`dateline --version` prints the version. `dateline --install-completion` sets up completion for your shell."
    for registered, (name, command) in zip(app.registered_commands, group.commands.items(), strict=True):
        yield f"## {name}"
        yield from _command(name, command, get_type_hints(registered.callback))


def _command(name: str, command: Any, types: dict[str, Any]) -> Iterator[str]:
    arguments = [parameter for parameter in command.params if parameter.param_type_name == "argument"]
    options = [parameter for parameter in command.params if parameter.param_type_name == "option"]
    usage = " ".join(["dateline", name, *["[OPTIONS]"] * bool(options), *map(_usage, arguments)])
    yield f"    {usage}"
    yield inspect.cleandoc(command.help)
    if arguments:
        yield _grid(("argument", "meaning"), [(f"`{a.name.upper()}`", _meaning(a, types[a.name])) for a in arguments])
    if options:
        yield _grid(("option", "meaning"), [(_option(o, types[o.name]), _meaning(o, types[o.name])) for o in options])


def _usage(argument: Any) -> str:
    name = argument.name.upper() + ("..." if argument.nargs == -1 else "")
    return name if argument.required else f"[{name}]"


def _option(option: Any, kind: Any) -> str:
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    return names if option.is_flag else f"{names} {_value_name(kind)}"


def _value_name(kind: Any) -> str:
    kinds = {Path: "PATH", int: "NUMBER", str: "TEXT"}
    return next((kinds[member] for member in (kind, *get_args(kind)) if member in kinds), "NAME")


def _meaning(parameter: Any, kind: Any) -> str:
    said = [parameter.help or ""]
    if inspect.isclass(kind) and issubclass(kind, StrEnum):
        said.append("One of " + ", ".join(f"`{choice}`" for choice in kind) + ".")
    shown = parameter.show_default if isinstance(parameter.show_default, str) else parameter.default
    if shown not in (None, (), []) and not getattr(parameter, "is_flag", False):
        said.append(f"Default: `{shown}`.")
    if parameter.envvar:
        said.append(f"Also read from `{parameter.envvar}`.")
    return " ".join(said)


# settings.md


def _settings() -> Iterator[str]:
    yield "# Settings"
    yield (
        f"A setting is taken from the first place that gives it: an argument (`--jobs`, or `Settings(jobs=2)` in Python), the "
        f"environment, `{SETTINGS_FILE}` in the working directory, the default. A wrong value ends a command with exit code 2 "
        "and raises `SettingsError` in Python. Names that are not in this table are refused in the file."
    )
    found = Settings.model_fields.items()
    cells = [
        (f"`{name}`", f"`DATELINE_{name.upper()}`", f"`{_toml(field.default)}`", _bounded(field))
        for name, field in found
    ]
    yield _grid(("setting", "environment", "default", "meaning"), cells)
    yield 'Lists are written as JSON in the environment: `DATELINE_ANNOTATORS=\'["entities.tables", "times.rules"]\'`.'
    yield (
        "Two more names in the environment: `DATELINE_STORE` is the store when `--store` is not given, and `NO_COLOR` (any "
        "value) turns colour off."
    )
    yield f"## {SETTINGS_FILE}"
    yield "All settings, at their defaults:"
    yield "```toml\n" + "\n".join(f"{name} = {_toml(field.default)}" for name, field in found) + "\n```"
    yield (
        "`pipeline`, `date_order` and `strict` can change what a stage says of a report; after a change the next build reads "
        "again what rests on them. The others never change an answer, but for `annotators`, `finders` and the linkers, which "
        "say which stages run."
    )


def _bounded(field: Any) -> str:
    limits = {"ge": "at least {}", "le": "at most {}", "pattern": "`{}`"}
    told = [
        text.format(getattr(limit, name))
        for limit in field.metadata
        for name, text in limits.items()
        if getattr(limit, name, None) is not None
    ]
    return f"{field.description}{f' ({_listed(told)})' if told else ''}"


def _listed(told: Sequence[str]) -> str:
    return ", ".join(told)


def _toml(value: object) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(f'"{item}"' for item in value) + "]"
    return json.dumps(value)  # strings, numbers and booleans are written alike in both


# python-api.md


ANSWERS = {
    "reports": rows.REPORT,
    "events, timeline, expected": rows.EVENT,
    "quotations": rows.QUOTATION,
    "entities": rows.ENTITY,
    "relation": rows.RELATION,
    "search": rows.HIT,
    "failures": rows.FAILURE,
}


def _python_api() -> Iterator[str]:
    yield "# Python API"
    yield (
        "These names are what `import dateline` offers; the rest may change without notice. The records in the answers are "
        "described in [the model](model.md)."
    )
    members = {name: getattr(dateline, name) for name in dateline.__all__ if name != "__version__"}
    yield "## Functions"
    for name, member in members.items():
        if inspect.isfunction(member):
            yield from _function(f"dateline.{name}", member)
    yield "## Record"
    yield _prose(dateline.Record)
    yield from _methods(dateline.Record)
    yield "## Table"
    yield _prose(Table)
    yield "A table is a sequence: `len(table)`, `table[0]`, `for record in table`. It has `name` and `columns`."
    yield from _methods(Table)
    yield "It also gives itself to any library that takes Arrow streams (`__arrow_c_stream__`), and to notebooks as HTML."
    yield "### Columns"
    for name, columns in ANSWERS.items():
        yield f"Of {', '.join(f'`{method}`' for method in name.split(', '))}:"
        yield _columns(columns)
    yield "## Settings and version"
    yield "`dateline.Settings`: " + _prose(dateline.Settings) + " See [the settings](settings.md)."
    yield "`dateline.__version__`: the version, a string."
    yield "## Errors"
    errors = {
        name: member for name, member in members.items() if inspect.isclass(member) and issubclass(member, Exception)
    }
    cells = [
        (f"`dateline.{n}`", f"`{e.__mro__[1].__name__}`", _first_line(e.__doc__).replace("``", "`"))
        for n, e in errors.items()
    ]
    yield _grid(("error", "is a", "raised when"), cells)


def _function(name: str, function: Any) -> Iterator[str]:
    yield f"### {name.rpartition('.')[2]}"
    yield f"```python\n{_signature(name, function)}\n```"
    yield _prose(function)


def _methods(kind: type) -> Iterator[str]:
    for name, member in vars(kind).items():
        if not name.startswith("_") and inspect.isfunction(member):
            yield from _function(f"{kind.__name__}.{name}", member)


def _signature(name: str, function: Any) -> str:
    signature = inspect.signature(function)
    parameters = [parameter for parameter in signature.parameters.values() if parameter.name != "self"]
    signature = signature.replace(parameters=parameters)
    text = re.sub(r"'([^']*)'", r"\1", f"{name}{signature}")
    if len(text) <= 100:
        return text
    given = ",\n    ".join(re.sub(r"'([^']*)'", r"\1", str(parameter)) for parameter in _starred(parameters))
    returned = str(signature.return_annotation).strip("'")
    return f"{name}(\n    {given},\n) -> {returned}"


def _starred(parameters: Sequence[inspect.Parameter]) -> Iterator[object]:
    starred = any(parameter.kind is inspect.Parameter.VAR_POSITIONAL for parameter in parameters)
    for parameter in parameters:
        if parameter.kind is inspect.Parameter.KEYWORD_ONLY and not starred:
            starred = True
            yield "*"
        yield parameter


def _columns(columns: Sequence[Column]) -> str:
    return ", ".join(
        f"`{column.name}`" + ("" if column.type == "string" else f" (`{column.type}`)") for column in columns
    )


# model.md


def _model() -> Iterator[str]:
    yield "# The model"
    yield (
        "Records and enums of the package `dateline.model`. Records are frozen dataclasses. Spans are half-open and count "
        "Unicode code points of the document's text. `encode` and `decode` take them to JSON and back."
    )
    members = {name: getattr(model, name) for name in model.__all__}
    yield "## Records"
    for name, member in members.items():
        if is_dataclass(member):
            yield f"### {name}"
            yield _prose(member)
            yield _grid(("field", "type", "default"), list(_fields(member)))
    yield "## Enums"
    for name, member in members.items():
        if inspect.isclass(member) and issubclass(member, StrEnum):
            yield f"### {name}"
            yield _prose(member)
            yield ", ".join(f"`{value}`" for value in member)
    yield "## Protocols and helpers"
    for name, member in members.items():
        if getattr(member, "_is_protocol", False) or name in ("Layers", "MentionIndex") or inspect.isfunction(member):
            yield f"### {name}"
            yield _prose(member)
    yield "`Annotation`, `Finding` and `Record` are unions of the records that stages yield; `QUAD_OF` maps event types to quads."


def _fields(kind: Any) -> Iterator[tuple[str, str, str]]:
    for field in fields(kind):
        default = field.default if field.default is not MISSING else field.default_factory
        yield f"`{field.name}`", f"`{field.type}`", _default(default)


def _default(value: Any) -> str:
    if value is MISSING:
        return ""
    if callable(value):
        return "empty"
    if is_dataclass(value):
        return f"`{type(value).__name__}()`"
    return f"`{str(value)!r}`" if isinstance(value, StrEnum) else f"`{value!r}`"


# tables.md


def _tables() -> Iterator[str]:
    yield "# Tables"
    yield (
        "What dateline knows of words, states, people, offices and grammar stands in tab-separated files under "
        "`src/dateline/resources/tables/`. Each says in its first lines what it holds, where that comes from and under which "
        "licence it may be used. [How to add a row](../how-to/add-a-row.md)."
    )
    for path in sorted((*TABLES.glob("*.tsv"), *TABLES.glob("*.tsv.gz"))):
        head, columns = _head(path)
        yield f"## {path.name}"
        yield "\n".join(f"> {line}".rstrip() for line in head)
        yield "Columns: " + ", ".join(f"`{column}`" for column in columns)


def _head(path: Path) -> tuple[list[str], list[str]]:
    head: list[str] = []
    text = packed_table(path.name).decode() if path.suffix == ".gz" else path.read_text("utf-8")
    for line in text.split("\n"):
        if not line.startswith("#"):
            return head, line.split("\t")
        head.append(re.sub(r"([<>{*])", r"\\\1", line.removeprefix("#").strip()))
    return head, []


# rest.md


REST_RULES = (
    "**Days.** `as_of` answers as of the end of a day (`2023-03-18`), from what was published by then.",
    "**Pages.** Lists are in order of when what they tell of became known, the newest first. `next` is the cursor of the page "
    "after, null at the end, and stands in the header `Link` too; it holds while the record grows. A page that leaves much out "
    "may end early, and still has a `next`.",
    "**Forms.** Lists are JSON, CSV (`text/csv`) or Arrow (`application/vnd.apache.arrow.stream`), by `format` or by `Accept`. "
    "In CSV, a cell that a spreadsheet would take for a formula begins with an apostrophe.",
    "**Tags.** Each answer has an `ETag`; sent back as `If-None-Match`, it is answered with 304 while the record is the same.",
    "**Refusals** are `application/problem+json` with `status`, `title` and `detail`: 401 without the token, 404 for what is "
    "not in the record, 422 for a parameter that is not what it should be, 503 for a question that takes too long.",
)


def _rest() -> Iterator[str]:
    yield "# REST interface"
    yield (
        "What `dateline serve` answers to programs, for reading only. The address and the token are those that the command "
        "prints; send the token as `Authorization: Bearer TOKEN`, or to feeds as `?token=TOKEN`. `/api/v1/openapi.json` "
        "describes the same with schemas and examples."
    )
    yield "\n".join(f"- {line}" for line in REST_RULES)
    described = FastAPI()
    described.include_router(rest.router, prefix="/api/v1")
    described.include_router(feeds.router)
    document = described.openapi()
    named = document["components"]["schemas"]
    routes: dict[str, Any] = {path: operations["get"] for path, operations in document["paths"].items()}
    yield _grid(("route", "answer"), [(f"`{path}`", _first_line(told["description"])) for path, told in routes.items()])
    for path, told in routes.items():
        yield f"## GET {path}"
        yield told["description"]
        if "parameters" in told:
            yield _grid(
                ("parameter", "meaning"), [(f"`{one['name']}`", _asked(one, named)) for one in told["parameters"]]
            )
        forms = told["responses"]["200"]["content"]
        yield "As " + ", ".join(f"`{form}`" for form in forms) + "."


def _asked(parameter: dict[str, Any], named: dict[str, Any]) -> str:
    schemas = [parameter["schema"], *parameter["schema"].get("anyOf", ())]
    parts = [one.get("items", one) for one in schemas]
    chosen = [
        value for one in parts for value in named.get(one.get("$ref", "").rpartition("/")[2], one).get("enum", ())
    ]
    said = [parameter.get("description") or ("Its id or name." if parameter["in"] == "path" else "")]
    said += ["One of " + ", ".join(f"`{value}`" for value in chosen) + "."] if chosen else []
    default = parameter["schema"].get("default")
    said += [f"Default: `{default}`."] if default is not None else []
    said += ["Required."] if parameter["required"] and parameter["in"] == "query" else []
    return " ".join(filter(None, said))


# tools.md


def _tools() -> Iterator[str]:
    yield "# Tools for assistants"
    yield (
        "What `dateline mcp` offers over the Model Context Protocol, as an assistant reads it. "
        "[How to let an assistant ask](../how-to/let-an-assistant-ask.md)."
    )
    for name, tool in inspect.getmembers(Tools, inspect.isfunction):
        if not name.startswith("_") and name != "all":
            yield f"## {name}"
            yield " ".join(inspect.cleandoc(tool.__doc__ or "").split())
            hints = get_type_hints(tool, include_extras=True)
            parameters = [one for one in inspect.signature(tool).parameters.values() if one.name != "self"]
            yield _grid(
                ("parameter", "meaning"), [(f"`{one.name}`", _given(one, hints[one.name])) for one in parameters]
            )


def _given(parameter: inspect.Parameter, hint: Any) -> str:
    said = [
        described for told in getattr(hint, "__metadata__", ()) if (described := getattr(told, "description", None))
    ]
    if parameter.default is inspect.Parameter.empty:
        said.append("Required.")
    elif parameter.default is not None:
        said.append(f"Default: `{parameter.default}`.")
    return " ".join(said)


# What the pages share


def _prose(member: Any) -> str:
    """Return a docstring as Markdown: examples become code blocks."""
    told: list[str] = []
    fenced = False
    for line in inspect.cleandoc(member.__doc__ or "").splitlines():
        if line.startswith(">>>") and not fenced:
            told.append("```pycon")
            fenced = True
        elif not line and fenced:
            told.append("```")
            fenced = False
        told.append(line if fenced else line.replace("``", "`").replace("FORMATS.md", "[the formats](formats.md)"))
    return "\n".join(told + ["```"] * fenced)


def _first_line(text: str | None) -> str:
    return inspect.cleandoc(text or "").partition("\n")[0]


def _grid(head: Sequence[str], cells: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *cells]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def main() -> None:
    """Write the pages and say which have changed."""
    for name, text in pages().items():
        path = HERE / name
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
            sys.stderr.write(f"{path} written\n")


if __name__ == "__main__":
    main()
