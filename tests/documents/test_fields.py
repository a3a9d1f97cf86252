"""The fields of raw reports."""

from __future__ import annotations

import pytest

from dateline.documents.fields import check_fields, parse_moment
from dateline.errors import DocumentError


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2023-03-20", "2023-03-20"),
        ("2023-03", "2023-03"),
        ("20230320", "2023-03-20"),
        ("2023-03-20 10:00:00", "2023-03-20T10:00:00Z"),
        ("2023-03-20T10:00+02:00", "2023-03-20T08:00Z"),
        ("Mon, 20 Mar 2023 10:00:00 GMT", "2023-03-20T10:00:00Z"),
        ("20 Mar 2023 10:00:00 -0500", "2023-03-20T15:00:00Z"),
    ],
)
def test_dates_in_the_two_usual_standards_are_understood(text: str, value: str) -> None:
    assert parse_moment(text).value == value


@pytest.mark.parametrize(
    "text",
    [
        "20/03/2023",
        "March 20, 2023",
        "yesterday",
        "2023-02-29",
        "Mon, 31 Feb 2023 10:00:00 GMT",
        "0999-01-01",
        "9999-12-31",
        "7",
    ],
)
def test_any_other_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"expected|day"):
        parse_moment(text)
    with pytest.raises(DocumentError, match=r"^published_at: "):
        check_fields({"text": "They met.", "published_at": text}, max_characters=100)


def test_blank_fields_count_as_not_given() -> None:
    fields = check_fields({"text": " They met. ", "title": " ", "published_at": "", "id": ""}, max_characters=100)
    assert (fields.text, fields.title, fields.published_at, fields.id) == (" They met. ", None, None, None)


def test_a_whole_number_is_an_id() -> None:
    assert check_fields({"text": "They met.", "id": 7}, max_characters=100).id == "7"


def test_a_text_over_the_limit_is_refused() -> None:
    assert check_fields({"text": "x" * 100}, max_characters=100).text
    with pytest.raises(DocumentError, match="at most 100 characters, got 101"):
        check_fields({"text": "x" * 101}, max_characters=100)
