"""The parts of the resolver: words, misspellings, segments of a phrase."""

from __future__ import annotations

import pytest

from dateline.links.actors.misspelt import Speller
from dateline.links.actors.names import NameFinder
from dateline.links.actors.phrase import parse_phrase
from dateline.links.actors.words import use_of, words_of
from dateline.resources.gazetteer import gazetteer

SPELLER = Speller(["Estonia", "Kazakhstan", "Mauritania", "Mauritius", "Lima"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad's ministers", ["Chad", "ministers"]),
        ("ministers’ aides", ["ministers", "aides"]),
        ("U.S. troops.", ["U.S.", "troops"]),
        ("Gen. Ito, 54", ["Gen", "Ito", ",", "54"]),
        ("Al-Shabaab (rebels", ["Al-Shabaab", "(", "rebels"]),
        ("AT&T staff", ["AT&T", "staff"]),
    ],
)
def test_words_of_a_phrase(text: str, expected: list[str]) -> None:
    assert [word.text for word in words_of(text)] == expected


@pytest.mark.parametrize(
    ("text", "use"), [("the", "idle"), ("of", "of"), ("in", "at"), (",", "break"), ("12", "idle"), ("Oslo", "")]
)
def test_use_of_small_words(text: str, use: str) -> None:
    assert use_of(words_of(text)[0]) == use


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Etsonia", "Estonia"),
        ("Kazakstan", "Kazakhstan"),
        ("Kazakhstann", "Kazakhstan"),
        ("Estoria", None),
        ("Liam", None),
        ("Norway", None),
        ("", None),
    ],
)
def test_misspelt_word_means_the_one_that_it_must(written: str, meant: str | None) -> None:
    assert SPELLER.meant(written) == meant


def test_word_that_may_misspell_two_means_neither() -> None:
    assert Speller(["Cartagena", "Cartagina"]).meant("Cartagna") is None


@pytest.mark.parametrize(
    ("text", "uses", "names"),
    [
        ("the army of Chad", ["", "of"], ["Chad"]),
        ("Peruvian nurses in Chile", ["", "at"], ["Peru", "Chile"]),
        ("the minister, Sergey Lavrov", ["", "break"], ["Sergey Lavrov"]),
    ],
)
def test_prepositions_and_commas_open_segments(text: str, uses: list[str], names: list[str]) -> None:
    phrase = parse_phrase(text, NameFinder(gazetteer()), None, frozenset())
    assert [segment.use for segment in phrase.segments] == uses
    assert [name.name for segment in phrase.segments for name in segment.names] == names
