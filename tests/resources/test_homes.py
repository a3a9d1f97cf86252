from __future__ import annotations

import pytest

from dateline.resources.homes import country_of_outlet


@pytest.mark.parametrize(
    ("outlet", "url", "country"),
    [
        pytest.param("Agence France-Presse", None, "FRA", id="name"),
        pytest.param("AFP", None, "FRA", id="short-name"),
        pytest.param("reuters.com", None, "GBR", id="domain-as-outlet"),
        pytest.param(None, "https://graphics.reuters.com/a", "GBR", id="domain-of-a-page"),
        pytest.param(None, "https://news.example.co.nz:80/1", "NZL", id="ending"),
        pytest.param(None, "http://user@example.co.uk/1", "GBR", id="ending-of-the-united-kingdom"),
        pytest.param("example.com", "https://example.tv/1", "", id="endings-that-tell-nothing"),
        pytest.param("An Unknown Paper", None, "", id="unknown"),
        pytest.param("", "", "", id="empty"),
        pytest.param(None, "http://[", "", id="broken-address"),
        pytest.param(None, None, "", id="none"),
    ],
)
def test_country_of_an_outlet_is_told_by_name_or_address(outlet: str | None, url: str | None, country: str) -> None:
    assert country_of_outlet(outlet, url) == country
