"""Texts as parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.documents.dateline import read_dateline
from dateline.documents.parts import split_parts
from dateline.model import Part, Role

PROSE = "The foreign ministers of both states met on Monday for three hours of talks."
PIECES = st.sampled_from(
    ["OSLO (AP) — ", PROSE, "\n", "\r\n", "\u2028", " ", "- A heading - ", "Advertisement", "FILE PHOTO: x", "A heading",
     "“", "\u3000", "\x1c", "é", "— in pictures", "(Photo by A. B.)", "-", "\t"]
)  # fmt: skip


def parts_of(text: str) -> tuple[Part, ...]:
    return split_parts(text, read_dateline(text))


def roles(text: str) -> list[tuple[Role, str]]:
    return [(part.role, part.span.of(text)) for part in parts_of(text)]


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=12).map("".join)))
def test_every_character_that_is_not_blank_lies_in_exactly_one_part(text: str) -> None:
    parts = parts_of(text)
    covered = [offset for part in parts for offset in range(part.span.start, part.span.end)]
    assert len(covered) == len(set(covered))
    assert covered == sorted(covered)
    assert all(text[offset].isspace() for offset in set(range(len(text))) - set(covered))


@given(st.lists(PIECES, max_size=12).map("".join))
def test_parts_have_no_blanks_around_them_and_count_paragraphs(text: str) -> None:
    parts = parts_of(text)
    assert all(part.span.of(text) == part.span.of(text).strip() != "" for part in parts)
    assert [part.paragraph for part in parts] == sorted(part.paragraph for part in parts)


def test_each_line_that_is_not_blank_is_a_paragraph() -> None:
    text = f"  {PROSE}\r\n\r\n\t{PROSE} \n"
    assert roles(text) == [(Role.BODY, PROSE), (Role.BODY, PROSE)]
    assert [part.paragraph for part in parts_of(text)] == [0, 1]


def test_the_words_after_a_dateline_are_body_of_the_same_paragraph() -> None:
    text = f"OSLO (AP) — {PROSE}\n{PROSE}"
    assert roles(text) == [(Role.DATELINE, "OSLO (AP) —"), (Role.BODY, PROSE), (Role.BODY, PROSE)]
    assert [part.paragraph for part in parts_of(text)] == [0, 0, 1]


def test_a_heading_inside_a_paragraph_is_a_part_of_its_own() -> None:
    text = f"{PROSE}\n- 'A long road' - {PROSE}"
    assert roles(text)[1:] == [(Role.HEADING, "- 'A long road' -"), (Role.BODY, PROSE)]


@pytest.mark.parametrize("heading", ["What the treaty says", "- On the doorstep -", "“Not now”"])
def test_a_short_line_above_prose_is_a_heading(heading: str) -> None:
    assert roles(f"{PROSE}\n{heading}\n{PROSE}")[1] == (Role.HEADING, heading)


def test_a_report_may_open_with_two_headings() -> None:
    found = roles(f"Ministers meet in Oslo\nFirst talks since the war\n{PROSE}")
    assert [role for role, _ in found] == [Role.HEADING, Role.HEADING, Role.BODY]


@pytest.mark.parametrize(
    "text",
    [
        "Ministers meet in Oslo",
        f"{PROSE}\nMinisters meet in Oslo",
        f"{PROSE}\nOslo 3\nParis 4\nRome 5\n{PROSE}",
        f"{PROSE}\n- prisoners\n{PROSE}",
        f"{PROSE}\nThey left.\n{PROSE}",
        f"{PROSE}\nHe said: “We left.”\n{PROSE}",
        f"- They want peace - they said so - and {PROSE}",
    ],
    ids=["one line", "the last line", "a list", "a bullet", "a short sentence", "a quotation", "a dash in prose"],
)
def test_no_heading_is_invented(text: str) -> None:
    assert all(role is Role.BODY for role, _ in roles(text))


@pytest.mark.parametrize(
    "caption",
    [
        "FILE PHOTO: The minister in Oslo, March 3, 2021. REUTERS/Jane Roe",
        "The minister in Oslo — in pictures",
        "The minister leaves the talks in Oslo. (AP Photo/Jane Roe)",
        "The minister leaves the talks in Oslo (Photo by Jane Roe)",
        "The minister leaves the talks in Oslo [File: Jane Roe/Reuters]",
        "The minister leaves the talks. Photo: Jane Roe",
        "Pictured: the minister",
        "Watch: the minister leaves the talks",
        "The minister in Oslo. Jane Roe/Getty Images",
    ],
)
def test_a_caption_is_told_by_its_cue(caption: str) -> None:
    assert roles(f"{PROSE}\n{caption}\n{PROSE}")[1] == (Role.CAPTION, caption)


@pytest.mark.parametrize(
    "furniture",
    [
        "Advertisement",
        "ADVERTISEMENT",
        "READ MORE: What the treaty says",
        "Sign up for our newsletter",
        "Copyright 2021 The Harbour Post. All rights reserved.",
        "© Harbour Post",
        "Related articles:",
    ],
)
def test_furniture_is_told_by_its_cue(furniture: str) -> None:
    assert roles(f"{PROSE}\n{furniture}\n{PROSE}")[1] == (Role.FURNITURE, furniture)


@pytest.mark.parametrize(
    "prose",
    [
        "Advertisement revenue fell in March, the ministry said.",
        "Sponsored fighters crossed the border, officials said.",
        "Shares fell in Oslo.",
        "The minister showed a photo: it was of the border.",
        "Watch towers were built along the border (and manned).",
        "The pictures were published on Monday.",
        f"Photograph: Jane Roe {PROSE}",
    ],
)
def test_prose_that_holds_a_cue_is_body(prose: str) -> None:
    assert roles(f"{PROSE}\n{prose}\n{PROSE}")[1] == (Role.BODY, prose)
