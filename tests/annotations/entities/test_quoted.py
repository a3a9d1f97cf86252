"""I, we and you."""

from __future__ import annotations

import pytest

from tests.annotations.entities.asking import mentions, named


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ('"I am tired," Angela Merkel said.', "I", "Angela Merkel"),
        ('Angela Merkel said: "The road is long. I am tired."', "I", "Angela Merkel"),
        ('"The road is long," Angela Merkel said. "I am tired."', "I", "Angela Merkel"),
        ('"My car is old," said Angela Merkel.', "My", "Angela Merkel"),
        ('Angela Merkel told Barack Obama: "You are late."', "You", "Barack Obama"),
        ('"We shall vote no," a Norwegian official said.', "We", "Norway"),
        ('"We shall vote no," the Kremlin said.', "We", "Russia"),
        ('"We shall vote no," Emmanuel Macron said.', "We", "France"),
    ],
    ids=["I", "over sentences", "goes on", "my", "you", "an official", "a government", "a president"],
)
def test_who_speaks_and_is_spoken_to_is_who_is_said_to(text: str, words: str, name: str) -> None:
    assert named(text, words) == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"We shall vote no," a fisherman said.', "We"),
        ('"I am tired," a fisherman said.', "I"),
        ('"We are all tired," Angela Merkel said.', "We"),
    ],
    ids=["we, of nobody known", "I, of nobody known", "we, without office"],
)
def test_who_speaks_for_whom_stays_open_where_it_is_not_sure(text: str, words: str) -> None:
    assert named(text, words) is None


def test_the_writer_is_no_mention() -> None:
    assert [mention.text for mention in mentions("I met Angela Merkel. We talked.")] == ["Angela Merkel"]
