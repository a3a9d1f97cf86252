"""The file of newer office holders."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from urllib.error import URLError

import pytest

from dateline.errors import SourceError
from dateline.pipeline.refreshing import update_resources
from dateline.resources.addition_files import read_additions
from tests.sources.test_wikidata import Recorded, Server


def test_file_is_one_that_the_setting_reads(tmp_path: Path) -> None:
    path = tmp_path / "wikidata.csv"
    rows = update_resources(path, date(2031, 1, 1), cache=tmp_path / "cache", waiting=Server(Recorded()).waiting)
    assert rows == len(read_additions(str(path))) == 8


def test_file_stays_as_it_was_when_nobody_answers(tmp_path: Path) -> None:
    path = tmp_path / "wikidata.csv"
    path.write_text("what,name\n", encoding="utf-8")
    with pytest.raises(SourceError):
        update_resources(path, None, cache=tmp_path, waiting=Server(URLError("no route")).waiting)
    assert path.read_text(encoding="utf-8") == "what,name\n"
