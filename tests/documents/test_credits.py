"""Credits."""

from __future__ import annotations

import pytest

from dateline.documents.credits import Credit, byline_agency, closing_agency, read_credit
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


@pytest.mark.parametrize(
    ("end", "agency"),
    [
        ("Source: Xinhua", "Xinhua News Agency"),
        ("— AFP", "Agence France-Presse"),
        ("(With inputs from ANI)", "Asian News International"),
        ("The Associated Press contributed to this report.", "Associated Press"),
        ("Reuters and AFP contributed to this report.", "Reuters"),
        ("Agencies: AP, Reuters", "Associated Press"),
        ("Nobody told Reuters.", None),
        ("It is a long-standing partner - Reuters", None),
        ("Source: the harbour office", None),
        ("Sources: many", None),
    ],
)
def test_words_that_credit_an_agency_at_the_end_are_read(end: str, agency: str | None) -> None:
    assert closing_agency(f"The ministers met on Monday. {end}") == agency


@pytest.mark.parametrize(
    ("head", "agency"),
    [
        ("By Agence France-Presse\nThe ministers met.", "Agence France-Presse"),
        ("Ministers meet\nBy AP and Reuters\nThe ministers met.", "Associated Press"),
        ("BY REUTERS\n\nThe ministers met.", "Reuters"),
        ("By Jane Roe\nThe ministers met.", None),
        ("By the time they met, AFP had reported it.", None),
        ("One\nTwo\nThree\nBy AFP", None),
        ("", None),
    ],
    ids=["alone", "two", "capitals", "a person", "a sentence", "too far down", "empty"],
)
def test_byline_of_a_known_agency_is_read(head: str, agency: str | None) -> None:
    assert byline_agency(head) == agency
