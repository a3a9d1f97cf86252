"""Quoted regions in tidy and in untidy paragraphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.findings.quotations.marks import opens_with_mark, regions
from dateline.model import Span


def inner(text: str, *, continues: bool = False) -> list[str]:
    return [region.inner.of(text) for region in regions(text, Span(0, len(text)), continues=continues)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“One,” he said. “Two.”", ["One,", "Two."], id="curly"),
        pytest.param('"One," he said. "Two."', ["One,", "Two."], id="straight"),
        pytest.param("''One,'' he said.", ["One,"], id="doubled"),
        pytest.param("«One», he said.", ["One"], id="guillemets"),
        pytest.param("‘One,’ he said of the ship’s crew.", ["One,"], id="single beside an apostrophe"),
        pytest.param("“He said ‘one’ to me.”", ["He said ‘one’ to me."], id="single inside double"),
        pytest.param('“One," he said.', ["One,"], id="curly closed by straight"),
        pytest.param("“One,“ he said.", ["One,"], id="closed by an opening mark"),
        pytest.param('We went out. We saw nobody," he said.', ["We saw nobody,"], id="no opening mark"),
        pytest.param("The 5' mast broke.", [], id="feet"),
        pytest.param("No marks here.", [], id="none"),
    ],
)
def test_regions_are_what_stands_between_marks(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_unclosed_mark_reaches_to_the_end_of_its_paragraph() -> None:
    assert inner("“We went out. We saw nobody.", continues=True) == ["We went out. We saw nobody."]


def test_unclosed_mark_in_mid_sentence_is_dropped() -> None:
    assert inner('The mast was 6" tall and the "deck wide.') == []


def test_second_opening_mark_ends_an_unclosed_region() -> None:
    assert inner("“We went out. “We saw nobody.”") == ["We went out.", "We saw nobody."]


def test_region_never_leaves_its_paragraph() -> None:
    text = "“We went out.\nNobody was there,” he said."
    assert [region.outer for region in regions(text, Span(0, 13))] == [Span(0, 13)]


@pytest.mark.parametrize(("text", "expected"), [("“We went.”", True), ("We “went”.", False), ("", False)])
def test_opening_mark_at_the_start_is_seen(text: str, expected: bool) -> None:
    assert opens_with_mark(text, Span(0, len(text))) is expected


@given(st.text(alphabet="ab .,\"'“”‘’«»\n", max_size=60))
def test_regions_lie_in_order_inside_the_paragraph(text: str) -> None:
    found = regions(text, Span(0, len(text)))
    assert all(region.outer.covers(region.inner) and region.outer.end <= len(text) for region in found)
    assert list(found) == sorted(found, key=lambda region: region.outer)
