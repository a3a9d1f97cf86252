"""Words in the form that their forms share, and how much they tell; titles without what outlets add."""

from __future__ import annotations

import pytest

from dateline.resources.tables import cells, read_table
from dateline.resources.terms import terms_in, weight
from dateline.resources.titles import plain_title


def stems(text: str) -> list[str | None]:
    return [term.stem if term else None for term in terms_in(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("attack", "attacked"), ("attacks", "attacking"), ("city", "cities"), ("stop", "stopped"), ("strike", "striking")],
)
def test_forms_of_a_word_share_a_term(one: str, other: str) -> None:
    assert stems(one) == stems(other)


@pytest.mark.parametrize(("one", "other"), [("press", "pre"), ("king", "k"), ("2019", "2020"), ("crane", "cranberry")])
def test_other_words_have_other_terms(one: str, other: str) -> None:
    assert stems(one) != stems(other)


def test_words_that_say_little_keep_their_place() -> None:
    assert stems("The dam was opened") == [None, "dam", None, "open"]


@pytest.mark.parametrize("text", ["", "¶ † ‡", "\u202e\u0000", "ﷺ"])
def test_odd_text_has_no_terms_or_odd_ones(text: str) -> None:
    assert all(stem is None or stem for stem in stems(text))


def test_rarer_words_weigh_more() -> None:
    assert weight("day") < weight("minister") < weight("spillway")


def test_each_word_of_the_news_is_listed_once_and_the_commonest_first() -> None:
    rows = read_table("news_words.tsv")
    words = [word for row in rows for word in cells(row["words"])]
    assert len(words) == len(set(words))
    assert all(word == word.lower() for word in words)
    percents = [float(row["percent"]) for row in rows]
    assert percents == sorted(percents, reverse=True)


@pytest.mark.parametrize(
    ("title", "outlet", "plain"),
    [
        ("VIDEO: Orlo dam holds", None, "Orlo dam holds"),
        ("[Live] Orlo dam holds", None, "Orlo dam holds"),
        ("Orlo dam holds | World news | The Guardian", None, "Orlo dam holds"),
        ("Orlo dam holds - Valley Post", "valleypost.example", "Orlo dam holds"),
        ("Orlo dam: cracks wider than thought", None, "Orlo dam: cracks wider than thought"),
        ("Dam holds - for now", None, "Dam holds - for now"),
        ("Reuters", None, "Reuters"),
        ("Video", None, "Video"),
        ("", None, ""),
    ],
)
def test_title_loses_what_the_outlet_added(title: str, outlet: str | None, plain: str) -> None:
    assert plain_title(title, outlet) == plain
