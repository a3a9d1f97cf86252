"""On whose word words are told: publishers, speakers, documents and the nameless, each a link of a chain."""

import pytest

from dateline.model import QuotationIndex, Span
from tests.findings.test_quotations import find, find_all


def chain(text: str, names: dict[str, str | None] | None = None) -> list[tuple[str, str]]:
    """Return the kinds and names of the voices of the first quotation."""
    return [(str(voice.kind), voice.name) for voice in find(text, names)[0].voices]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Anna Berg said that the port was shut.", [("speaker", "Anna Berg")], id="somebody named"),
        pytest.param(
            "The minister said that the port was shut.",
            [("speaker", "The minister")],
            id="somebody known in the report",
        ),
        pytest.param("Reuters reported that the port was shut.", [("agency", "Reuters")], id="an agency"),
        pytest.param(
            "The Daily Gazette reported that the port was shut.", [("outlet", "The Daily Gazette")], id="an outlet"
        ),
        pytest.param(
            "Anna Berg told Reuters that the port was shut.",
            [("agency", "Reuters"), ("speaker", "Anna Berg")],
            id="whom an agency was told by",
        ),
        pytest.param(
            "The Daily Gazette reported that the port was shut, citing two officials.",
            [("outlet", "The Daily Gazette"), ("anonymous", "two officials")],
            id="whom an outlet cites",
        ),
        pytest.param("The statement said that the port was shut.", [("document", "The statement")], id="a document"),
        pytest.param("Officials said that the port was shut.", [("anonymous", "Officials")], id="officials"),
        pytest.param(
            "The port was shut, according to people familiar with the plan.",
            [("anonymous", "people familiar with the plan")],
            id="people familiar with it",
        ),
        pytest.param(
            "A fisherman said that the port was shut.", [("anonymous", "A fisherman")], id="somebody or other"
        ),
        pytest.param("Anna Berg hopes that the port will open.", [], id="who hopes vouches for nothing"),
        pytest.param("Anna Berg criticized the port.", [], id="who criticizes vouches for nothing"),
    ],
)
def test_chain_has_every_link(text: str, expected: list[tuple[str, str]]) -> None:
    assert chain(text) == expected


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        pytest.param("Anna Berg and Olaf Lund said that the port was shut.", ["Anna Berg", "Olaf Lund"], id="two"),
        pytest.param("Either Anna Berg or Olaf Lund said that the port was shut.", ["Anna Berg"], id="either of two"),
        pytest.param("A spokesman for Anna Berg said that the port was shut.", ["Anna Berg"], id="a spokesman"),
        pytest.param("A letter from Anna Berg said that the port was shut.", ["Anna Berg"], id="a letter"),
        pytest.param("Anna Berg's statement said that the port was shut.", ["Anna Berg"], id="a statement"),
    ],
)
def test_speakers_are_all_whose_word_it_is(text: str, speakers: list[str]) -> None:
    names: dict[str, str | None] = {name: name for name in ("Anna Berg", "Olaf Lund") if name in text}
    assert [speaker.name for speaker in find(text, names)[0].all_speakers] == speakers


def test_words_within_words_keep_both_voices() -> None:
    text = "Reuters reported that Anna Berg said that the port was shut."
    outer, inner = find_all(text)
    assert (outer.within, inner.within) == (None, outer.id)
    voices = QuotationIndex([inner, outer]).voices(Span(text.index("shut"), text.index("shut") + 4))
    assert [voice.name for voice in voices] == ["Reuters", "Anna Berg"]


def test_words_outside_every_quotation_are_the_reports_own() -> None:
    text = "Anna Berg said that the port was shut. It snowed."
    assert QuotationIndex(find_all(text)).voices(Span(text.index("snowed"), len(text) - 1)) == ()
