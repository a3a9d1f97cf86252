"""What a story is called."""

from __future__ import annotations

import pytest

from dateline.links.stories.titles import MOST_TITLES, ranked, title_of
from tests.records import report

TERMS = {"crack": 0.6, "orlo": 0.6, "dam": 0.5, "engineer": 0.1}


@pytest.mark.parametrize(
    ("titles", "best"),
    [
        pytest.param(["Morning briefing", "Cracks in Orlo dam"], "Cracks in Orlo dam", id="says what it is about"),
        pytest.param(["Orlo", "Orlo dam has cracks"], "Orlo dam has cracks", id="one name is no title"),
        pytest.param(
            ["Will Orlo dam hold with cracks?", "Cracks in Orlo dam found by engineers"],
            "Cracks in Orlo dam found by engineers",
            id="tells rather than asks",
        ),
        pytest.param(["Cracks in Orlo dam", "Orlo dam: cracks"], "Cracks in Orlo dam", id="of equals the first"),
        pytest.param(
            ["Cracks in Orlo dam wall grow by the...", "Orlo dam has cracks, engineers find"],
            "Orlo dam has cracks, engineers find",
            id="whole rather than broken off",
        ),
    ],
)
def test_best_title_comes_first(titles: list[str], best: str) -> None:
    found = dict(filter(None, (title_of(report("Text.", title=title)) for title in titles)))
    assert next(iter(ranked(found, TERMS))) == best


def test_headline_goes_before_a_first_sentence_that_says_the_same() -> None:
    text = report("Cracks in Orlo dam.", title=None)
    headline = report("Text.", title="Orlo dam cracks")
    found = dict(filter(None, map(title_of, (text, headline))))
    assert next(iter(ranked(found, TERMS))) == "Orlo dam cracks"


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("Cracks in Orlo: Orlo dam has cracks in its wall", "Orlo dam has cracks in its wall"),
        ("Energy: cracks in Orlo dam", "Energy: cracks in Orlo dam"),
        ("VIDEO: Cracks in Orlo dam - Reuters", "Cracks in Orlo dam"),
    ],
    ids=["label that is said again", "label that says more", "furniture"],
)
def test_title_is_without_what_says_nothing(title: str, plain: str) -> None:
    found = title_of(report("Text.", title=title))
    assert found is not None
    assert found[0] == plain


def test_report_in_a_language_that_is_not_read_has_the_title_that_it_bears() -> None:
    assert title_of(report("La presa de Orlo.", title="Grietas en Orlo", language="es")) == ("Grietas en Orlo", 1.0)


def test_report_without_words_has_no_title() -> None:
    assert title_of(report("", title=None)) is None


def test_story_keeps_few_titles() -> None:
    assert len(ranked({f"Crack {number}": 1.0 for number in range(20)}, TERMS)) == MOST_TITLES
