"""A world of fake stages for the tests of the pipeline."""

from __future__ import annotations

import pytest

from tests.pipeline.fakes import World, register


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    """Return the fake stages, put into the registry for one test."""
    return register(monkeypatch)
