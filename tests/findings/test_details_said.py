"""Details of what is said or asked to somebody: invitations, statements, protests, votes."""

from __future__ import annotations

import pytest

from dateline.model import AttributeName, Span, TimeExpression, TimeType
from tests.factories import make_document
from tests.findings.events_marked import events_in, marked
from tests.findings.test_details import details


@pytest.mark.parametrize(
    ("sentence", "detail"),
    [
        ("<Boric> invited {Lula} to Santiago.", ("inviter", "Boric")),
        ("<Boric> invited {Lula} to Santiago.", ("invitee", "Lula")),
        ("<Boric> invited {Lula} to Santiago.", ("occasion", "Santiago")),
        ("<Peru> invited {Lula} for the harvest festival.", ("occasion", "harvest festival")),
        ("<Peru> extended an invitation to {Chile} to attend the summit.", ("occasion", "attend the summit")),
        ("<Lula> accepted an invitation from {Boric} to visit the mines.", ("inviter", "Boric")),
        ("<Lula> accepted an invitation from {Boric} to visit the mines.", ("invitee", "Lula")),
        ("<Lula> accepted an invitation from {Boric} to visit the mines.", ("occasion", "visit the mines")),
        ("In a joint statement, <Peru> and <Norway> condemned {Chile}.", ("medium", "statement")),
        ("In a joint statement, <Peru> and <Norway> condemned {Chile}.", ("joint", "joint")),
        ("<Boric> praised {Lula} in a speech to parliament.", ("medium", "speech")),
        ("<Boric> praised {Lula} in a speech to parliament.", ("addressee", "parliament")),
        ("<Peru> condemned {Chile} in a letter to [Mercosur].", ("addressee", "Mercosur")),
        ("<Boric> told reporters that <Peru> condemned {Chile}.", ("addressee", "reporters")),
        ("<Peru> lodged a formal protest with {Chile} over the arrests.", ("document", "formal protest")),
        ("<Peru> lodged a formal protest with {Chile} over the arrests.", ("agenda", "arrests")),
        ("<Peru> handed a note of protest to {Chile} over the arrests.", ("document", "note of protest")),
        ("<Peru> abstained in the vote on the draft resolution at the [Mercosur].", ("text", "draft resolution")),
        ("<Peru> abstained in the vote on the draft resolution at the [Mercosur].", ("body", "Mercosur")),
    ],
    ids=lambda case: case if isinstance(case, str) else " ".join(case),
)
def test_detail_of_what_is_said_is_read(sentence: str, detail: tuple[str, str]) -> None:
    assert detail in details(sentence)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("<Boric> invited {Lula}.", "occasion"),
        ("<Boric> praised {Lula} in public.", "medium"),
        ("<Boric> praised {Lula} in a letter.", "joint"),
        ("<Boric> praised {Lula} in a letter.", "addressee"),
        ("<Boric> visited {Peru}.", "inviter"),
        ("<Boric>'s visit to {Peru} was put off.", "leg"),
    ],
    ids=["invited to nothing", "no medium", "one alone", "to nobody", "no invitation", "a visit that is off"],
)
def test_detail_that_is_not_told_is_not_read(sentence: str, name: str) -> None:
    assert name not in {found for found, _ in details(sentence)}


@pytest.mark.parametrize(("direction", "dates"), [("future", ["2023-05"]), ("past", [])])
def test_day_of_an_occasion_lies_ahead(direction: str, dates: list[str]) -> None:
    sentence = "<Peru> invited {Lula} to attend the festival in May."
    text = marked(sentence).text
    may = TimeExpression(
        document_id=make_document(text).id,
        span=Span(text.index("May"), text.index("May") + 3),
        text="May",
        type=TimeType.DATE,
        value="2023-05",
        direction=direction,
    )
    (event,) = events_in(sentence, [may])
    assert [found.value for found in event.attributes if found.name is AttributeName.DATE] == dates
