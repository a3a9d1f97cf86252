"""Addresses of reports."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.documents.addresses import day_in, host_of


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://harbour.example/2023/03/20/talks", date(2023, 3, 20)),
        ("https://harbour.example/world/2023/mar/20/talks", date(2023, 3, 20)),
        ("https://harbour.example/talks-20230320", date(2023, 3, 20)),
        ("https://harbour.example/talks-2023-03-20/", date(2023, 3, 20)),
        ("https://harbour.example/2023/03/20/talks-20230320.html", date(2023, 3, 20)),
        ("https://harbour.example/2023/03/20/a-2023-03-21", None),
        ("https://harbour.example/2023/13/20/talks", None),
        ("https://harbour.example/2023/02/30/talks", None),
        ("https://harbour.example/2023/03/talks", None),
        ("https://harbour.example/id/1202303204", None),
        ("https://harbour.example/2023/0320/talks", None),
        ("", None),
    ],
)
def test_a_day_is_read_only_where_the_address_surely_has_one(url: str, day: date | None) -> None:
    assert day_in(url) == day


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.Harbour.example/a", "harbour.example"),
        ("harbour.example/a", "harbour.example"),
        ("https://news.harbour.example:8080/a", "news.harbour.example"),
        ("talks", None),
        ("http://[broken", None),
        ("", None),
    ],
)
def test_a_host_comes_in_lower_case_without_www(url: str, host: str | None) -> None:
    assert host_of(url) == host
