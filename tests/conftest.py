"""What every test runs under: no colour, no settings of whoever runs them, and the same Hypothesis examples every time."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

settings.register_profile("dateline", deadline=None, derandomize=True, database=None, max_examples=60)
settings.load_profile("dateline")


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("DATELINE_")]:
        monkeypatch.delenv(name)
