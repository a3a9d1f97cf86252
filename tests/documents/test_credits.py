"""Credits."""

from __future__ import annotations

import pytest

from dateline.documents.credits import Credit, closing_agency, read_credit
from dateline.model import Moment


@pytest.mark.parametrize(
    ("words", "credit"),
    [
        ("AP", Credit(names=("AP",), known=True, agency="Associated Press")),
        ("AP/Reuters", Credit(names=("AP", "Reuters"), known=True, agency="Associated Press")),
        ("BBC", Credit(names=("BBC",), known=True, outlet="BBC News")),
        ("XQS", Credit(names=("XQS",), agency="XQS")),
        (
            "Harbour Post/AFP",
            Credit(names=("Harbour Post", "AFP"), known=True, agency="Agence France-Presse", outlet="Harbour Post"),
        ),
        ("7 June 2022", Credit(day=Moment("2022-06-07"))),
        ("1945", Credit()),
        ("updates throughout", Credit()),
    ],
)
def test_a_credit_names_agency_outlet_and_day(words: str, credit: Credit) -> None:
    assert read_credit(words) == credit


@pytest.mark.parametrize(
    ("end", "agency"),
    [
        ("(AFP)", "Agence France-Presse"),
        (" [Reuters]\n", "Reuters"),
        ("(BBC)", None),
        ("(Oslo)", None),
        ("AFP", None),
        ("", None),
    ],
)
def test_a_credit_at_the_end_names_a_known_agency_only(end: str, agency: str | None) -> None:
    assert closing_agency(f"The ministers met on Monday. {end}") == agency
