"""Why an event is coded as it is: the lines that a reader is shown."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Attribute, AttributeName, Span
from dateline.views.explaining import explain
from tests.records import PERU, report, telling

DOCUMENT = report("Norway freed 12 sailors of Peru.")


def test_details_stand_with_their_words_and_whom_they_concern() -> None:
    number = Attribute(name=AttributeName.NUMBER, value="12 sailor", span=Span(13, 23), text="12 sailors", entity=PERU)
    lines = explain(replace(telling(DOCUMENT), attributes=(number,)), DOCUMENT, [], []).lines
    assert ("number", "“12 sailors” is 12 sailor (Peru)") in lines


def test_without_details_no_line_is_spent_on_them() -> None:
    names = {name for name, _ in explain(telling(DOCUMENT), DOCUMENT, [], []).lines}
    assert names & set(AttributeName) == set()
