"""He and she."""

from __future__ import annotations

import pytest

from tests.annotations.entities.asking import named

MEETING = "Emmanuel Macron met Olaf Scholz."


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("On his way home Emmanuel Macron stopped in Lyon.", "his", "Emmanuel Macron"),
        ("When he arrived, Emmanuel Macron waved.", "he", "Emmanuel Macron"),
        ("Emmanuel Macron himself signed the bill.", "himself", "Emmanuel Macron"),
        ("Emmanuel Macron thanked Olaf Scholz for his help.", "his", "Olaf Scholz"),
        ("Emmanuel Macron asked Olaf Scholz to bring his papers.", "his", "Olaf Scholz"),
        ("Emmanuel Macron telephoned Olaf Scholz to thank him.", "him", "Olaf Scholz"),
        ("Angela Merkel and her husband left.", "her", "Angela Merkel"),
        ("Emmanuel Macron smiled. Olaf Scholz met him in Lyon.", "him", "Emmanuel Macron"),
        (f"{MEETING} The new envoy is Kari Lund. She is from Bergen.", "She", "Kari Lund"),
    ],
    ids=[
        "what follows a phrase",
        "what follows a clause",
        "himself beside",
        "thanked for",
        "asked to",
        "purpose",
        "joined",
        "not the subject",
        "gender",
    ],
)
def test_a_pronoun_means_whom_its_clause_tells(text: str, words: str, name: str) -> None:
    assert named(text, words) == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Emmanuel Macron escorted Olaf Scholz to his car.", "his"),
        (f"{MEETING} A journalist stood up. He asked nothing.", "He"),
        (f'{MEETING} "The road is shut," a farmer said. Nobody knew why, he added.', "he"),
    ],
    ids=["either of two", "somebody not named", "who spoke last is not named"],
)
def test_a_pronoun_means_nobody_where_another_may_be_meant(text: str, words: str) -> None:
    assert named(text, words) is None


def test_he_said_goes_on_with_the_last_speaker() -> None:
    text = "Emmanuel Macron said the road was shut.\nSergei Shoigu had telephoned Hulusi Akar, he added."
    assert named(text, "he") == "Emmanuel Macron"


def test_it_stays_open_whether_she_is_one_of_unknown_gender_or_a_woman() -> None:
    text = "Angela Merkel opened the fair. Senator Zzyzx Qualm said she spoke well."
    assert named(text, "she") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Angela Merkel went on holiday. The actress was seen in Rome.", "Angela Merkel"),
        ("Rome was warm. The actress was seen there.", None),
    ],
    ids=["one person", "nobody"],
)
def test_an_epithet_means_who_stands_out(text: str, name: str | None) -> None:
    found = named(text, "The actress") if name else None
    assert found == name
