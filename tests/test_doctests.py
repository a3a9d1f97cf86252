"""The examples in the docstrings of the package."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest

import dateline

PACKAGE = Path(dateline.__file__).parent
MODULES = [path for path in sorted(PACKAGE.rglob("*.py")) if ">>> " in path.read_text("utf-8")]


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def test_some_modules_have_examples() -> None:
    assert "dateline.model.spans" in map(module_name, MODULES)


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_examples_in_docstrings_give_what_they_show(path: Path) -> None:
    results = doctest.testmod(importlib.import_module(module_name(path)))
    assert results.attempted > 0
    assert results.failed == 0
