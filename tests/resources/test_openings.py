"""The first sentence of a report as a title."""

from __future__ import annotations

import pytest

from dateline.resources.openings import LONGEST, opening_of


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("The ferry sailed. It was late.", "The ferry sailed", id="first sentence"),
        pytest.param("VARDO (Reuters) - The ferry to Vardo sailed.", "The ferry to Vardo sailed", id="agency"),
        pytest.param(
            "The ferry to Vardo sailed late on Friday evening with all its passengers.",
            "The ferry to Vardo sailed with all its passengers",
            id="day",
        ),
        pytest.param(
            "The ferry to Vardo will not sail again this year, a spokesman for its owners said on Friday.",
            "The ferry to Vardo will not sail again this year",
            id="who tells it",
        ),
        pytest.param(
            "After four days in the ice, the ferry to Vardo (built in 1961) sailed on to the north.",
            "The ferry to Vardo sailed on to the north",
            id="side clause before",
        ),
        pytest.param(
            "The ferry to Vardo has been sold to a company from Bergen two weeks before it was to be broken up, and its "
            "new owners want to paint it red and white and yellow",
            "The ferry to Vardo has been sold to a company from Bergen",
            id="side clause after",
        ),
        pytest.param(
            "Friday 12 May 2023 01.21 BST The ferry to Vardo sailed.",
            "The ferry to Vardo sailed",
            id="time of the page",
        ),
        pytest.param(
            "Kari Lund, the owner of the ferry to Vardo, has sold it to a company from Bergen.",
            "Kari Lund has sold it to a company from Bergen",
            id="who somebody is",
        ),
        pytest.param("Mr. Lund sold the ferry to Vardo. It was red.", "Mr. Lund sold the ferry to Vardo", id="Mr."),
        pytest.param("", "", id="empty"),
        pytest.param(" . ", "", id="full stop only"),
        pytest.param("Vardo", "Vardo", id="one word"),
    ],
)
def test_opening_says_what_a_title_would(text: str, title: str) -> None:
    assert opening_of(text) == title


@pytest.mark.parametrize("text", ["ferry " * 40, "f" * 300], ids=["words", "one word"])
def test_opening_is_no_longer_than_a_title(text: str) -> None:
    assert len(opening_of(text)) <= LONGEST + 2
    assert opening_of(text).endswith("…")
