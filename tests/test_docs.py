"""What the documentation shows exists, and what exists is in the documentation."""

from __future__ import annotations

import re
import shlex
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest
import typer.main

import dateline
from dateline.cli import app as cli
from dateline.cli import printing
from dateline.resources import tables
from dateline.settings import Settings
from dateline.views.tables import Table
from docs.reference import generate
from docs.shown import DOCS, ROOT, Page, make_folder, make_store

TABLES = sorted((Path(tables.__file__).parent / "tables").glob("*.tsv"))
MARKDOWN = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]
COMMANDS: dict[str, Any] = typer.main.get_command(cli.app).commands  # type: ignore[attr-defined]
RUN = [ROOT / "README.md", DOCS / "how-to" / "use-from-python.md", DOCS / "reference" / "exit-codes.md"]
"""The pages that are run here; `python docs/shown.py` runs them all."""

BLOCK = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
SHOWN_COMMAND = re.compile(r"^(?:    )?(?:[$>] )?.*?\bdateline (.*)$", re.MULTILINE)
ALWAYS = {"--help", "-h", "--version", "--install-completion"}


def page_name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def text_of(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def options(name: str) -> list[str]:
    return [option for parameter in COMMANDS[name].params for option in (*parameter.opts, *parameter.secondary_opts)]


# What exists is in the documentation


@pytest.mark.parametrize("name", sorted(generate.pages()))
def test_generated_page_is_current(name: str) -> None:
    assert text_of(f"reference/{name}") == generate.pages()[name], "run: python docs/reference/generate.py"


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_has_a_section_with_its_options(name: str) -> None:
    section = text_of("reference/commands.md").partition(f"\n## {name}\n")[2].partition("\n## ")[0]
    missing = [option for option in options(name) if option.startswith("-") and f"`{option}`" not in section]
    assert section
    assert missing == []


def test_every_setting_is_documented_with_its_name_in_the_environment() -> None:
    page = text_of("reference/settings.md")
    assert [name for name in Settings.model_fields if f"`DATELINE_{name.upper()}`" not in page] == []


def test_every_public_name_and_method_is_documented() -> None:
    page = text_of("reference/python-api.md")
    methods = [
        f"{kind.__name__}.{name}"
        for kind in (dateline.Record, Table)
        for name, member in vars(kind).items()
        if not name.startswith("_") and callable(member)
    ]
    names = [f"dateline.{name}" for name in dateline.__all__]
    assert [name for name in names if name not in page and f"## {name.removeprefix('dateline.')}" not in page] == []
    assert [method for method in methods if method not in page] == []


def test_every_key_of_the_public_formats_is_documented() -> None:
    source = (ROOT / "src/dateline/views/annotation.py").read_text("utf-8")
    keys = set(re.findall(r'^ +"(\w+)":', source, re.MULTILINE))
    assert "goldstein" in keys
    assert [key for key in sorted(keys) if f"`{key}`" not in text_of("reference/formats.md")] == []


@pytest.mark.parametrize("code", [printing.FAILED, printing.MISUSED, printing.PARTIAL, printing.NOTHING_FOUND])
def test_every_exit_code_is_documented(code: int) -> None:
    assert f"\n| {code} |" in text_of("reference/exit-codes.md")


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.stem)
def test_every_table_is_documented_with_its_source_and_licence(table: Path) -> None:
    section = text_of("reference/tables.md").partition(f"\n## {table.name}\n")[2].partition("\n## ")[0]
    assert "Source:" in section or "written for dateline" in section
    assert "Licence:" in section


def test_every_table_of_the_store_is_documented() -> None:
    page = text_of("reference/store.md")
    schema = (ROOT / "src/dateline/store/schema.py").read_text("utf-8")
    names = re.findall(r'Table\(\s*"(\w+)"', schema)
    assert names
    assert [name for name in names if f"`{name}`" not in page] == []


# What the documentation shows exists


@pytest.mark.parametrize("page", MARKDOWN, ids=page_name)
def test_links_inside_the_documentation_lead_somewhere(page: Path) -> None:
    text = BLOCK.sub("", page.read_text("utf-8"))
    broken = [link for link in LINK.findall(text) if "://" not in link and not leads_somewhere(page, link)]
    assert broken == []


def leads_somewhere(page: Path, link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = (page.parent / path).resolve() if path else page
    return target.exists() and (not anchor or anchor in anchors(target))


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", BLOCK.sub("", page.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def test_every_page_is_in_the_navigation_of_the_site() -> None:
    config = (ROOT / "zensical.toml").read_text("utf-8")
    pages = [str(page.relative_to(DOCS)) for page in DOCS.rglob("*.md")]
    assert [page for page in pages if f'"{page}"' not in config] == []


@pytest.mark.parametrize("page", MARKDOWN, ids=page_name)
def test_commands_shown_have_the_options_they_are_shown_with(page: Path) -> None:
    blocks = "\n".join(
        BLOCK.findall(page.read_text("utf-8")) + re.findall(r"^    .*$", page.read_text("utf-8"), re.MULTILINE)
    )
    wrong = [shown for shown in SHOWN_COMMAND.findall(blocks) if is_command(shown) and unknown_options(shown)]
    assert wrong == []


def is_command(shown: str) -> bool:
    return shown.split(" ")[0] in COMMANDS


def unknown_options(shown: str) -> list[str]:
    words = list(shlex.shlex(shown.partition("|")[0].partition(";")[0], posix=True, punctuation_chars="&<>"))
    known = {*options(words[0]), *ALWAYS}
    given = re.findall(r"(?<=\s)--?[a-z][a-z-]*", shown.partition("|")[0].partition(";")[0])
    return [option for option in given if option not in known]


def test_settings_file_shown_holds_every_setting_at_its_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (block,) = re.findall(r"```toml\n(.*?)```", text_of("reference/settings.md"), re.DOTALL)
    (tmp_path / "dateline.toml").write_text(block, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert Settings() == Settings.model_construct()


def test_settings_shown_for_a_new_stage_keep_the_stages_but_the_one_it_replaces() -> None:
    (block,) = re.findall(r'```toml title="dateline.toml"\n(.*?)```', text_of("how-to/add-a-stage.md"), re.DOTALL)
    shown = tuple(tomllib.loads(block)["annotators"])
    default = Settings.model_fields["annotators"].default
    assert shown[:-1] == tuple(name for name in default if name != "places.gazetteer")


# What the documentation shows is what comes out


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_store(tmp_path_factory.mktemp("demo"))


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("jq") is None, reason="the pages use jq")
@pytest.mark.parametrize("page", RUN, ids=page_name)
def test_page_shows_what_comes_out(page: Path, store: Path, tmp_path: Path) -> None:
    text = page.read_text("utf-8")
    rendered = Page(make_folder(tmp_path, store)).rendered(text)
    assert rendered == text, "run: python docs/shown.py --update"


def test_output_under_a_command_is_replaced_by_what_comes_out(tmp_path: Path) -> None:
    page = "```console\n$ echo one\nstale\n$ printf 'two  \\n'\n```\n"
    assert Page(tmp_path).rendered(page) == "```console\n$ echo one\none\n$ printf 'two  \\n'\ntwo\n```\n"


def test_text_under_python_is_what_it_prints(tmp_path: Path) -> None:
    page = "```python\nprint(1 + 1)\n```\n\n```text\n```\n"
    assert Page(tmp_path).rendered(page) == page.replace("```text\n", "```text\n2\n")


def test_id_in_a_command_is_that_of_the_comment_above(tmp_path: Path) -> None:
    page = "<!-- id: echo evt:0123456789 -->\n```console\n$ echo evt:ffff\n```\n"
    assert Page(tmp_path).rendered(page) == page.replace("$ echo evt:ffff\n", "$ echo evt:0123\nevt:0123\n")
