"""Small records, and the application that shows them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dateline.serve import ServeOptions, create_app
from dateline.store import Store
from tests import records
from tests.serve import stores

ADDRESS = "http://127.0.0.1:8731"


@pytest.fixture(scope="session")
def small_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store of two reports, of which the second tells that what the first announced has happened."""
    path = tmp_path_factory.mktemp("serve") / "small.db"
    first = records.report("Norway will visit Peru.", id="a", published_at="2023-03-17", outlet="Post", title="A visit")
    second = records.report("Norway visited Peru.", id="b", published_at="2023-03-20", outlet="Herald")
    with Store(path, create=True) as store:
        for report, modality in ((first, records.Modality.PLANNED), (second, records.Modality.OCCURRED)):
            telling = records.telling(report, happened=records.days("2023-03-19"), modality=modality)
            records.fill(store, report, tellings=[telling], events=["evt:1"])
    return path


@pytest.fixture
def client(small_store: Path) -> Iterator[TestClient]:
    """Return a client of the application that everyone on this machine may ask."""
    with TestClient(create_app(small_store), base_url=ADDRESS) as made:
        yield made


@pytest.fixture
def guarded(small_store: Path) -> Iterator[TestClient]:
    """Return a client of the application that a token opens."""
    app = create_app(small_store, options=ServeOptions(token="open sesame"))
    with TestClient(app, base_url=ADDRESS, follow_redirects=False) as made:
        yield made


@pytest.fixture(scope="session")
def web_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store with something of everything that pages show, in hostile words."""
    return stores.make(tmp_path_factory.mktemp("web") / "web.db")


@pytest.fixture(scope="session")
def pages(web_store: Path) -> Iterator[TestClient]:
    """Return a client of the application that shows it."""
    with TestClient(create_app(web_store), base_url=ADDRESS) as made:
        yield made
