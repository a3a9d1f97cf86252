"""Run what the pages show, and compare what is shown under it with what comes out.

    python docs/shown.py             check every page
    python docs/shown.py --update    write what comes out into the pages; read the diff

In a page, a `console` block holds commands (after "$ ") with their output; a `python` block runs in one namespace for the
page, and a `text` block right under it is what it prints; a block with a `title` is a file of that name. A comment
`<!-- run: COMMAND -->` prepares something. `<!-- id: COMMAND -->` over a console block gives the id that its commands name,
since ids change with the stages. Pages run in an empty folder with the example reports and the demo's store.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import dateline

DOCS = Path(__file__).parent
ROOT = DOCS.parent
PAGES = (
    ROOT / "README.md",
    DOCS / "tutorial.md",
    *sorted((DOCS / "how-to").glob("*.md")),
    DOCS / "reference" / "exit-codes.md",
    DOCS / "reference" / "formats.md",
)
WIDTH = 90

_PIECE = re.compile(
    r'^```(?P<kind>console|python|text|toml)(?: title="(?P<title>[^"]+)")?\n(?P<body>.*?)^```$'
    r"|^<!-- (?P<order>run|id): (?P<command>.*?) -->$",
    re.MULTILINE | re.DOTALL,
)
_COMMAND = re.compile(r"^\$ .*(?:\n> .*)*", re.MULTILINE)
_ID = re.compile(r"\b(evt|men|quo|doc):[0-9a-f]{4,16}")
_ID_SHOWN = 4 + len("evt:")


@dataclass
class Page:
    """A page being run in a folder: its namespace, and what its last Python block printed."""

    folder: Path
    names: dict[str, Any] = field(default_factory=lambda: {"__name__": "__page__"})
    printed: str | None = None
    id: str | None = None

    def rendered(self, text: str) -> str:
        """Return the page with what its blocks give now."""
        return _PIECE.sub(self._piece, text)

    def _piece(self, piece: re.Match[str]) -> str:
        if piece["order"]:
            output = self._shell(piece["command"]).strip()
            self.id = output[:_ID_SHOWN] if piece["order"] == "id" else self.id
            return piece[0]
        body = piece["body"]
        if piece["title"]:
            path = self.folder / piece["title"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(body, "utf-8")
        elif piece["kind"] == "console":
            body = "".join(self._commands(body))
        elif piece["kind"] == "python":
            self.printed = self._python(body)
        elif piece["kind"] == "text" and self.printed is not None:
            body, self.printed = self.printed, None
        return piece[0].replace(f"\n{piece['body']}```", f"\n{body}```") if body != piece["body"] else piece[0]

    def _commands(self, body: str) -> Iterator[str]:
        for command in _COMMAND.findall(body):
            shown = _ID.sub(self.id, command) if self.id else command
            output = self._shell(re.sub(r"\n> ", "\n", shown.removeprefix("$ ")))
            yield f"{shown}\n{_trimmed(output)}"
        self.id = None

    def _shell(self, command: str) -> str:
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        kept = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
        environment = kept | {
            "PATH": path,
            "COLUMNS": str(WIDTH),
            "NO_COLOR": "1",
            "PYTHONPATH": os.pathsep.join([str(self.folder / ".added"), str(ROOT / "src")]),
        }
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=self.folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        if "Traceback (most recent call last)" in done.stdout:
            raise RuntimeError(f"{command!r} ended with a traceback:\n{done.stdout}")
        return done.stdout

    def _python(self, body: str) -> str:
        printed = io.StringIO()
        with chdir(self.folder), redirect_stdout(printed):
            exec(compile(body, "<page>", "exec"), self.names)
        return _trimmed(printed.getvalue())


def _trimmed(output: str) -> str:
    return "".join(f"{line.rstrip()}\n" for line in output.splitlines())


def make_folder(folder: Path, store: Path) -> Path:
    """Prepare a folder for a page: the example reports, and a copy of the demo's store."""
    (folder / "examples").symlink_to(ROOT / "examples")
    shutil.copy(store, folder / "demo.db")
    return folder


def make_store(folder: Path) -> Path:
    """Build the demo's store in *folder* and return its path."""
    dateline.build(dateline.examples(), folder / "demo.db")
    return folder / "demo.db"


def main() -> int:
    """Check the pages, or update them; returns 1 when one is not current."""
    stale = 0
    with tempfile.TemporaryDirectory() as name:
        store = make_store(Path(name))
        for page in PAGES:
            with tempfile.TemporaryDirectory() as work:
                text = page.read_text("utf-8")
                rendered = Page(make_folder(Path(work), store)).rendered(text)
            if rendered != text:
                stale += 1
                sys.stderr.write(f"{page.relative_to(ROOT)} is not current\n")
                if "--update" in sys.argv:
                    page.write_text(rendered, "utf-8")
    return 1 if stale and "--update" not in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
