"""The language of a report."""

from __future__ import annotations

import socket

import pytest

from dateline.documents.language import detect, language_of

ENGLISH = "The foreign ministers of both states met on Monday for three hours of talks."
FRENCH = "Les ministres des affaires étrangères se sont rencontrés lundi pendant trois heures."


@pytest.mark.parametrize(
    ("stated", "language"),
    [
        ("fr", "fr"),
        ("en-GB", "en"),
        ("EN_us", "en"),
        ("eng", "en"),
        ("und", "en"),
        ("English!", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_a_plausible_code_is_believed_and_any_other_is_not(stated: str | None, language: str) -> None:
    assert language_of(ENGLISH, stated=stated) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (ENGLISH.upper(), "en"),
        (FRENCH, "fr"),
        ("Die Außenminister trafen sich am Montag zu dreistündigen Gesprächen in Wien.", "de"),
        ("Министры иностранных дел встретились в понедельник.", "ru"),
        ("Talks.", "en"),
        ("", "en"),
        ("3 4 5", "en"),
        ("\n\n", "en"),
    ],
)
def test_the_language_is_told_from_the_words(text: str, language: str) -> None:
    assert detect(text) == language


def test_no_network_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", None)
    assert detect(FRENCH) == "fr"


def test_a_long_text_in_no_known_language_has_none() -> None:
    assert detect("Grubo flenta mirosk vundel pratiko, zamurel dostivane krelu bintoro fasqueli nordamu.") is None
