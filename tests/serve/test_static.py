"""The files that pages use: what they are, whose they are, how much they weigh, and that they name no other host."""

from __future__ import annotations

import gzip
import json
import re
from hashlib import sha256

import pytest

from dateline.serve.rendering import HERE, STATIC

MANIFEST = json.loads((STATIC / "vendor" / "manifest.json").read_text("utf-8"))
MOST_KILOBYTES = 500
OURS = [*HERE.joinpath("templates").glob("*.html"), *STATIC.glob("*.*")]


@pytest.mark.parametrize("entry", MANIFEST, ids=lambda entry: entry["file"])
def test_vendored_file_is_the_one_that_was_noted(entry: dict[str, str]) -> None:
    assert sha256((STATIC / "vendor" / entry["file"]).read_bytes()).hexdigest() == entry["sha256"]
    assert entry["licence"]
    assert entry["version"]


def test_every_vendored_file_is_noted() -> None:
    there = {path.name for path in (STATIC / "vendor").iterdir()} - {"manifest.json"}
    assert there == {entry["file"] for entry in MANIFEST}


def test_scripts_styles_and_drawings_weigh_little() -> None:
    size = sum(len(gzip.compress(path.read_bytes())) for path in STATIC.rglob("*") if path.is_file())
    assert size < MOST_KILOBYTES * 1000


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_our_files_name_no_other_host(path: object) -> None:
    text = path.read_text("utf-8")  # type: ignore[attr-defined]
    assert re.findall(r"(?:https?:)?//[\w.-]+\.\w+", text.replace("http://www.w3.org/2000/svg", "")) == []


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_templates_never_switch_escaping_off(path: object) -> None:
    text = path.read_text("utf-8")  # type: ignore[attr-defined]
    assert "|safe" not in text.replace(" ", "")
    assert "autoescape" not in text
