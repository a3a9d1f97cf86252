"""Descriptions of one, by owner, by title and by kind."""

from __future__ import annotations

import pytest

from tests.annotations.entities.asking import mentions, named


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("NATO met on Monday. The alliance admitted no one.", "The alliance", "NATO"),
        ("The European Union voted. The bloc will pay.", "The bloc", "European Union"),
        (
            "Judges of the International Criminal Court met. The court will rule.",
            "The court",
            "International Criminal Court",
        ),
        ("Kari Lund works for the Bergen Institute. The institute is small.", "The institute", "Bergen Institute"),
        ("Norway has voted. The country will stay outside.", "The country", "Norway"),
        ("Saudi Arabia has voted. The kingdom will pay.", "The kingdom", "Saudi Arabia"),
        ("Emmanuel Macron praised the treaty. His country will sign it.", "His country", "France"),
        ("Norway said its foreign ministry was closed.", "its foreign ministry", "Foreign ministry of Norway"),
        ("The foreign ministry in Oslo was closed.", "The foreign ministry", "Foreign ministry of Norway"),
        (
            "Norway said nothing. The road was shut, the foreign ministry said.",
            "the foreign ministry",
            "Foreign ministry of Norway",
        ),
        ("Norway, whose prime minister was absent, voted.", "whose prime minister", "Jonas Gahr Støre"),
    ],
    ids=[
        "alliance",
        "bloc",
        "court",
        "by its name",
        "country",
        "kingdom",
        "his country",
        "its ministry",
        "ministry in",
        "ministry of the speaker",
        "whose",
    ],
)
def test_a_description_means_the_last_of_its_kind(text: str, words: str, name: str) -> None:
    assert named(text, words) == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Emmanuel Macron flew to Berlin. Olaf Scholz greeted his guest.", "his guest", "Emmanuel Macron"),
        ("Kari Lund, the Norwegian trade minister, spoke. The minister smiled.", "The minister", "Kari Lund"),
        ("António Guterres spoke in Lima. The secretary-general smiled.", "The secretary-general", "António Guterres"),
        ("Reporters met the trade minister, Kari Lund, in Oslo.", "the trade minister", "Kari Lund"),
        ("Emmanuel Macron sat down. His Turkish counterpart stood.", "His Turkish counterpart", "Recep Tayyip Erdoğan"),
        ("Emmanuel Macron met Olaf Scholz, the German chancellor.", "the German chancellor", "Olaf Scholz"),
    ],
    ids=["guest", "part of a title", "by the tables", "between commas", "counterpart of his", "beside the second"],
)
def test_a_person_is_found_by_what_the_report_says_of_him(text: str, words: str, name: str) -> None:
    assert named(text, words) == name


@pytest.mark.parametrize(
    "text",
    [
        "NATO met on Monday. The other alliance admitted no one.",
        "NATO met on Monday. The alliance of bakers admitted no one.",
        "Norway and Sweden have voted. The country will stay outside.",
    ],
    ids=["another", "narrowed", "two as likely"],
)
def test_a_description_that_may_mean_another_is_no_mention(text: str) -> None:
    assert all("alliance" not in mention.text and "country" not in mention.text for mention in mentions(text))


def test_a_leader_of_a_report_without_a_date_is_one_it_names() -> None:
    text = "Fumio Kishida was late. Reporters asked the Japanese prime minister why."
    assert named(text, "the Japanese prime minister", published_at=None) == "Fumio Kishida"
